import type { ActorSnapshot, Ctx } from "~/platform/command";
import type { FirstThing } from "./rules/strong-account";

export const ORGANIZATION_KINDS = [
  "enterprise",
  "school",
  "general_school",
  "authority",
  "industry_body",
  "park",
] as const;
export type OrganizationKind = (typeof ORGANIZATION_KINDS)[number];

/** owner 负责人 · coordinator 校企合作专员 · mentor 企业导师 / teacher 指导教师 · viewer 查看者 · student 学生 */
export const ROLES = ["owner", "coordinator", "mentor", "teacher", "viewer", "student"] as const;
export type Role = (typeof ROLES)[number];

/** The organization a signed-in person currently acts for. */
export type ActingFor = {
  id: string;
  kind: OrganizationKind;
  name: string;
  verified: boolean;
  role: Role;
};

/** A signed-in person, with the organization they act for if they belong to one. */
export type Person = ActorSnapshot & {
  kind: "person";
  personId: string;
  language: string;
  isOperator: boolean;
  sessionPublicId: string;
  organization: ActingFor | null;
  /** what must be done before anything else, where something must */
  first?: FirstThing;
};

/** A person acting for an organization: what most commands need. */
export type Member = Person & { organization: ActingFor; organizationId: string };

/** Whoever acts for an organization: a member, or one of its systems by a key, which counts as a coordinator. */
export type Acting = ActorSnapshot & { organization: ActingFor; organizationId: string };

export type PersonCtx = Ctx<Person>;
export type MemberCtx = Ctx<Member>;
export type ActingCtx = Ctx<Acting>;

/** Roles that may change what their organization shows and agrees to. */
export const mayWrite = (actor: Pick<Acting, "organization">): boolean =>
  actor.organization.role === "owner" || actor.organization.role === "coordinator";
