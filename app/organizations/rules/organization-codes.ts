import type { FieldError } from "~/platform/result";
import { codesOf } from "./profile-completeness";
import { normalizeSchoolCode, schoolCodeProblem } from "./school-code";
import { normalizeUscc, usccProblem } from "./uscc";

export type Codes = { uscc: string | null; schoolCode: string | null };

/**
 * The codes a profile form gives. Goes in: the codes as typed (absent when the field was empty) and the kind of
 * organization. Comes out: the normalized codes; null for one that was left empty or that this kind does not have.
 */
export const readCodes = (typed: { uscc?: string; schoolCode?: string }, kind: string): Codes => {
  const has = codesOf(kind);
  return {
    uscc: has.uscc !== "none" && typed.uscc ? normalizeUscc(typed.uscc) : null,
    schoolCode: has.schoolCode !== "none" && typed.schoolCode ? normalizeSchoolCode(typed.schoolCode) : null,
  };
};

/** What is wrong with the given codes, each beside its field; an absent code is not wrong here. Sources: see the rules. */
export const codeProblems = (codes: Codes, kind: string): FieldError[] => {
  const uscc = codes.uscc ? usccProblem(codes.uscc) : null;
  const school = codes.schoolCode
    ? schoolCodeProblem(codes.schoolCode, kind === "general_school" ? "general_school" : "school")
    : null;
  return [
    ...(uscc ? [{ field: "uscc", key: `organizations.errors.uscc.${uscc}` }] : []),
    ...(school ? [{ field: "schoolCode", key: `organizations.errors.school.${school}` }] : []),
  ];
};
