import type { WaitingProvider } from "~/marketplace/queries/waiting.server";
import { read } from "~/platform/db/client.server";
import { addDays } from "~/platform/time/clock";
import { findingScope } from "./findings-list.server";

/** What the weekly evaluation found, to whoever must put it right or to whom it went up. */
export const waitingFindings: WaitingProvider = {
  name: "findings",
  isFor: (person) => findingScope(person) !== null,
  load: async (person) => {
    const scope = findingScope(person);
    if (!scope) return [];
    const [count, oldest] = await Promise.all([
      read.placementFinding.count({ where: scope.where }),
      read.placementFinding.findFirst({
        where: scope.where,
        orderBy: { openedOn: "asc" },
        select: { openedOn: true },
      }),
    ]);
    if (!oldest) return [];
    return [
      {
        id: "findings",
        due: addDays(oldest.openedOn, 7),
        title: { key: `findings.waits.${scope.as}`, values: { count } },
        meta: { key: "findings.waits.meta", values: { since: oldest.openedOn } },
        action: { key: "findings.waits.act", href: "/placements/findings" },
      },
    ];
  },
};
