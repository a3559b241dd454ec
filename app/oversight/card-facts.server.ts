import { createHash } from "node:crypto";
import { read } from "~/platform/db/client.server";
import { type CardSchool, demandWithinReach } from "./programme-demand.server";
import {
  type CardRecord,
  type CardSpan,
  cardRecords,
  RECORD_MEASURES,
  type RecordMeasure,
  yearBefore,
} from "./queries/card-records.sqlite.server";
import type { CardFact } from "./rules/cards/judge";
import { CARD_MEASURES } from "./rules/cards/measures";

export type CardProgramme = { id: string; majorCode: string; name: string; level: string; seats: number };

type Row = Pick<CardRecord, "id" | "verdict" | "amount">;

/** SHA-256 over the records of a measure: whether they are still the same can be told without keeping them. */
export const rowsDigest = (rows: readonly Row[]): string =>
  createHash("sha256")
    .update(rows.map(({ id, verdict, amount }) => `${id} ${verdict} ${amount}\n`).join(""))
    .digest("hex");

const amountOf = (rows: readonly Row[], verdict: string): number =>
  rows.filter((row) => row.verdict === verdict).reduce((sum, { amount }) => sum + amount, 0);

const COUNTED = ["met", "unmet", "before"];

const exclusionsOf = (rows: readonly Row[]): CardFact["exclusions"] =>
  [...new Set(rows.map(({ verdict }) => verdict))]
    .filter((verdict) => !COUNTED.includes(verdict))
    .map((reason) => ({ reason, count: amountOf(rows, reason) }))
    .sort((a, b) => b.count - a.count || a.reason.localeCompare(b.reason));

type Line = { numerator: number; denominator: number };

const lineOf = (measure: RecordMeasure, rows: readonly Row[], seats: number): Line => {
  const met = amountOf(rows, "met");
  if (measure === "applications") return { numerator: met, denominator: seats };
  if (measure === "trend") return { numerator: met, denominator: amountOf(rows, "before") };
  return { numerator: met, denominator: met + amountOf(rows, "unmet") };
};

const ofProgramme = (records: readonly CardRecord[]): Map<string, CardRecord[]> => {
  const grouped = new Map<string, CardRecord[]>();
  for (const record of records) {
    const held = grouped.get(record.programmeId);
    if (held) held.push(record);
    else grouped.set(record.programmeId, [record]);
  }
  return grouped;
};

/**
 * What is counted for the cards of one school. Goes in: the school, its programmes, the year, today, and what last year's
 * cards kept of demand, which has no past of its own. Comes out: by programme one fact a measure, counted from records of
 * today; nobody's name.
 */
export const factsOfSchool = async (
  school: CardSchool,
  programmes: readonly CardProgramme[],
  span: CardSpan,
  demandBefore: ReadonlyMap<string, Line>,
): Promise<ReadonlyMap<string, CardFact[]>> => {
  const ids = programmes.map(({ id }) => id);
  const earlier = { year: String(Number(span.year) - 1), today: yearBefore(span.today) };
  const records = new Map(
    RECORD_MEASURES.map((measure) => [measure, ofProgramme(cardRecords(measure, school.id, ids, span))]),
  );
  const past = new Map(
    RECORD_MEASURES.map((measure) => [measure, ofProgramme(cardRecords(measure, school.id, ids, earlier))]),
  );
  const demand = await demandWithinReach(
    school,
    programmes.map(({ majorCode }) => majorCode),
    span.today,
  );
  const applied = [...(records.get("applications")?.values() ?? [])].reduce(
    (sum, rows) => sum + rows.length,
    0,
  );
  const rolls = await read.student.groupBy({
    by: ["programmeId"],
    where: { programmeId: { in: ids }, state: "active" },
    _count: { _all: true },
  });
  const onRoll = new Map(rolls.map(({ programmeId, _count }) => [programmeId, _count._all]));
  const fromRecords = (measure: RecordMeasure, { id, seats }: CardProgramme): CardFact => {
    const rows = records.get(measure)?.get(id) ?? [];
    const line = lineOf(measure, rows, seats);
    const before = lineOf(measure, past.get(measure)?.get(id) ?? [], seats);
    const told = measure === "applications" ? before.numerator > 0 : before.denominator > 0;
    return {
      id: measure,
      ...line,
      cases: measure === "applications" ? Math.min(applied, onRoll.get(id) ?? 0) : line.denominator,
      exclusions: exclusionsOf(rows),
      rows: rowsDigest(rows),
      before: told && measure !== "trend" ? before : null,
    };
  };
  const demandFact = ({ id, majorCode, seats }: CardProgramme): CardFact => {
    const { rows = [], placesOfAnyMajor = 0 } = demand.get(majorCode) ?? {};
    return {
      id: "demand",
      numerator: rows.reduce((sum, { free }) => sum + free, 0),
      denominator: seats,
      cases: placesOfAnyMajor,
      exclusions: [],
      rows: rowsDigest(rows.map(({ id: row, free }) => ({ id: row, verdict: "met", amount: free }))),
      before: demandBefore.get(id) ?? null,
    };
  };
  return new Map(
    programmes.map((programme) => [
      programme.id,
      CARD_MEASURES.map((measure) =>
        measure === "demand" ? demandFact(programme) : fromRecords(measure, programme),
      ),
    ]),
  );
};
