import { catalogue } from "~/catalogues/queries/catalogue.server";
import { actorOfImport } from "~/organizations/actor-of-import.server";
import { read } from "~/platform/db/client.server";
import type { ImportKind, LineOutcome } from "~/platform/imports/import-kind";
import { civilDate } from "~/platform/time/clock";
import { bringCourse } from "./course-versions.server";
import { refuseCreditWork } from "./policy";
import { courseChanges, versionFault } from "./rules/course";
import { COURSE_COLUMNS, readCourseRow } from "./rules/course-columns";

/** A school's course catalogue from its own spreadsheet; a row that says something new is a new version of its course. */
export const COURSE_IMPORT: ImportKind = {
  name: "courses",
  columns: () => COURSE_COLUMNS,
  keyOf: ({ code }) => code || null,
  open: async (owner, _options, clock, requestId) => {
    const ctx = await actorOfImport(owner, clock, requestId);
    if (!ctx.ok) return ctx;
    const refusal = refuseCreditWork(ctx.value.actor);
    if (refusal) return { ok: false, refusal };
    const { majors } = await catalogue();
    const { organizationId } = owner;
    return {
      ok: true,
      value: {
        judge: async (lines) => {
          const rows = lines.map(({ cells }) => readCourseRow(cells, majors));
          const codes = rows.flatMap((one) => (one.ok ? [one.row.code] : []));
          const held = await read.schoolCourse.findMany({
            where: { organizationId, replacedAt: null, code: { in: codes } },
          });
          const today = civilDate(clock.now());
          return rows.map((one) => {
            if (!one.ok) return one.findings;
            const newest = held.find(({ code }) => code === one.row.code);
            if (newest && courseChanges(newest, one.row).length === 0) return [];
            const key = versionFault(newest?.validFrom ?? null, one.row.validFrom, today);
            return key ? [{ field: "validFrom", key }] : [];
          });
        },
        write: async (tx, lines) => {
          const outcomes: LineOutcome[] = [];
          for (const { cells } of lines) {
            const one = readCourseRow(cells, majors);
            if (!one.ok) {
              outcomes.push({ state: "refused", findings: one.findings });
              continue;
            }
            const done = await bringCourse(tx, ctx.value, organizationId, one.row);
            outcomes.push(
              done.state === "refused"
                ? { state: "refused", findings: [{ field: done.field, key: done.key }] }
                : { state: done.state, refId: done.id },
            );
          }
          return outcomes;
        },
      },
    };
  },
};
