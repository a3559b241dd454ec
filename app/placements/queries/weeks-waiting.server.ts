import type { WaitingProvider } from "~/marketplace/queries/waiting.server";
import { read } from "~/platform/db/client.server";
import { addDays } from "~/platform/time/clock";
import { placementScope } from "../placement-scope.server";
import { byKey, missingWeeks, mondayOf, weeksBegun } from "../rules/weeks";

const MOST = 500;

/** Missing weeks older than this are no longer asked of anybody's day; the placement's page keeps them. House rule. */
const LOOK_BACK_DAYS = 42;

const item = (
  kind: "write" | "missingMine" | "confirm" | "unwritten" | "missing",
  due: string | null,
  values: { count: number; monday: string },
  href: string,
) => ({
  id: `weeks:${kind}:${values.monday}`,
  due,
  title: { key: `followup.waits.${kind}`, values },
  meta: { key: `followup.waits.${kind}Meta`, values },
  action: { key: `followup.waits.${kind}Act`, href },
});

/**
 * What weeks bring to 工作台: a student's running week and those missing, a host's and mentor's to confirm and those their
 * interns have not written, and for a school and its teachers how many are missing.
 */
export const waitingWeeks: WaitingProvider = {
  name: "weeks",
  isFor: ({ organization }) => organization?.kind === "school" || organization?.kind === "enterprise",
  load: async (person, today) => {
    const scope = await placementScope(read, person);
    if (!scope || person.organization?.role === "viewer") return [];
    const placements = await read.placement.findMany({
      where: { ...scope.where, state: { in: ["in_progress", "paused"] }, startedOn: { not: null } },
      take: MOST,
    });
    if (placements.length === 0) return [];
    const records = await read.weekRecord.findMany({
      where: {
        placementId: { in: placements.map((one) => one.id) },
        monday: { gte: mondayOf(addDays(today, -LOOK_BACK_DAYS)) },
      },
      select: { placementId: true, monday: true, state: true },
      take: MOST * 8,
    });
    const recorded = byKey(records, (one) => one.placementId);
    const earliest = mondayOf(addDays(today, -LOOK_BACK_DAYS));
    const missing = placements.flatMap((placement) => {
      const known = new Set((recorded.get(placement.id) ?? []).map((one) => one.monday));
      return missingWeeks(placement, known, today)
        .filter((monday) => monday >= earliest)
        .map((monday) => ({ id: placement.id, monday }));
    });
    const first = missing.map((one) => one.monday).sort()[0] ?? "";
    const late = first && addDays(first, 6);
    const values = { count: missing.length, monday: first };
    if (scope.as === "student") {
      const running = mondayOf(today);
      const current = placements.find(
        (one) =>
          weeksBegun(one, today).includes(running) &&
          !(recorded.get(one.id) ?? []).some((week) => week.monday === running),
      );
      const href = (one: { id: string; monday: string }) => `/weeks/${one.id}/${one.monday}`;
      const oldest = missing.find((one) => one.monday === first);
      return [
        ...(oldest ? [item("missingMine", late, values, href(oldest))] : []),
        ...(current
          ? [
              item(
                "write",
                addDays(running, 6),
                { count: 1, monday: running },
                href({ id: current.id, monday: running }),
              ),
            ]
          : []),
      ];
    }
    if (scope.as === "host" || scope.as === "mentor") {
      const open = records.filter((one) => one.state === "submitted");
      const oldest = open.map((one) => one.monday).sort()[0] ?? "";
      return [
        ...(open.length > 0
          ? [item("confirm", addDays(oldest, 10), { count: open.length, monday: oldest }, "/weeks")]
          : []),
        ...(missing.length > 0 ? [item("unwritten", null, values, "/placements?state=in_progress")] : []),
      ];
    }
    return missing.length > 0 ? [item("missing", late, values, "/placements/weeks")] : [];
  },
};
