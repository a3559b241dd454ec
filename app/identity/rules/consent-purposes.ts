/** What consent is asked for; their words are `consents.purpose.*`. */
export const CONSENT_PURPOSES = ["platform_record", "share_application", "internship", "transfer"] as const;
export type ConsentPurpose = (typeof CONSENT_PURPOSES)[number];

/** What a consent may cover; their words are `consents.scope.*`. */
export const CONSENT_SCOPES = [
  "name",
  "sex",
  "age",
  "birthDate",
  "studentNumber",
  "programme",
  "className",
  "phone",
  "email",
  "guardianContact",
  "application",
  "placement",
  "results",
] as const;
export type ConsentScope = (typeof CONSENT_SCOPES)[number];
