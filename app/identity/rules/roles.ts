import type { OrganizationKind, Role } from "../actor";

const STAFF = ["owner", "coordinator", "viewer"] as const;

const ROLES_OF: Record<OrganizationKind, readonly Role[]> = {
  enterprise: ["owner", "coordinator", "mentor", "viewer"],
  school: ["owner", "coordinator", "teacher", "viewer", "student"],
  general_school: STAFF,
  authority: STAFF,
  industry_body: STAFF,
  park: STAFF,
};

/** The roles an organization of a kind can give, the most powerful first. House rule. */
export const rolesOf = (kind: OrganizationKind): readonly Role[] => ROLES_OF[kind];

/** Whether a role exists in organizations of a kind. */
export const isRoleOf = (kind: OrganizationKind, role: string): role is Role =>
  (ROLES_OF[kind] as readonly string[]).includes(role);

/**
 * Whether a change would leave an organization without an owner. Goes in: the ids of the present owners' memberships,
 * the membership to change and its new role (null to end it). Comes out: true when nobody would be left to manage it.
 */
export const leavesNoOwner = (
  ownerMembershipIds: readonly string[],
  membershipId: string,
  newRole: Role | null,
): boolean =>
  newRole !== "owner" &&
  ownerMembershipIds.includes(membershipId) &&
  ownerMembershipIds.every((id) => id === membershipId);
