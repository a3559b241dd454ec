import { explorationSeed, placeNewcomers } from "./exploration";
import { improvementsOf } from "./improvements";
import type { Candidate, Improvement, MatchPart, Subject } from "./match-facts";
import { partsOf } from "./part-reasons";
import { counterScore, mutualScore, type PartValues, partValues, scoreOf } from "./part-values";
import { compareIds, seededHash } from "./seeded-hash";
import { MATCH_WEIGHTS, type MatchWeights } from "./weights";

export type RankedMatch = {
  id: string;
  /** 1, 2, … in this list. */
  position: number;
  /** 0…100 with one decimal, as the subject sees the candidate. */
  score: number;
  /** 0…100 with one decimal, both directions together; null when the subject's standing was not given. */
  mutual: number | null;
  parts: MatchPart[];
  improve: Improvement[];
  /** True when the exploration share lifted this newcomer; then `exploredKey` says so in words. */
  explored: boolean;
  exploredKey: "matching.explored" | null;
};

export type RankedList = {
  matches: RankedMatch[];
  /** With which weights and under which seed the list can be repeated. */
  weightsVersion: string;
  seed: string;
  considered: number;
};

export type RankOptions = {
  /** Civil date of the list; with the subject's id it is the seed of the draw. */
  day: string;
  /** How many positions to fill, 1…200. */
  limit?: number;
  orderBy?: "score" | "mutual";
  weights?: MatchWeights;
};

type Scored = {
  candidate: Candidate;
  values: PartValues;
  score: number;
  mutual: number | null;
  draw: number;
};

const oneDecimal = (value: number): number => Math.round(value * 10) / 10;

/**
 * Ranks candidates for one programme or one listing, with reasons. Sorted by score (or by the mutual score), equals
 * drawn by the seed; then the exploration share holds its positions for newcomers. The order of the input does not
 * matter. Reasons are made only for the positions that are returned.
 * In: facts as in `Candidate`, ids unique. Out: at most `limit` (20) matches. Never refuses. House rule; weights and
 * their date in `weights.ts`.
 */
export const rankCandidates = (
  subject: Subject,
  candidates: readonly Candidate[],
  { day, limit = 20, orderBy = "score", weights = MATCH_WEIGHTS }: RankOptions,
): RankedList => {
  const seed = explorationSeed(day, subject.id);
  const scored: Scored[] = candidates.map((candidate) => {
    const values = partValues(subject.side, candidate, candidate, weights);
    const score = scoreOf(values, weights);
    const counter = counterScore(subject, candidate, weights);
    return {
      candidate,
      values,
      score,
      mutual: counter === null ? null : mutualScore(score, counter),
      draw: seededHash(seed, candidate.id),
    };
  });
  const merit = ({ score, mutual }: Scored) => (orderBy === "mutual" ? (mutual ?? score) : score);
  scored.sort((a, b) => merit(b) - merit(a) || a.draw - b.draw || compareIds(a.candidate.id, b.candidate.id));

  const bounded = Math.min(200, Math.max(1, limit));
  const matches = placeNewcomers(scored, seed, bounded, weights).map(
    ({ item, explored }, at): RankedMatch => {
      const { candidate, values, score, mutual } = item;
      return {
        id: candidate.id,
        position: at + 1,
        score: oneDecimal(score),
        mutual: mutual === null ? null : oneDecimal(mutual),
        parts: partsOf(candidate, values, weights),
        improve: improvementsOf(subject.side, candidate, values, weights),
        explored,
        exploredKey: explored ? "matching.explored" : null,
      };
    },
  );
  return { matches, weightsVersion: weights.version, seed, considered: candidates.length };
};
