/** What this room records. Of an organization: */
export const MEMBER_EVENTS = {
  "member.invited": "invited",
  "member.invitation_resent": "invitation_resent",
  "member.invitation_withdrawn": "invitation_withdrawn",
  "member.joined": "joined",
  "member.role_changed": "role_changed",
  "member.ended": "ended",
  "member.left": "left",
} as const;

export type MemberEventName = keyof typeof MEMBER_EVENTS;

/** Of a person; seen by nobody but the operator's log. */
export type PersonEventName =
  | "person.created"
  | "person.signed_in"
  | "person.sign_in_failed"
  | "person.locked"
  | "person.reset_requested"
  | "person.password_reset"
  | "person.password_changed"
  | "person.profile_changed"
  | "person.password_accepted"
  | "person.kept_out"
  | "person.second_step_begun"
  | "person.second_step_on"
  | "person.second_step_off"
  | "person.second_step_cleared"
  | "person.recovery_codes_renewed"
  | "person.sign_in_disowned"
  | "person.locked_by_operator"
  | "person.unlocked_by_operator"
  | "person.read_by_operator"
  | "session.revoked"
  | "session.others_revoked";

/** The word key of an event of this room for "what changed" ("identity.events.joined"), or null for another room's. */
export const memberEventWords = (
  name: string,
): `identity.events.${(typeof MEMBER_EVENTS)[MemberEventName]}` | null =>
  Object.hasOwn(MEMBER_EVENTS, name) ? `identity.events.${MEMBER_EVENTS[name as MemberEventName]}` : null;
