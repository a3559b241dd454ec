import { LANGUAGES, type Language } from "~/platform/i18n/words";
import { mailDelivery } from "~/platform/mail/compose.server";
import type { NewDelivery } from "~/platform/outbox/enqueue.server";
import { translatorFor } from "~/words/translator.server";
import type { MailReader } from "./people-who-act.server";

const languageOf = (stored: string): Language => LANGUAGES.find((one) => one === stored) ?? "zh-CN";

type TrustNews =
  | "blocked"
  | "appealed"
  | "upheld"
  | "lifted"
  | "renameAsked"
  | "renamed"
  | "renameRefused"
  | "merged"
  | "suspected";

/** Tells a person what happened to an organization's standing, in their language, with the link to act. */
export const trustMail = (
  reader: MailReader,
  news: {
    what: TrustNews;
    key: string;
    values: Record<string, string>;
    /** said as they were written: reasons, facts */
    quoted?: readonly string[];
    link: string;
  },
): NewDelivery => {
  const t = translatorFor(languageOf(reader.language)).room("trust");
  return mailDelivery({
    key: `trust-${news.what}:${news.key}:${reader.personId}`,
    to: reader.email,
    language: reader.language,
    subject: t(`mail.${news.what}.subject`, news.values),
    lines: [
      t(`mail.${news.what}.text`, news.values),
      ...(news.quoted ?? []).filter((line) => line !== ""),
      t(`mail.${news.what}.act`),
    ],
    link: news.link,
  });
};
