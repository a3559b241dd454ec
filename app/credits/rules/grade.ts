/** The lowest score of a pass, in hundredths of a point. House rule: sixty of a hundred. */
export const PASS_CENTI = 6_000;

/** Words of a grade by the lowest score of their band. House rule, after the bands schools print. */
const BANDS: readonly (readonly [readonly string[], number])[] = [
  [["优秀", "优", "a", "a+", "a-", "excellent"], 9_000],
  [["良好", "良", "b", "b+", "b-", "good"], 8_000],
  [["中等", "中", "c", "c+", "c-", "fair"], 7_000],
  [["及格", "合格", "通过", "d", "pass", "passed"], 6_000],
  [["不及格", "不合格", "未通过", "e", "f", "fail", "failed"], 0],
];

const BY_WORD = new Map(BANDS.flatMap(([words, centi]) => words.map((word) => [word, centi] as const)));

/**
 * A printed grade as hundredths of a point. Goes in: the text of a transcript ("86.5", "良好", "B"). Comes out: the score, a
 * word standing for the lowest of its band; null for a text that is no grade, which is never taken for a pass. House rule.
 */
export const gradeCenti = (grade: string): number | null => {
  const text = grade.trim().normalize("NFKC").toLowerCase();
  const known = BY_WORD.get(text);
  if (known !== undefined) return known;
  if (!/^\d{1,3}(\.\d{1,2})?$/.test(text)) return null;
  const score = Math.round(Number(text) * 100);
  return score <= 10_000 ? score : null;
};
