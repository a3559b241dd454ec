import { type Acting, mayWrite, type OrganizationKind } from "~/identity/actor";
import { type Refusal, refuse } from "~/platform/result";

/** Kinds of organizations that have courses: vocational schools and general schools. */
export const SCHOOLS: readonly OrganizationKind[] = ["school", "general_school"];

type Who = Pick<Acting, "organization">;

/**
 * Owners and coordinators of a verified school keep its catalogue, agree on and sign tables, and convert transcripts. Null,
 * or the refusal with its reason (forbidden). House rule.
 */
export const refuseCreditWork = ({ organization }: Who): Refusal | null => {
  if (!SCHOOLS.includes(organization.kind)) return refuse("forbidden", "credits.errors.schoolsOnly").refusal;
  if (!mayWrite({ organization })) return refuse("forbidden", "credits.errors.role").refusal;
  return organization.verified ? null : refuse("forbidden", "credits.errors.notVerified").refusal;
};

/**
 * A tutor works on the items that are theirs; owners and coordinators on every item of their school. Goes in: who, their
 * person, and the item's tutor. Null, or the refusal (forbidden). House rule.
 */
export const refuseTutoring = (
  { organization }: Who,
  personId: string | null,
  tutorId: string | null,
): Refusal | null => {
  if (mayWrite({ organization })) return null;
  return organization.role === "teacher" && personId !== null && personId === tutorId
    ? null
    : refuse("forbidden", "credits.errors.notTutor").refusal;
};
