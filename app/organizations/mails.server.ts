import { LANGUAGES, type Language } from "~/platform/i18n/words";
import { mailDelivery } from "~/platform/mail/compose.server";
import type { NewDelivery } from "~/platform/outbox/enqueue.server";
import { translatorFor } from "~/words/translator.server";
import type { MailReader } from "./people-who-act.server";

const languageOf = (stored: string): Language => LANGUAGES.find((one) => one === stored) ?? "zh-CN";

/** Tells the operator that a profile waits, by when, and where to look at it. */
export const submittedMail = (
  reader: MailReader,
  review: { id: string; organization: string; dueOn: string },
): NewDelivery => {
  const t = translatorFor(languageOf(reader.language)).room("organizations");
  return mailDelivery({
    key: `organization-submitted:${review.id}:${reader.personId}`,
    to: reader.email,
    language: reader.language,
    subject: t("mail.submitted.subject", { organization: review.organization }),
    lines: [
      t("mail.submitted.text", { organization: review.organization, due: review.dueOn }),
      t("mail.submitted.act"),
    ],
    link: `/admin/verifications/${review.id}`,
  });
};

/** Tells an organization's people what the operator decided, why, and where to go on. */
export const decidedMail = (
  reader: MailReader,
  decision: {
    key: string;
    organization: string;
    outcome: "approved" | "returned" | "revoked";
    reason: string;
    notes: number;
  },
): NewDelivery => {
  const t = translatorFor(languageOf(reader.language)).room("organizations");
  const values = { organization: decision.organization };
  const lines = [t(`mail.${decision.outcome}.text`, values)];
  if (decision.reason) lines.push(t("mail.reason", { reason: decision.reason }));
  if (decision.notes > 0) lines.push(t("mail.notes", { total: decision.notes }));
  lines.push(t(`mail.${decision.outcome}.act`));
  return mailDelivery({
    key: `organization-${decision.outcome}:${decision.key}:${reader.personId}`,
    to: reader.email,
    language: reader.language,
    subject: t(`mail.${decision.outcome}.subject`, values),
    lines,
    link: "/organization",
  });
};
