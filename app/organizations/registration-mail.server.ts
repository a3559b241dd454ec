import { LANGUAGES } from "~/platform/i18n/words";
import { mailDelivery } from "~/platform/mail/compose.server";
import type { NewDelivery } from "~/platform/outbox/enqueue.server";
import { translatorFor } from "~/words/translator.server";

/** Asks whoever has the mailbox to confirm that they register an organization. */
export const registrationMail = (registration: {
  linkId: string;
  token: string;
  email: string;
  language: string;
  organization: string;
}): NewDelivery => {
  const language = LANGUAGES.find((one) => one === registration.language) ?? "zh-CN";
  const t = translatorFor(language).room("registration");
  const values = { organization: registration.organization };
  return mailDelivery({
    key: `registration:${registration.linkId}`,
    to: registration.email,
    language,
    subject: t("mail.subject", values),
    lines: [t("mail.text", values), t("mail.act")],
    link: `/register/${registration.token}`,
  });
};
