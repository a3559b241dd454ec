import { openField, sealField } from "../crypto/fields.server";

export type Mail = { to: string; subject: string; text: string; language: string; unsubscribe?: string };

/**
 * A mail as the outbox keeps it. Addresses are personal and links are keys: a copied database shows neither.
 * Comes out: the delivery's payload.
 */
export const sealMail = (mail: Mail): { sealed: string } => ({
  sealed: sealField("delivery.mail", JSON.stringify(mail)),
});

/** The mail a delivery's payload holds; throws when it was altered or sealed with another key. */
export const openMail = (payload: Record<string, unknown>): Mail =>
  JSON.parse(openField("delivery.mail", String(payload.sealed))) as Mail;
