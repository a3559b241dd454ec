import { type Member, mayWrite, type Person } from "~/identity/actor";
import type { Refusal } from "~/platform/result";

/** From which side somebody looks at applications. */
export type ApplicationSide = "student" | "host" | "school";

const HOST_ROLES = ["owner", "coordinator", "mentor"];
const SCHOOL_ROLES = ["owner", "coordinator", "teacher"];

/**
 * The side a person works on, or null for somebody who has nothing to do with applications: a viewer, an authority, a
 * person without an organization. House rule: least privilege.
 */
export const sideOf = (actor: Pick<Person, "organization">): ApplicationSide | null => {
  const { organization } = actor;
  if (!organization) return null;
  if (organization.role === "student") return organization.kind === "school" ? "student" : null;
  if (organization.kind === "school") return SCHOOL_ROLES.includes(organization.role) ? "school" : null;
  if (
    organization.kind === "enterprise" ||
    organization.kind === "park" ||
    organization.kind === "industry_body"
  )
    return HOST_ROLES.includes(organization.role) ? "host" : null;
  return null;
};

/** Answering students: owners and coordinators of the host; mentors read along. Null, or the refusal with its reason. */
export const answerRefusal = (actor: Pick<Member, "organization">): Refusal | null =>
  mayWrite(actor) ? null : { code: "forbidden", key: "applications.errors.hostRole" };

/** Applying for a class and deciding on proposals: owners and coordinators of the school. */
export const schoolRefusal = (actor: Pick<Member, "organization">): Refusal | null =>
  actor.organization.kind === "school" && mayWrite(actor)
    ? null
    : { code: "forbidden", key: "applications.errors.schoolRole" };
