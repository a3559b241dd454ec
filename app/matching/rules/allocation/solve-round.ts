import { findBlockingPairs, findBreaches } from "./blocking-pairs";
import { compileMarket } from "./compile-market";
import type { Explanation, RoundDocument, RoundResult } from "./document";
import { explainRound } from "./explain";
import { effectiveChoices, type JointChoices, jointChoicesOf, strikeOne } from "./joint-choices";
import type { Assignment } from "./market";
import { solveMarket } from "./solve-market";

const explainStruck = (document: RoundDocument, groups: JointChoices[]): Explanation[] => {
  const listed = new Map((document.groups ?? []).map(({ id, choices }) => [id, choices]));
  return groups.flatMap(({ id, members, struck }) =>
    members.flatMap((student) =>
      struck.map((slot) => ({
        student,
        slot,
        choice: (listed.get(id) ?? []).indexOf(slot) + 1,
        reason: "groupApart" as const,
        values: { group: id, size: members.length },
      })),
    ),
  );
};

const unfilledOf = (document: RoundDocument, matches: RoundResult["matches"]): RoundResult["unfilled"] => {
  const taken = new Map<string, number>();
  for (const { slot } of matches) if (slot !== null) taken.set(slot, (taken.get(slot) ?? 0) + 1);
  return document.slots
    .map(({ id, capacity }) => ({ slot: id, seats: capacity - (taken.get(id) ?? 0) }))
    .filter(({ seats }) => seats > 0);
};

/**
 * Computes a round: student-proposing deferred acceptance over the document's choices, joint choices of groups struck
 * one by one until every group is together or on its own, the result checked by the independent checker.
 * In: a document as `readRoundDocument` gives it. Out: the result document; the same for the same document on any
 * machine, whatever the order of its students and slots. Does not refuse: what cannot be placed is unmatched.
 */
export const solveRound = (
  document: RoundDocument,
  { explain = true }: { explain?: boolean } = {},
): RoundResult => {
  let groups = jointChoicesOf(document);
  let compiled = compileMarket(document, effectiveChoices(groups));
  let assignment: Assignment = solveMarket(compiled.market);
  for (;;) {
    const struck = strikeOne(groups, compiled, assignment);
    if (!struck) break;
    groups = struck;
    compiled = compileMarket(document, effectiveChoices(groups));
    assignment = solveMarket(compiled.market);
  }

  const { market, notion, studentNumber } = compiled;
  const slotOf = (student: number): string | null => {
    const edge = assignment.edge[student]!;
    return edge < 0 ? null : document.slots[market.choiceSlot[edge]!]!.id;
  };
  const matches = document.students.map(({ id }, student) => ({ student: id, slot: slotOf(student) }));
  const explanations = explain ? explainRound(document, compiled, assignment) : null;
  return {
    matches,
    stable:
      findBreaches(market, assignment, 1).length === 0 &&
      findBlockingPairs(market, assignment, 1).length === 0,
    stability: notion,
    rounds: assignment.rounds,
    seed: String(document.seed),
    unmatched: matches.filter(({ slot }) => slot === null).length,
    unfilled: unfilledOf(document, matches),
    ...(document.groups && {
      groups: document.groups.map(({ id }) => {
        const { members, left, struck } = groups.find((group) => group.id === id)!;
        return { id, slot: left.length > 0 ? slotOf(studentNumber.get(members[0]!)!) : null, struck };
      }),
    }),
    ...(explanations && { explanations: [...explainStruck(document, groups), ...explanations] }),
  };
};
