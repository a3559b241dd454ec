import { liesIn } from "~/catalogues/rules/regions";
import { type Member, mayWrite, type Person } from "~/identity/actor";
import { type Refusal, refuse } from "~/platform/result";

type Acting = Pick<Member, "organization">;

const SCHOOLS = ["school", "general_school"];

/** Owners and coordinators of a verified school deal with transfers. Null, or the refusal with its reason. House rule. */
export const refuseSchoolWork = ({ organization }: Acting): Refusal | null => {
  if (!SCHOOLS.includes(organization.kind))
    return refuse("forbidden", "transfers.errors.schoolsOnly").refusal;
  if (!mayWrite({ organization })) return refuse("forbidden", "transfers.errors.role").refusal;
  return organization.verified ? null : refuse("forbidden", "transfers.errors.notVerified").refusal;
};

/** Scores are entered by everybody who teaches or coordinates at the receiving school. House rule: several assessors. */
export const refuseAssessing = ({ organization }: Acting): Refusal | null => {
  if (!SCHOOLS.includes(organization.kind))
    return refuse("forbidden", "transfers.errors.schoolsOnly").refusal;
  return mayWrite({ organization }) || organization.role === "teacher"
    ? null
    : refuse("forbidden", "transfers.errors.role").refusal;
};

/** Owners and coordinators of an authority. */
export const refuseAuthorityWork = ({ organization }: Acting): Refusal | null => {
  if (organization.kind !== "authority") return refuse("forbidden", "transfers.errors.authorityOnly").refusal;
  return mayWrite({ organization }) ? null : refuse("forbidden", "transfers.errors.role").refusal;
};

export type Voice = "student" | "guardian" | "sending" | "receiving" | "authority";

type Concerned = { personId: string | null; fromSchoolId: string; toSchoolId: string; regionCode: string };

/**
 * In which voices a person stands towards a transfer. Goes in: the person, the transfer, whether one of the student's linked
 * guardians is this person, and the region of the person's authority. Comes out: the voices; none means that to them it does
 * not exist. Students of a school are never its voice.
 */
export const voicesOf = (
  person: Person,
  transfer: Concerned,
  isGuardian: boolean,
  authorityRegion: string | null,
): Voice[] => {
  const { organization } = person;
  const staff = organization !== null && organization.role !== "student" && organization.role !== "viewer";
  return [
    ...(transfer.personId !== null && transfer.personId === person.personId ? ["student" as const] : []),
    ...(isGuardian ? ["guardian" as const] : []),
    ...(staff && organization.id === transfer.fromSchoolId ? ["sending" as const] : []),
    ...(staff && organization.id === transfer.toSchoolId ? ["receiving" as const] : []),
    ...(staff && authorityRegion !== null && liesIn(authorityRegion, transfer.regionCode)
      ? ["authority" as const]
      : []),
  ];
};
