import type { OrganizationKind } from "~/identity/actor";

export const AGREEMENT_KINDS = [
  "cooperation",
  "apprenticeship",
  "training_base",
  "order_class",
  "industry_college",
  "school_school",
  "consortium",
  "tripartite_internship",
] as const;
export type AgreementKind = (typeof AGREEMENT_KINDS)[number];

export const PARTY_ROLES = [
  "enterprise",
  "school",
  "partner_school",
  "lead_enterprise",
  "lead_university",
  "lead_school",
  "convener",
  "member",
] as const;
export type PartyRole = (typeof PARTY_ROLES)[number];

/** student: keeps student status, no labour contract · enterprise: has a labour contract · joint: enrolled and hired at once. */
export const APPRENTICE_STATUSES = ["student", "enterprise", "joint"] as const;
export type ApprenticeStatus = (typeof APPRENTICE_STATUSES)[number];

/** What a clause is for; mandatory clauses are asked for by purpose, whatever their title says. */
export const PURPOSES = [
  "goals",
  "content",
  "rights",
  "term",
  "review",
  "liability",
  "disputes",
  "data",
  "ip",
  "safety",
  "pay",
  "insurance",
  "fees",
  "mentors",
  "training_plan",
  "alternation",
  "assessment",
  "identity",
  "enrolment",
  "employment",
  "exit",
  "premises",
  "resources",
  "teachers",
  "courses",
  "credits",
  "organs",
  "duties",
  "benefit",
  "consent",
  "other",
] as const;
export type Purpose = (typeof PURPOSES)[number];

/** 五金: the five elements consortium tasks are tagged by. */
export const ELEMENTS = ["major", "course", "textbook", "teacher", "base"] as const;
export type Element = (typeof ELEMENTS)[number];

const VOCATIONAL: readonly OrganizationKind[] = ["school"];
const ANY_SCHOOL: readonly OrganizationKind[] = ["school", "general_school"];
const FIRM: readonly OrganizationKind[] = ["enterprise"];
const ANYBODY: readonly OrganizationKind[] = [
  "enterprise",
  "school",
  "general_school",
  "industry_body",
  "park",
];

const KINDS_OF_ROLE: Record<PartyRole, readonly OrganizationKind[]> = {
  enterprise: FIRM,
  school: VOCATIONAL,
  partner_school: ANY_SCHOOL,
  lead_enterprise: FIRM,
  lead_university: VOCATIONAL,
  lead_school: VOCATIONAL,
  convener: ["park", "industry_body"],
  member: ANYBODY,
};

/** Whether an organization of a kind may stand in a role. House rule. */
export const maySitAs = (role: PartyRole, kind: OrganizationKind): boolean =>
  KINDS_OF_ROLE[role].includes(kind);
