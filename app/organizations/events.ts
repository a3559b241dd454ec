/** The facts this room records, in the past tense; their words are `organizations.events.*`. */
export const ORGANIZATION_EVENTS = [
  "organization.profile_changed",
  "organization.submitted",
  "organization.withdrawn",
  "organization.approved",
  "organization.returned",
  "organization.revoked",
  "organization.merged",
  "organization.evidence_added",
  "organization.evidence_removed",
  "organization.evidence_read",
  "organization.public_list_loaded",
  "post.created",
  "post.changed",
  "post.closed",
  "post.reopened",
  "programme.created",
  "programme.changed",
  "programme.closed",
  "programme.reopened",
  "delivery.retried",
  "delivery.kind_retried",
] as const;

export type OrganizationEventName = (typeof ORGANIZATION_EVENTS)[number];
