import { mayWrite } from "~/identity/actor";
import type { WaitingProvider } from "~/marketplace/queries/waiting.server";
import { read } from "~/platform/db/client.server";
import { addDays, civilDate, endOfCivilDate } from "~/platform/time/clock";
import { concernScope } from "../concern-scope.server";

/** Open concerns, to those who must answer them; nothing of them shows on a host's, teacher's or mentor's page. */
export const waitingConcerns: WaitingProvider = {
  name: "concerns",
  isFor: ({ organization }) =>
    (organization?.kind === "school" || organization?.kind === "authority") && mayWrite({ organization }),
  load: async (person, today) => {
    const scope = concernScope(person, endOfCivilDate(addDays(today, -1)));
    if (!scope) return [];
    const rows = await read.concern.findMany({
      where: { AND: [scope.where, { state: "open" }] },
      orderBy: [{ respondBy: "asc" }, { id: "asc" }],
      take: 20,
      select: { id: true, kind: true, respondBy: true },
    });
    return rows.map((row) => ({
      id: `concern:${row.id}`,
      due: civilDate(row.respondBy),
      title: { key: `concerns.waits.${row.kind}` },
      meta: { key: "concerns.waits.meta" },
      action: { key: "concerns.waits.act", href: `/concerns/${row.id}` },
    }));
  },
};
