import { peopleWhoAct } from "~/organizations/people-who-act.server";
import type { Tx } from "~/platform/db/gate.server";
import { LANGUAGES, type Values } from "~/platform/i18n/words";
import { mailDelivery } from "~/platform/mail/compose.server";
import type { NewDelivery } from "~/platform/outbox/enqueue.server";
import type { WordKey } from "~/words";
import { translatorFor } from "~/words/translator.server";

export type EnquiryMail =
  | "opened"
  | "replied"
  | "accepted"
  | "declined"
  | "withdrawn"
  | "reminder"
  | "expiredHolder"
  | "expiredWaiter"
  | "paused";

const EXCERPT = 300;

type Letter = {
  kind: EnquiryMail;
  /** Makes the delivery unique: the enquiry (or listing) and what happened to it. */
  key: string;
  toOrganizationId: string;
  values: Values;
  /** Values that are themselves word keys: told in the reader's language. */
  worded?: Record<string, WordKey<"enquiries">>;
  /** What the other side wrote, quoted up to 300 characters. */
  quote?: string;
  /** The page on which to act; opening it changes nothing. */
  link: string;
};

/** One mail to each person who can act for the organization, in their language, each closing with the link to act. */
export const enquiryMails = async (tx: Tx, letter: Letter): Promise<NewDelivery[]> => {
  const people = await peopleWhoAct(tx, letter.toOrganizationId);
  return people.map(({ personId, email, language: chosen }) => {
    const language = LANGUAGES.find((one) => one === chosen) ?? "zh-CN";
    const t = translatorFor(language).room("enquiries");
    const worded = Object.entries(letter.worded ?? {}).map(([name, key]) => [name, t(key)] as const);
    const values = { ...letter.values, ...Object.fromEntries(worded) };
    const lines = [t(`mail.${letter.kind}.text`, values)];
    if (letter.quote) lines.push(t("mail.quote", { text: letter.quote.slice(0, EXCERPT) }));
    lines.push(t(`mail.${letter.kind}.act`, values));
    return mailDelivery({
      key: `enquiry-${letter.kind}:${letter.key}:${personId}`,
      to: email,
      language,
      subject: t(`mail.${letter.kind}.subject`, values),
      lines,
      link: letter.link,
    });
  });
};
