export type HintedMajor = {
  family: string | null;
  className: string;
  /** codes and names of the occupations the major prepares for best, likeliest first */
  occupations: readonly { code: string; name: string }[];
};

export type MajorHint = {
  sameFamily: boolean;
  classes: [string, string];
  /** names of occupations both prepare for, at most five */
  shared: string[];
};

const SHOWN = 5;

/**
 * How two majors of one pathway hang together: whether the catalogue puts them in one class across the levels, and which
 * occupations both prepare for. A hint for those who plan, never a condition: a pathway between two classes is allowed.
 */
export const majorHint = (first: HintedMajor, second: HintedMajor): MajorHint => {
  const codes = new Set(second.occupations.map((one) => one.code));
  return {
    sameFamily: first.family !== null && first.family === second.family,
    classes: [first.className, second.className],
    shared: first.occupations
      .filter((one) => codes.has(one.code))
      .slice(0, SHOWN)
      .map((one) => one.name),
  };
};
