import { catalogue } from "~/catalogues/queries/catalogue.server";
import { actorOfImport } from "~/organizations/actor-of-import.server";
import { mayEditProfile, mayHaveProgrammes } from "~/organizations/policy";
import { type ReadClient, read } from "~/platform/db/client.server";
import type { ImportKind, LineFinding, LineOutcome } from "~/platform/imports/import-kind";
import type { Db } from "./head-count.server";
import { keepOutcome } from "./keep-outcome.server";
import { OUTCOME_COLUMNS, readOutcomeRow } from "./rules/outcome-columns";

/** Numbers asked for in one question; the database takes no more than some hundreds of parameters. */
const PART = 500;

const studentsOf = async (db: Db, organizationId: string, numbers: readonly string[]) => {
  const asked = [...new Set(numbers)];
  const found = new Map<string, { id: string; state: string }>();
  for (let at = 0; at < asked.length; at += PART) {
    const rows = await (db as ReadClient).student.findMany({
      where: {
        organizationId,
        studentNumber: { in: asked.slice(at, at + PART) },
        state: { not: "erased" },
      },
      select: { id: true, studentNumber: true, state: true },
    });
    for (const { studentNumber, ...row } of rows) found.set(studentNumber, row);
  }
  return found;
};

const UNKNOWN: LineFinding = { field: "studentNumber", key: "outcomes.errors.noStudent" };
const NOT_YET: LineFinding = { field: "studentNumber", key: "outcomes.errors.notGraduated" };

/** Destinations of a school's graduates from its own spreadsheet; beside other reports, never over them. */
export const OUTCOME_IMPORT: ImportKind = {
  name: "outcomes",
  columns: () => OUTCOME_COLUMNS,
  keyOf: ({ studentNumber, month }) => (studentNumber ? `${studentNumber}|${month ?? ""}` : null),
  open: async (owner, _options, clock, requestId) => {
    const ctx = await actorOfImport(owner, clock, requestId);
    if (!ctx.ok) return ctx;
    for (const allowed of [mayHaveProgrammes(ctx.value.actor), mayEditProfile(ctx.value.actor)]) {
      if (!allowed.ok) return allowed;
    }
    const codes = await catalogue();
    const numbersOf = (lines: readonly { cells: Readonly<Record<string, string>> }[]) =>
      lines.map(({ cells }) => (cells.studentNumber ?? "").trim());
    return {
      ok: true,
      value: {
        judge: async (lines) => {
          const students = await studentsOf(read, owner.organizationId, numbersOf(lines));
          return lines.map(({ cells }) => {
            const one = readOutcomeRow(cells, codes);
            if (!one.ok) return one.findings;
            const student = students.get(one.row.studentNumber);
            if (!student) return [UNKNOWN];
            return student.state === "graduated" ? [] : [NOT_YET];
          });
        },
        write: async (tx, lines) => {
          const students = await studentsOf(tx, owner.organizationId, numbersOf(lines));
          const outcomes: LineOutcome[] = [];
          for (const { cells } of lines) {
            const one = readOutcomeRow(cells, codes);
            const student = one.ok ? students.get(one.row.studentNumber) : undefined;
            if (!one.ok || student?.state !== "graduated") {
              outcomes.push({ state: "refused", findings: one.ok ? [UNKNOWN] : one.findings });
              continue;
            }
            const { studentNumber: _number, ...said } = one.row;
            const kept = await keepOutcome(tx, ctx.value, {
              ...said,
              studentId: student.id,
              source: "school_list",
              ownMatch: null,
              payBand: null,
            });
            outcomes.push({ state: kept.fresh ? "created" : "updated", refId: kept.id });
          }
          return outcomes;
        },
      },
    };
  },
};
