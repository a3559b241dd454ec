import { read } from "~/platform/db/client.server";
import { shownOutside, successOf } from "../rules/makeup";

/** Schools and students with a result read at most. */
const MOST = 20_000;

/**
 * Make-up of the schools of a region as their authority may see it. Goes in: the schools. Comes out: passed and settled by
 * school and in all; a school with results of fewer than five students is left out, also of the sum. House rule.
 */
export const regionSuccess = async (schools: readonly { id: string; name: string }[]) => {
  const rows = await read.makeUpItem.groupBy({
    by: ["schoolId", "state"],
    where: { schoolId: { in: schools.map((one) => one.id) } },
    _count: true,
  });
  const students = await read.makeUpItem.groupBy({
    by: ["schoolId", "studentId"],
    where: {
      schoolId: { in: schools.map((one) => one.id) },
      state: { in: ["passed", "not_passed"] },
    },
    orderBy: { schoolId: "asc" },
    take: MOST,
  });
  const people = (schoolId: string): number => students.filter((one) => one.schoolId === schoolId).length;
  const count = (schoolId: string, state: string): number =>
    rows.find((one) => one.schoolId === schoolId && one.state === state)?._count ?? 0;
  const named = new Map(schools.map((one) => [one.id, one.name]));
  const each = [...new Set(rows.map((one) => one.schoolId))]
    .map((id) => ({
      id,
      name: named.get(id) ?? "",
      success: shownOutside(successOf(count(id, "passed"), count(id, "not_passed")), people(id)),
    }))
    .sort((a, b) => (a.name < b.name ? -1 : 1));
  const shown = each.flatMap((one) => (one.success ? [one.success] : []));
  const passed = shown.reduce((sum, one) => sum + one.passed, 0);
  const settled = shown.reduce((sum, one) => sum + one.settled, 0);
  return { all: shown.length === 0 ? null : successOf(passed, settled - passed), schools: each };
};
