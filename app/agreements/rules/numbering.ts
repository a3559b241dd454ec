const DIGITS = "零一二三四五六七八九";

/** A whole number below 100 in Chinese figures, as clauses are numbered: 第十二条. */
export const chineseNumber = (value: number): string => {
  if (value < 10) return DIGITS[value] ?? String(value);
  if (value >= 100) return String(value);
  const tens = Math.floor(value / 10);
  const rest = value % 10;
  return `${tens === 1 ? "" : DIGITS[tens]}十${rest ? DIGITS[rest] : ""}`;
};
