import type { Language } from "~/platform/i18n/words";
import { mailDelivery } from "~/platform/mail/compose.server";
import type { NewDelivery } from "~/platform/outbox/enqueue.server";
import { translatorFor } from "~/words/translator.server";
import { REQUEST_DAYS } from "./rules/consent-days";

/** Asks a guardian for their word. The mail says who asks and about whom; what exactly is asked stands behind the link. */
export const consentRequestMail = (request: {
  requestId: string;
  token: string;
  email: string;
  school: string;
  student: string;
  /** The language the guardian reads: their account's, else what the platform speaks first. */
  language: Language;
}): NewDelivery => {
  const t = translatorFor(request.language).room("consents");
  const values = { school: request.school, student: request.student, days: REQUEST_DAYS };
  return mailDelivery({
    key: `consent-request:${request.requestId}`,
    to: request.email,
    language: request.language,
    subject: t("mail.request.subject", values),
    lines: [t("mail.request.text", values), t("mail.request.act", values)],
    link: `/consents/${request.token}`,
  });
};
