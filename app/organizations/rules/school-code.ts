const CODE = /^(11|21|22|3[1-7]|41|42|51|9[1-3])(1[1-5]|2[1-3]|3[1-7]|4[1-6]|5[0-4]|6[1-5]|71|81|82)\d{6}$/;

/** Types of schools the platform registers, by the first two digits of their code. */
const VOCATIONAL = new Set(["32", "36", "41", "42", "51", "93"]);
const GENERAL = new Set(["31", "33", "34", "35", "37", "51"]);

/** A code as people type or paste it: full-width digits made plain, spaces and hyphens left out. */
export const normalizeSchoolCode = (typed: string): string => typed.normalize("NFKC").replace(/[\s-]/g, "");

export type SchoolCodeProblem = "form" | "higher" | "kind";

/**
 * What is wrong with a 10-digit 学校（机构）标识码. Goes in: the normalized text and the kind of organization it is given
 * for. Comes out: null, or the first thing to mend: its form (two digits of type, two of province, six of serial), the
 * zero that codes of universities and colleges (41, 42) carry in fifth place, or a type of school that belongs to the
 * other kind of organization. The code has no check digit. Source: the education ministry's coding rules as published
 * by its provinces; which types register as which kind is a house rule.
 */
export const schoolCodeProblem = (
  code: string,
  kind: "school" | "general_school",
): SchoolCodeProblem | null => {
  if (!CODE.test(code)) return "form";
  const type = code.slice(0, 2);
  if ((type === "41" || type === "42") && code[4] !== "0") return "higher";
  return (kind === "school" ? VOCATIONAL : GENERAL).has(type) ? null : "kind";
};
