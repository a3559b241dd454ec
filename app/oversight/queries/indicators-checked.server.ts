import { read } from "~/platform/db/client.server";
import { sharesFromRecords } from "../indicator-shares.server";
import { sameShares, sharesByOrganization } from "../rules/indicators/shares";
import { cellsThatDiffer, sharesHeld } from "./indicator-sums.sqlite.server";

const AT_ONCE = 200;

/**
 * Counts everything from the records without keeping it and compares it with the maintained figures. Goes in: who hears
 * how many organizations were compared. Comes out: how many there were, the ids whose figures differ (at most 100) and the
 * sums that are not those of their shares.
 */
export const indicatorsChecked = async (tell: (done: number) => void = () => undefined) => {
  const differing: string[] = [];
  let compared = 0;
  let after = "";
  for (;;) {
    const part = await read.organization.findMany({
      where: { id: { gt: after } },
      orderBy: { id: "asc" },
      take: AT_ONCE,
      select: { id: true, regionCode: true, state: true },
    });
    const last = part.at(-1);
    if (!last) break;
    const counted = sharesFromRecords(part.filter(({ state }) => state !== "unclaimed"));
    const now = sharesByOrganization(counted);
    const held = sharesByOrganization(sharesHeld(part.map(({ id }) => id)));
    for (const { id } of part) {
      if (differing.length < 100 && !sameShares(held.get(id) ?? [], now.get(id) ?? [])) differing.push(id);
    }
    compared += part.length;
    after = last.id;
    tell(compared);
  }
  return { compared, differing, cells: cellsThatDiffer() };
};
