/**
 * The category (专业大类) of a major, class or category code, level aside: the three levels number the same
 * nineteen categories with offsets of twenty (61, 41 and 21 are all agriculture).
 * @returns 1–19, or null when the code does not start with two such digits
 */
export const majorCategory = (code: string): number | null => {
  const head = Number(code.slice(0, 2));
  if (!Number.isInteger(head) || head < 21 || head > 79) return null;
  const category = head % 20;
  return category === 0 ? null : category;
};
