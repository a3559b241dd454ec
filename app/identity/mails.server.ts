import { openField } from "~/platform/crypto/fields.server";
import { LANGUAGES, type Language } from "~/platform/i18n/words";
import { mailDelivery } from "~/platform/mail/compose.server";
import type { NewDelivery } from "~/platform/outbox/enqueue.server";
import { translatorFor } from "~/words/translator.server";
import type { Role } from "./actor";
import { LOCK_MINUTES } from "./rules/sign-in-limit";

type Recipient = { id: string; emailSealed: string; language: string };

const languageFor = (stored: string): Language => LANGUAGES.find((one) => one === stored) ?? "zh-CN";

const wordsFor = (language: string) => translatorFor(languageFor(language)).room("identity");

/** The address a sealed e-mail field holds. */
export const emailOf = (person: { emailSealed: string }): string =>
  openField("person.email", person.emailSealed);

/** Tells a person that their account is locked for a while after repeated failures, with the way to a new password. */
export const lockedMail = (person: Recipient, at: Date): NewDelivery => {
  const t = wordsFor(person.language);
  return mailDelivery({
    key: `locked:${person.id}:${at.getTime()}`,
    to: emailOf(person),
    language: person.language,
    subject: t("mail.locked.subject"),
    lines: [t("mail.locked.text", { minutes: LOCK_MINUTES }), t("mail.locked.act")],
    link: "/password/forgotten",
  });
};

/** The link that lets a person choose a new password; `linkId` names the promise, `token` is the secret. */
export const resetMail = (person: Recipient, linkId: string, token: string): NewDelivery => {
  const t = wordsFor(person.language);
  return mailDelivery({
    key: `reset:${linkId}`,
    to: emailOf(person),
    language: person.language,
    subject: t("mail.reset.subject"),
    lines: [t("mail.reset.text"), t("mail.reset.act")],
    link: `/password/reset/${token}`,
  });
};

/** Tells a person that their password was changed, in case it was not them. */
export const passwordChangedMail = (person: Recipient, eventId: string): NewDelivery => {
  const t = wordsFor(person.language);
  return mailDelivery({
    key: `password-changed:${eventId}`,
    to: emailOf(person),
    language: person.language,
    subject: t("mail.passwordChanged.subject"),
    lines: [t("mail.passwordChanged.text"), t("mail.passwordChanged.act")],
    link: "/password/forgotten",
  });
};

/** The invitation to act for an organization. */
export const invitationMail = (invitation: {
  linkId: string;
  token: string;
  email: string;
  language: string;
  inviter: string;
  organization: string;
  role: Role;
}): NewDelivery => {
  const t = wordsFor(invitation.language);
  const values = {
    inviter: invitation.inviter,
    organization: invitation.organization,
    role: t(`role.${invitation.role}`),
  };
  return mailDelivery({
    key: `invitation:${invitation.linkId}`,
    to: invitation.email,
    language: invitation.language,
    subject: t("mail.invitation.subject", values),
    lines: [t("mail.invitation.text", values), t("mail.invitation.act")],
    link: `/invitations/${invitation.token}`,
  });
};
