import { mayWrite } from "~/identity/actor";
import type { WaitingProvider } from "~/marketplace/queries/waiting.server";
import { read } from "~/platform/db/client.server";
import { addDays } from "~/platform/time/clock";
import { BOARD_ROWS, gateRows } from "./gate-board.server";
import { askReader } from "./gate-rows.sqlite.server";

/** How far ahead a school is told of those held by a gate. House rule. */
const AHEAD_DAYS = 30;

const item = (
  id: string,
  kind: "sign" | "missing" | "held",
  due: string | null,
  count: number,
  href: string,
) => ({
  id: `placements:${id}`,
  due,
  title: { key: `placements.waits.${kind}`, values: { count } },
  meta: { key: `placements.waits.${kind}Meta` },
  action: { key: `placements.waits.${kind}Act`, href },
});

/** What placements bring to 工作台: agreements to sign, facts to give, and for a school those held by a gate. */
export const waitingPlacements: WaitingProvider = {
  name: "placements",
  isFor: ({ organization }) =>
    organization !== null &&
    (organization.kind === "school" || organization.kind === "enterprise") &&
    (organization.role === "student" || mayWrite({ organization })),
  load: async ({ organizationId, organization, personId }, on) => {
    if (organization?.role === "student") {
      const students = await read.student.findMany({ where: { personId }, select: { id: true }, take: 10 });
      const rows = await read.placement.findMany({
        where: { studentId: { in: students.map((one) => one.id) }, state: "preparing" },
        take: 5,
        select: { id: true, title: true, startsOn: true },
      });
      return rows.map((row) => ({
        id: `placement:${row.id}`,
        due: addDays(row.startsOn, -1),
        title: { key: "placements.waits.mine", values: { title: row.title } },
        meta: { key: "placements.waits.mineMeta" },
        action: { key: "placements.waits.mineAct", href: `/placements/${row.id}/agreement` },
      }));
    }
    if (!organizationId) return [];
    const scope = organization?.kind === "school" ? { schoolId: organizationId } : { hostId: organizationId };
    const rows = await gateRows(askReader, { ...scope, states: ["preparing"] }, on, BOARD_ROWS);
    const side = organization?.kind === "school" ? "school" : "host";
    const toSign = rows.filter((row) => row.document?.state === "signing" && row.signed?.[side] === null);
    const missing = rows.filter((row) => !row.document && row.gaps.some((gap) => gap.who === side));
    const soon = rows.filter(
      (row) => row.startsOn <= addDays(on, AHEAD_DAYS) && row.gates.some((gate) => !gate.open),
    );
    const first = (some: typeof rows) => (some[0] ? addDays(some[0].startsOn, -1) : null);
    return [
      ...(toSign.length > 0 ? [item("sign", "sign", first(toSign), toSign.length, "/placements/sign")] : []),
      ...(missing.length > 0
        ? [item("missing", "missing", first(missing), missing.length, "/placements/missing")]
        : []),
      ...(side === "school" && soon.length > 0
        ? [item("held", "held", first(soon), soon.length, "/placements/gates?held=1")]
        : []),
    ];
  },
};
