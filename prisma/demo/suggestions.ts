import { putAside } from "~/marketplace/commands/put-aside.server";
import { matchesForListing, matchesForProgramme } from "~/marketplace/queries/find-matches.server";
import { listingSubject, programmeSubject } from "~/marketplace/queries/match-subjects.server";
import type { AsideReason } from "~/matching/rules/asides";
import { read } from "~/platform/db/client.server";
import { systemClock } from "~/platform/time/clock";
import type { Cast } from "./cast";
import { must } from "./must";
import { type Calendar, ctxAt } from "./time";

/** How many of a list are looked at for one that a reason is said of. */
const LOOKED_AT = 20;

/** What a school and an enterprise of the city said of their suggestions: its last is too far, one stands in for "not now". */
export const sayAsides = async (
  cast: Cast,
  calendar: Calendar,
  say: (text: string) => void,
): Promise<void> => {
  const school = cast.speakers.get("岭南机电")!;
  const firm = cast.speakers.get("南粤精密")!;
  const programme = await read.programme.findFirstOrThrow({
    where: { organizationId: school.organization.id, closedAt: null },
    orderBy: { id: "asc" },
  });
  const listing = await read.listing.findFirstOrThrow({
    where: { organizationId: firm.organization.id, state: "published" },
    orderBy: { id: "asc" },
  });
  const wanted = await programmeSubject(programme.id, calendar.today);
  const offered = await listingSubject(listing.id);
  const places = wanted
    ? (await matchesForProgramme(wanted, calendar.today, LOOKED_AT)).listings.matches
    : [];
  const schools =
    offered?.side === "listing" ? (await matchesForListing(offered, calendar.today, LOOKED_AT)).matches : [];
  const farOf = ({ parts }: (typeof places)[number]): number =>
    Number(parts.find(({ name }) => name === "distance")?.fact ?? 0);
  const byDistance = [...places].sort((a, b) => farOf(b) - farOf(a) || (a.refId < b.refId ? -1 : 1));
  const told: [who: typeof school, subject: string, of: (typeof places)[number] | undefined, AsideReason][] =
    [
      [school, `programme:${programme.id}`, byDistance[Math.floor(byDistance.length / 3)], "too_far"],
      [school, `programme:${programme.id}`, byDistance.at(-1), "other"],
      [firm, `listing:${listing.id}`, schools.at(-1), "not_now"],
    ];
  let said = 0;
  for (const [who, subject, match, reason] of told) {
    if (!match) continue;
    const note = reason === "other" ? { note: "上届学生反映交接班不便，先不联系。" } : {};
    const about = { subject, kind: match.kind, refId: match.refId, reason, ...note };
    must(await putAside(ctxAt(who, systemClock.now()), about));
    said += 1;
  }
  say(`  ${said} suggestions said not to suit`);
};
