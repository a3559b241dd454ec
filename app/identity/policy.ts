import { type Refusal, refuse } from "~/platform/result";
import type { Member } from "./actor";

type Acting = Pick<Member, "organization">;

const NOT_OWNER = refuse("forbidden", "identity.errors.notOwner").refusal;
const STAFF_ONLY = refuse("forbidden", "identity.errors.staffOnly").refusal;

/** Inviting, changing roles and ending memberships: owners only. Comes out: null, or the refusal. House rule. */
export const refuseManagingMembers = (actor: Acting): Refusal | null =>
  actor.organization.role === "owner" ? null : NOT_OWNER;

/** The list of members: everybody of the organization but its students. Comes out: null, or the refusal. House rule. */
export const refuseSeeingMembers = (actor: Acting): Refusal | null =>
  actor.organization.role === "student" ? STAFF_ONLY : null;
