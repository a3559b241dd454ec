import type { ReadClient } from "~/platform/db/client.server";
import { evaluate } from "~/regulations/rules/evaluate";
import type { Db } from "./head-count.server";
import type { PlacementRow } from "./placement-scope.server";
import { placingFactsOfMany } from "./placing-facts.server";
import type { Subject } from "./placing-known.server";
import { owedFen, type Paid, payDueOn, payFindings, payMonths, payProblems } from "./rules/pay";
import { type Found, factsOfWeek, foundIn } from "./rules/week-findings";
import { byKey, storedMinutes } from "./rules/weeks";
import { placementTerms } from "./terms";

const ORIGINS = ["listing", "round", "self_found"] as const;

const subjectOf = (row: PlacementRow): Subject => ({
  studentId: row.studentId,
  hostId: row.hostId,
  listingId: row.listingId,
  terms: placementTerms.parse(JSON.parse(row.terms)),
  origin: ORIGINS.find((one) => one === row.origin) ?? "round",
  placementId: row.id,
});

/** A placement whose pay nobody enters here is not accused of paying nothing: only months after the first one entered. */
const payOf = (row: PlacementRow, payDay: number | null, paid: readonly Paid[], on: string): Found[] => {
  const first = paid.map((one) => one.month).sort()[0];
  if (first === undefined || row.payMonthlyFen === null) return [];
  const monthly = row.payMonthlyFen;
  return payFindings(
    payMonths(row, on)
      .filter((month) => month >= first)
      .flatMap((month) => {
        const record = paid.find((one) => one.month === month) ?? null;
        const owed = record ?? { agreedFen: owedFen(row, monthly, month), dueOn: payDueOn(month, payDay) };
        return payProblems(owed, record, on).map((problem) => ({ month, problem }));
      }),
  );
};

/**
 * What the rules of a week say of some running placements. Goes in: the rows (a few hundred), the Monday of the week that
 * is over, today. Comes out: findings by placement id, from records, the week as it counts and the teacher's contacts, in a
 * bounded number of queries; between placements others go first.
 */
export const judgeWeeks = async (
  db: Db,
  rows: readonly PlacementRow[],
  monday: string,
  on: string,
  breath: () => Promise<void>,
): Promise<Map<string, Found[]>> => {
  const client = db as ReadClient;
  const ids = rows.map((row) => row.id);
  const subjects = rows.map(subjectOf);
  const [facts, weeks, contacts, paid] = await Promise.all([
    placingFactsOfMany(db, subjects, on),
    client.weekRecord.findMany({
      where: { placementId: { in: ids }, monday },
      select: { placementId: true, minutes: true, correctedMinutes: true, night: true },
    }),
    client.guidanceContact.groupBy({
      by: ["placementId"],
      where: { placementId: { in: ids } },
      _max: { doneOn: true },
    }),
    client.payRecord.findMany({ where: { placementId: { in: ids } }, take: rows.length * 24 }),
  ]);
  const paidOf = byKey(paid, (one) => one.placementId);
  const weekOf = new Map(weeks.map((week) => [week.placementId, week]));
  const contactOf = new Map(contacts.map((one) => [one.placementId, one._max.doneOn]));
  const found = new Map<string, Found[]>();
  for (const [index, row] of rows.entries()) {
    const week = weekOf.get(row.id);
    const worked = week && {
      minutes: storedMinutes(week.correctedMinutes ?? week.minutes),
      night: week.night,
    };
    const known = factsOfWeek(facts[index] ?? {}, worked ?? null, contactOf.get(row.id) ?? null);
    const region = subjects[index]?.terms.regionCode ?? "";
    found.set(row.id, [
      ...foundIn(evaluate({ on, region, stage: "week", facts: known }).findings),
      ...payOf(row, subjects[index]?.terms.payDay ?? null, paidOf.get(row.id) ?? [], on),
    ]);
    await breath();
  }
  return found;
};
