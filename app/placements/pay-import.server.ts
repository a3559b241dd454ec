import { actorOfImport } from "~/organizations/actor-of-import.server";
import { mayEditProfile } from "~/organizations/policy";
import { type ReadClient, read } from "~/platform/db/client.server";
import type { ImportKind, ImportLine, LineFinding, LineOutcome } from "~/platform/imports/import-kind";
import { civilDate } from "~/platform/time/clock";
import type { Db } from "./head-count.server";
import { payRefused, writePay } from "./pay-entry.server";
import type { PayInput } from "./pay-schema";
import type { PlacementRow } from "./placement-scope.server";
import { payMonths } from "./rules/pay";
import { PAY_COLUMNS, type PayRow, readPayRow } from "./rules/pay-columns";
import { byKey } from "./rules/weeks";

/** Numbers asked for in one question; the database takes no more than some hundreds of parameters. */
const PART = 500;

type Side = { as: "school" | "host"; where: { schoolId: string } | { hostId: string } };
type Candidate = { name: string; placement: PlacementRow };

/** Placements at work or once at work within the side's own, by student number. */
const placementsOf = async (db: Db, side: Side, numbers: readonly string[]) => {
  const client = db as ReadClient;
  const asked = [...new Set(numbers)];
  const found: (Candidate & { studentNumber: string })[] = [];
  for (let at = 0; at < asked.length; at += PART) {
    const students = await client.student.findMany({
      where: {
        studentNumber: { in: asked.slice(at, at + PART) },
        ...("schoolId" in side.where ? { organizationId: side.where.schoolId } : {}),
      },
      select: { id: true, name: true, studentNumber: true },
    });
    const placements = await client.placement.findMany({
      where: { studentId: { in: students.map((one) => one.id) }, startedOn: { not: null }, ...side.where },
      orderBy: { startsOn: "desc" },
      take: PART * 4,
    });
    for (const placement of placements) {
      const student = students.find((one) => one.id === placement.studentId);
      if (student) found.push({ ...student, placement });
    }
  }
  return byKey(found, (one) => one.studentNumber);
};

const refused = (field: string, key: string): LineFinding[] => [{ field, key }];

const inputOf = (row: PayRow): PayInput => ({
  month: row.month,
  paid: row.paid,
  paidOn: row.paidOn,
  payee: row.payee,
  ...(row.deducted > 0 ? { deducted: row.deducted, deductedFor: row.deductedFor } : {}),
});

/** The one placement a row is about: the number and the name must be of one student, and the month one of theirs. */
const placementFor = (
  row: PayRow,
  candidates: readonly Candidate[],
  today: string,
): { placement: PlacementRow } | { findings: LineFinding[] } => {
  if (candidates.length === 0) return { findings: refused("studentNumber", "pay.errors.noStudent") };
  const named = candidates.filter((one) => one.name === row.name);
  if (named.length === 0) return { findings: refused("name", "pay.errors.otherName") };
  const placement =
    named.find((one) => payMonths(one.placement, today).includes(row.month))?.placement ??
    named[0]?.placement;
  if (!placement) return { findings: refused("studentNumber", "pay.errors.noStudent") };
  const against = payRefused(placement, inputOf(row), today);
  return against ? { findings: [against] } : { placement };
};

const judged = (line: ImportLine, found: ReadonlyMap<string, readonly Candidate[]>, today: string) => {
  const read = readPayRow(line.cells);
  if (!read.ok) return { findings: read.findings as LineFinding[] };
  const placed = placementFor(read.row, found.get(read.row.studentNumber) ?? [], today);
  return "findings" in placed ? placed : { ...placed, input: inputOf(read.row) };
};

const numbersOf = (lines: readonly ImportLine[]) =>
  lines.map(({ cells }) => (cells.studentNumber ?? "").trim()).filter((number) => number !== "");

/** A month's pay from a school's or a host's spreadsheet; the same rules as by hand, row by row. */
export const PAY_IMPORT: ImportKind = {
  name: "pay",
  columns: () => PAY_COLUMNS,
  keyOf: ({ studentNumber, month }) => (studentNumber ? `${studentNumber}|${month ?? ""}` : null),
  open: async (owner, _options, clock, requestId) => {
    const ctx = await actorOfImport(owner, clock, requestId);
    if (!ctx.ok) return ctx;
    const allowed = mayEditProfile(ctx.value.actor);
    if (!allowed.ok) return allowed;
    const { kind, id } = ctx.value.actor.organization;
    const side: Side =
      kind === "school" ? { as: "school", where: { schoolId: id } } : { as: "host", where: { hostId: id } };
    return {
      ok: true,
      value: {
        judge: async (lines) => {
          const found = await placementsOf(read, side, numbersOf(lines));
          const today = civilDate(clock.now());
          return lines.map((line) => {
            const one = judged(line, found, today);
            return "findings" in one ? one.findings : [];
          });
        },
        write: async (tx, lines) => {
          const found = await placementsOf(tx, side, numbersOf(lines));
          const today = civilDate(clock.now());
          const outcomes: LineOutcome[] = [];
          for (const line of lines) {
            const one = judged(line, found, today);
            if ("findings" in one) outcomes.push({ state: "refused", findings: one.findings });
            else {
              const { id: refId, state } = await writePay(tx, ctx.value, one.placement, one.input, side.as);
              outcomes.push({ state, refId });
            }
          }
          return outcomes;
        },
      },
    };
  },
};
