import type { Candidate } from "./match-facts";
import { compareIds, seededHash } from "./seeded-hash";
import type { MatchWeights } from "./weights";

/** True for the positions (1, 2, …) held for newcomers: with a share of 20 % the 5th, 10th, 15th … */
export const isReservedPosition = (position: number, shareBasisPoints: number): boolean =>
  Math.floor((position * shareBasisPoints) / 10_000) >
  Math.floor(((position - 1) * shareBasisPoints) / 10_000);

/** A newcomer may be shown out of turn when nothing known speaks against it. House rule. */
export const isEligibleNewcomer = (candidate: Candidate, weights: MatchWeights): boolean =>
  candidate.newcomer &&
  candidate.appetite !== "not_now" &&
  candidate.seatsOpen !== 0 &&
  candidate.seatsNeeded !== 0 &&
  (candidate.fit === null || candidate.fit.score >= weights.exploration.minimumFit);

/** The published seed of a list: anyone who knows the day and the subject can repeat the draw. */
export const explorationSeed = (day: string, subjectId: string): string => `${day}/${subjectId}`;

export type Placed<T> = { item: T; explored: boolean };

/**
 * Puts newcomers on the reserved positions of a list that is sorted by merit. Among eligible newcomers not yet
 * placed the least shown come first; equals are drawn by the seed. `explored` marks only who stands higher than by
 * merit. In: the whole list by merit. Out: the first `limit` positions, nobody twice. House rule.
 */
export const placeNewcomers = <T extends { candidate: Candidate }>(
  byMerit: readonly T[],
  seed: string,
  limit: number,
  weights: MatchWeights,
): Placed<T>[] => {
  const queue = byMerit
    .map((item, merit) => ({ item, merit, draw: 0 }))
    .filter(({ item }) => isEligibleNewcomer(item.candidate, weights));
  for (const entry of queue) entry.draw = seededHash(seed, entry.item.candidate.id);
  queue.sort(
    (a, b) =>
      a.item.candidate.exposure - b.item.candidate.exposure ||
      a.draw - b.draw ||
      compareIds(a.item.candidate.id, b.item.candidate.id),
  );

  const placed: Placed<T>[] = [];
  const seen = new Set<T>();
  let nextNewcomer = 0;
  let nextByMerit = 0;
  while (placed.length < Math.min(limit, byMerit.length)) {
    const position = placed.length + 1;
    if (isReservedPosition(position, weights.exploration.share)) {
      while (nextNewcomer < queue.length && seen.has(queue[nextNewcomer]!.item)) nextNewcomer++;
      const entry = queue[nextNewcomer];
      if (entry) {
        seen.add(entry.item);
        placed.push({ item: entry.item, explored: entry.merit + 1 > position });
        continue;
      }
    }
    while (seen.has(byMerit[nextByMerit]!)) nextByMerit++;
    const item = byMerit[nextByMerit]!;
    seen.add(item);
    placed.push({ item, explored: false });
  }
  return placed;
};
