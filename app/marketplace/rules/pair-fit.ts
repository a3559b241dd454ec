import type { PairFacts } from "~/matching/rules/match-facts";

export type MajorFacts = { code: string; name: string; family: string; className: string };
export type OccupationFit = { score: number; basis: "official" | "inferred"; name: string; reason: unknown };

/** A listing that names a class of the major, not the major itself, wants it nearly as much. House rule. */
const NAMED_CLASS = 0.8;

/**
 * How well a major suits what is offered, from the strongest fact there is: the listing names the major; a publication
 * or our own reasoning leads from the major to its occupation; the listing names another major of the same class.
 * Goes in: the major, the fit of its occupation (null: none stated or no fit), and the majors the listing names with
 * their classes. Comes out: the fit with its basis, or null when nothing is stated on either. House rule.
 */
export const pairFit = (
  major: MajorFacts,
  occupation: OccupationFit | null,
  named: readonly { code: string; family: string }[],
): PairFacts["fit"] => {
  if (named.some(({ code }) => code === major.code)) {
    const occupationName = occupation?.name ?? major.name;
    return { score: 1, basis: "named", majorName: major.name, occupationName, reason: null };
  }
  const sameClass = named.some(({ family }) => family === major.family);
  if (sameClass && (occupation?.score ?? 0) < NAMED_CLASS) {
    return {
      score: NAMED_CLASS,
      basis: "namedClass",
      majorName: major.name,
      occupationName: major.className,
      reason: null,
    };
  }
  if (!occupation) return null;
  const { score, basis, name, reason } = occupation;
  return { score, basis, majorName: major.name, occupationName: name, reason };
};
