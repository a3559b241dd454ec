import { LANGUAGES, type Language } from "~/platform/i18n/words";
import { mailDelivery } from "~/platform/mail/compose.server";
import type { NewDelivery } from "~/platform/outbox/enqueue.server";
import { translatorFor } from "~/words/translator.server";
import type { MailReader } from "./people-who-act.server";

const languageOf = (stored: string): Language => LANGUAGES.find((one) => one === stored) ?? "zh-CN";

/** Tells the school that a guardian asks about a record; the child is not named in the mail. */
export const dataAskedMail = (
  reader: MailReader,
  request: { id: string; kind: "correction" | "deletion"; dueOn: string },
): NewDelivery => {
  const t = translatorFor(languageOf(reader.language)).room("children");
  const values = { kind: t(`kind.${request.kind}`), due: request.dueOn };
  return mailDelivery({
    key: `data-asked:${request.id}:${reader.personId}`,
    to: reader.email,
    language: reader.language,
    subject: t("mail.asked.subject", values),
    lines: [t("mail.asked.text", values), t("mail.asked.act")],
    link: "/organization/students/requests",
  });
};

/** Tells a guardian what the school answered, in its own words. */
export const dataAnsweredMail = (
  reader: MailReader,
  request: { id: string; school: string; outcome: "done" | "refused"; answer: string; link: string },
): NewDelivery => {
  const t = translatorFor(languageOf(reader.language)).room("children");
  const values = { school: request.school };
  return mailDelivery({
    key: `data-answered:${request.id}:${reader.personId}`,
    to: reader.email,
    language: reader.language,
    subject: t(`mail.${request.outcome}.subject`, values),
    lines: [t(`mail.${request.outcome}.text`, values), request.answer, t("mail.answeredAct")],
    link: request.link,
  });
};
