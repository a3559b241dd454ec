import type { MajorLevel } from "../types";

const FIRST: Record<MajorLevel, number> = { secondary: 61, associate: 41, bachelor: 21 };

/**
 * The class of majors shared by the three levels. Goes in: a major, class or category code as published
 * ("660103", "4601", "520401K"). Comes out: "06-01" (category 1–19 and class), or null when the code does not start
 * with a vocational category. Source: 《职业教育专业目录（2021年）》, whose levels number the same categories
 * from 61, 41 and 21; that they align is a reading of the code table, not a sentence of the document.
 */
export const familyOf = (code: string): string | null => {
  if (!/^\d{4}/.test(code)) return null;
  const level = levelOfCode(code);
  if (!level) return null;
  const category = Number(code.slice(0, 2)) - FIRST[level] + 1;
  return `${String(category).padStart(2, "0")}-${code.slice(2, 4)}`;
};

/** The level a major code belongs to, by its first two digits (61–79, 41–59, 21–39), or null. Same source. */
export const levelOfCode = (code: string): MajorLevel | null => {
  const head = Number(code.slice(0, 2));
  for (const level of ["secondary", "associate", "bachelor"] as const) {
    if (head >= FIRST[level] && head <= FIRST[level] + 18) return level;
  }
  return null;
};

/** Whether the state controls the major (国控专业): published with a trailing K. Same source. */
export const isStateControlled = (code: string): boolean => code.endsWith("K");
