import { actorOfImport } from "~/organizations/actor-of-import.server";
import { type ReadClient, read } from "~/platform/db/client.server";
import type { Tx } from "~/platform/db/gate.server";
import { record } from "~/platform/events/record.server";
import type { ImportKind, LineFinding, LineOutcome } from "~/platform/imports/import-kind";
import { notFound, refuse } from "~/platform/result";
import { civilDate } from "~/platform/time/clock";
import { recountCohort } from "./cohort-work.server";
import { keepResult } from "./keep-result.server";
import type { CohortRow, PathwayRow } from "./pathway-access.server";
import { partsOf } from "./plan.server";
import { refuseImporting } from "./policy";
import { type PathwayState, TEACHING } from "./rules/lifecycle";
import { readResultRow, resultColumns } from "./rules/result-columns";

/** Numbers asked for in one question; the database takes no more than some hundreds of parameters. */
const PART = 500;

type Found = { id: string; studentId: string; version: number; state: string; scores: string };

const membersOf = async (
  db: ReadClient | Tx,
  cohort: CohortRow,
  numbers: readonly string[],
): Promise<Map<string, Found>> => {
  const client = db as ReadClient;
  const asked = [...new Set(numbers)];
  const found = new Map<string, Found>();
  for (let at = 0; at < asked.length; at += PART) {
    const students = await client.student.findMany({
      where: { organizationId: cohort.schoolId, studentNumber: { in: asked.slice(at, at + PART) } },
      select: { id: true, studentNumber: true },
    });
    const members = await client.articulationMember.findMany({
      where: { cohortId: cohort.id, studentId: { in: students.map((one) => one.id) } },
      select: { id: true, studentId: true, version: true, state: true, scores: true },
    });
    for (const member of members) {
      const student = students.find((one) => one.id === member.studentId);
      if (student) found.set(student.studentNumber, member);
    }
  }
  return found;
};

const standsAgainst = (member: Found | undefined): LineFinding[] => {
  if (!member) return [{ field: "studentNumber", key: "articulation.errors.noMember" }];
  if (member.state === "left") return [{ field: "studentNumber", key: "articulation.errors.memberLeft" }];
  return [];
};

type Work = { pathway: PathwayRow; cohort: CohortRow };

/** Scores of the stage examination of one cohort, from the school's own spreadsheet. */
export const RESULT_IMPORT: ImportKind = {
  name: "articulation",
  columns: (options) => resultColumns(partsOf({ examParts: options.parts ?? "[]" })),
  keyOf: ({ studentNumber }) => studentNumber?.trim() || null,
  open: async (owner, options, clock, requestId) => {
    const ctx = await actorOfImport(owner, clock, requestId);
    if (!ctx.ok) return ctx;
    const refusal = refuseImporting(ctx.value.actor);
    if (refusal) return { ok: false, refusal };
    const cohort = await read.articulationCohort.findUnique({ where: { id: options.cohort ?? "" } });
    const pathway =
      cohort && (await read.articulationPathway.findUnique({ where: { id: cohort.pathwayId } }));
    if (!cohort || !pathway || cohort.schoolId !== owner.organizationId) return notFound();
    if (!TEACHING.includes(pathway.state as PathwayState))
      return refuse("conflict", "articulation.errors.notRunning");
    if (civilDate(clock.now()) < cohort.examinationOn)
      return refuse("conflict", "articulation.errors.beforeExamination", {
        values: { on: cohort.examinationOn },
      });
    const work: Work = { pathway, cohort };
    const parts = partsOf(pathway);
    return {
      ok: true,
      value: {
        judge: async (lines) => {
          const rows = lines.map(({ cells }) => readResultRow(cells, parts));
          const members = await membersOf(
            read,
            cohort,
            rows.flatMap((row) => (row.ok ? [row.number] : [])),
          );
          return rows.map((row) => (row.ok ? standsAgainst(members.get(row.number)) : row.findings));
        },
        write: async (tx, lines) => {
          const rows = lines.map(({ cells }) => readResultRow(cells, parts));
          const members = await membersOf(
            tx,
            cohort,
            rows.flatMap((row) => (row.ok ? [row.number] : [])),
          );
          const outcomes: LineOutcome[] = [];
          for (const row of rows) {
            const member = row.ok ? members.get(row.number) : undefined;
            const findings = row.ok ? standsAgainst(member) : row.findings;
            if (!row.ok || !member || findings.length > 0) {
              outcomes.push({ state: "refused", findings });
              continue;
            }
            if (member.scores === JSON.stringify(row.scores)) {
              outcomes.push({ state: "unchanged", refId: member.id });
              continue;
            }
            await keepResult(tx, work.pathway, member, row.scores, ctx.value.clock.now());
            outcomes.push({ state: "updated", refId: member.id });
          }
          const changed = outcomes.filter((one) => one.state === "updated").length;
          await recountCohort(tx, cohort.id, ctx.value.clock.now());
          if (changed > 0)
            await record(tx, ctx.value, {
              subject: { type: "articulationPathway", id: pathway.id },
              name: "articulation.resultsEntered",
              payload: { title: pathway.title, year: cohort.intakeYear, count: changed },
              audience: [owner.organizationId],
            });
          return outcomes;
        },
      },
    };
  },
};
