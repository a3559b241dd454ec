import { type Member, mayWrite, type OrganizationKind } from "~/identity/actor";
import { type Refusal, refuse } from "~/platform/result";

type Acting = Pick<Member, "organization">;

/** Who shares and books: everybody who works with others. An authority supervises and takes no seats. */
export const SHARING: readonly OrganizationKind[] = [
  "enterprise",
  "school",
  "general_school",
  "industry_body",
  "park",
];

const refuseUnverified = ({ organization }: Acting): Refusal | null =>
  organization.verified ? null : refuse("forbidden", "resources.errors.notVerified").refusal;

/** Owners and coordinators of a verified organization share what it has. Null, or the refusal with its reason. House rule. */
export const refuseSharing = (actor: Acting): Refusal | null =>
  mayWrite(actor) ? refuseUnverified(actor) : refuse("forbidden", "resources.errors.role").refusal;

/** Those who take a class out — owners, coordinators and teachers of a verified organization — book for it. House rule. */
export const refuseBooking = (actor: Acting): Refusal | null =>
  mayWrite(actor) || actor.organization.role === "teacher"
    ? refuseUnverified(actor)
    : refuse("forbidden", "resources.errors.role").refusal;
