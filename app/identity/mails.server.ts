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

type Sighting = {
  eventId: string;
  at: Date;
  browser: string | null;
  system: string | null;
  network: string | null;
};

const CLOCK_AHEAD_MS = 8 * 3_600_000;

/** An instant as mails print it, in Shanghai time: "2026-11-22 10:00". */
const printed = (at: Date): string =>
  new Date(at.getTime() + CLOCK_AHEAD_MS).toISOString().slice(0, 16).replace("T", " ");

/** Tells a person of a sign-in from a browser not seen before; what to do if it was not them is on the account page. */
export const newDeviceMail = (person: Recipient, seen: Sighting): NewDelivery => {
  const t = wordsFor(person.language);
  const device =
    [seen.browser, seen.system].filter((part) => part !== null).join(" · ") || t("account.unknownDevice");
  const values = { at: printed(seen.at), device, network: seen.network ?? t("signIns.unknownPlace") };
  return mailDelivery({
    key: `new-device:${seen.eventId}`,
    to: emailOf(person),
    language: person.language,
    subject: t("mail.newDevice.subject"),
    lines: [t("mail.newDevice.text", values), t("mail.newDevice.act")],
    link: "/account#sign-ins",
  });
};

/** Tells a person that the second step was put in force, ended, given new recovery codes, or taken away by the operator. */
export const secondStepMail = (
  person: Recipient,
  eventId: string,
  what: "on" | "off" | "renewed" | "cleared",
): NewDelivery => {
  const t = wordsFor(person.language);
  return mailDelivery({
    key: `second-step:${eventId}`,
    to: emailOf(person),
    language: person.language,
    subject: t(`mail.secondStep.${what}`),
    lines: [t(`mail.secondStep.${what}Text`), t("mail.secondStep.act")],
    link: "/password/forgotten",
  });
};

/** Tells a person that a recovery code was used to sign in, and how many are left. */
export const recoveryUsedMail = (person: Recipient, used: { linkId: string; left: number }): NewDelivery => {
  const t = wordsFor(person.language);
  return mailDelivery({
    key: `recovery-used:${used.linkId}`,
    to: emailOf(person),
    language: person.language,
    subject: t("mail.recoveryUsed.subject"),
    lines: [t("mail.recoveryUsed.text", { left: used.left }), t("mail.recoveryUsed.act")],
    link: "/account/second-step",
  });
};

/** Reminds an operator that a new password is due. `chosenAt` names the password, so that each is reminded of once. */
export const passwordAgeMail = (person: Recipient, chosenAt: Date, days: number): NewDelivery => {
  const t = wordsFor(person.language);
  return mailDelivery({
    key: `password-age:${person.id}:${chosenAt.getTime()}`,
    to: emailOf(person),
    language: person.language,
    subject: t("mail.passwordAge.subject"),
    lines: [t("mail.passwordAge.text", { days })],
    link: "/account/password",
  });
};

/** Tells a person that the operator keeps them out, or lets them in again, and why. */
export const keptOutMail = (
  person: Recipient,
  eventId: string,
  what: "locked" | "unlocked",
  reason: string,
): NewDelivery => {
  const t = wordsFor(person.language);
  return mailDelivery({
    key: `kept-out:${eventId}`,
    to: emailOf(person),
    language: person.language,
    subject: t(`mail.keptOut.${what}`),
    lines: [t(`mail.keptOut.${what}Text`), t("mail.keptOut.reason", { reason })],
    link: "/login",
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
