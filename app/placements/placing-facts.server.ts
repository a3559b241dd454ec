import { endOfCivilDate } from "~/platform/time/clock";
import type { Facts } from "~/regulations/rules/facts/dictionary";
import type { Db } from "./head-count.server";
import { knownOf, loadRecords, type Subject } from "./placing-known.server";
import { factsOfPlacing } from "./rules/placing-facts";

/**
 * Facts of many students on their terms at their hosts, in a bounded number of queries. Goes in: the subjects and the
 * civil date they are asked for (offers that run out before it no longer count). Comes out: facts in the same order,
 * from records alone; what is unknown is absent, and nothing is known of a student who is not on record.
 */
export const placingFactsOfMany = async (
  db: Db,
  subjects: readonly Subject[],
  on: string,
): Promise<Facts[]> => {
  if (subjects.length === 0) return [];
  const records = await loadRecords(db, subjects, new Date(endOfCivilDate(on).getTime() - 86_400_000));
  return subjects.map((subject) => {
    const known = knownOf(records, subject);
    return known ? factsOfPlacing(known) : {};
  });
};

/** Facts of one student on one set of terms at one host, from records alone; what is unknown is absent. */
export const placingFacts = async (db: Db, subject: Subject, on: string): Promise<Facts> =>
  (await placingFactsOfMany(db, [subject], on))[0] ?? {};
