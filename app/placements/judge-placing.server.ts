import { type Evaluation, evaluate } from "~/regulations/rules/evaluate";
import type { Db } from "./head-count.server";
import { placingFacts, placingFactsOfMany } from "./placing-facts.server";
import type { Subject } from "./placing-known.server";

export type PlacingStage = "application" | "agreement" | "start" | "week" | "roster";

/**
 * What the rules in force say of one student on one set of terms, on records alone. Goes in: the subject, the stage asked
 * and the civil date of submission. Comes out: the evaluator's verdict and findings; an unknown fact is "missing".
 */
export const judgePlacing = async (
  db: Db,
  subject: Subject,
  stage: PlacingStage,
  on: string,
): Promise<Evaluation> =>
  evaluate({ on, region: subject.terms.regionCode, stage, facts: await placingFacts(db, subject, on) });

/** The same for many, in the same order and a bounded number of queries. */
export const judgePlacings = async (
  db: Db,
  subjects: readonly Subject[],
  stage: PlacingStage,
  on: string,
): Promise<Evaluation[]> => {
  const facts = await placingFactsOfMany(db, subjects, on);
  return subjects.map((subject, index) =>
    evaluate({ on, region: subject.terms.regionCode, stage, facts: facts[index] ?? {} }),
  );
};
