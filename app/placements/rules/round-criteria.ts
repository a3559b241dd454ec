/** What a host may weigh besides its own order; facts the student agreed to share. Their words are `rounds.criterion.*`. */
export const CRITERIA = ["major", "year", "credits"] as const;
export type Criterion = (typeof CRITERIA)[number];
export type Criteria = Record<Criterion, number>;

/** How heavy one criterion may be made. */
export const MOST_WEIGHT = 10;

/** A host that has said nothing weighs the major alone. House rule. */
export const USUAL_CRITERIA: Criteria = { major: 3, year: 0, credits: 0 };

/** A host's own first place stands above every sum of points. */
const PLACED = 1_000_000;

export type CandidateFacts = {
  majorCode: string;
  entryYear: number;
  creditsCenti: number;
};

/** 2 for a major the slot names, 1 for one of the same class, 0 otherwise: the first four digits are the class. */
const majorPoints = (major: string, named: readonly string[]): number => {
  if (named.includes(major)) return 2;
  return named.some((code) => code.slice(0, 4) === major.slice(0, 4)) ? 1 : 0;
};

/**
 * Points of one student for one slot by its criteria. In: the student's facts, the majors the slot names, the latest
 * entry year in the round and the weights (0…10). Out: a number of tenths, higher is better; equals are parted by the
 * round's draw. What place a student gave the slot is never weighed: then a true list could be a mistake. House rule.
 */
export const pointsOf = (
  candidate: CandidateFacts,
  slot: { majorCodes: readonly string[]; latestYear: number },
  weights: Criteria,
): number => {
  const years = Math.min(4, Math.max(0, slot.latestYear - candidate.entryYear));
  const credits = Math.min(40, Math.max(0, Math.floor(candidate.creditsCenti / 100)));
  return (
    weights.major * majorPoints(candidate.majorCode, slot.majorCodes) * 10 +
    weights.year * years * 10 +
    weights.credits * Math.floor(credits / 2)
  );
};

/**
 * The number a student stands with on a slot's list. In: the place the host gave (1 is first, null is not wanted,
 * undefined is none given) and the points. Out: the score, or null where the host does not want the student.
 */
export const scoreOf = (place: number | null | undefined, points: number): number | null => {
  if (place === null) return null;
  return place === undefined ? points : PLACED - place;
};
