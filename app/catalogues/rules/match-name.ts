export type Findable = { code: string; name: string; pinyin: string; initials: string };

const rankOf = (row: Findable, word: string): number => {
  const code = row.code.toLowerCase();
  if (code === word || row.name === word) return 6;
  if (code.startsWith(word)) return 5;
  if (row.name.startsWith(word)) return 4;
  if (row.name.includes(word)) return 3;
  if (row.initials === word || row.pinyin === word) return 2.5;
  if (row.initials.startsWith(word) || row.pinyin.startsWith(word)) return 2;
  if (word.length >= 3 && (row.pinyin.includes(word) || row.initials.includes(word))) return 1;
  return 0;
};

/**
 * How well a row answers what somebody typed. Goes in: the row with its pinyin keys, the typed text (words apart by
 * spaces; Chinese, code, pinyin or initials). Comes out: 0 when a word is nowhere in it, else more for codes and
 * beginnings than for pinyin. An empty text matches everything alike. House rule.
 */
export const matchName = (row: Findable, typed: string): number => {
  const words = typed
    .toLowerCase()
    .split(/[\s,，、]+/)
    .filter((word) => word !== "");
  let sum = 1;
  for (const word of words) {
    const rank = rankOf(row, word);
    if (rank === 0) return 0;
    sum += rank;
  }
  return sum;
};
