import { type Member, mayWrite } from "~/identity/actor";
import { type Refusal, refuse } from "~/platform/result";

type Acting = Pick<Member, "organization">;

const forbidden = (key: string): Refusal => refuse("forbidden", key).refusal;

/** Owners and coordinators of a verified vocational school or college found and change pathways. House rule. */
export const refuseFounding = ({ organization }: Acting): Refusal | null => {
  if (organization.kind !== "school") return forbidden("articulation.errors.schoolsOnly");
  if (!mayWrite({ organization })) return forbidden("articulation.errors.role");
  return organization.verified ? null : forbidden("articulation.errors.notVerified");
};

/** Owners and coordinators of a verified partner answer for it. */
export const refuseAnswering = ({ organization }: Acting): Refusal | null => {
  if (!mayWrite({ organization })) return forbidden("articulation.errors.role");
  return organization.verified ? null : forbidden("articulation.errors.notVerified");
};

/** Owners and coordinators of an authority approve, give back and close. */
export const refuseApproving = ({ organization }: Acting): Refusal | null => {
  if (organization.kind !== "authority") return forbidden("articulation.errors.authorityOnly");
  return mayWrite({ organization }) ? null : forbidden("articulation.errors.role");
};

/** Cohorts and results are kept by owners, coordinators and teachers of the school on whose roll the students are. */
export const refuseKeeping = ({ organization }: Acting): Refusal | null => {
  if (organization.kind !== "school") return forbidden("articulation.errors.schoolsOnly");
  return mayWrite({ organization }) || organization.role === "teacher"
    ? null
    : forbidden("articulation.errors.role");
};

/** A spreadsheet is read in and decided on by owners and coordinators, as every import is. */
export const refuseImporting = ({ organization }: Acting): Refusal | null => {
  if (organization.kind !== "school") return forbidden("articulation.errors.schoolsOnly");
  return mayWrite({ organization }) ? null : forbidden("articulation.errors.role");
};
