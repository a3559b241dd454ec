import { peopleWhoAct } from "~/organizations/people-who-act.server";
import type { Tx } from "~/platform/db/gate.server";
import { mailDelivery } from "~/platform/mail/compose.server";
import type { NewDelivery } from "~/platform/outbox/enqueue.server";
import type { WordKey } from "~/words";
import { translatorFor } from "~/words/translator.server";

export type AgreementMail =
  | "sent"
  | "approved"
  | "signing"
  | "refused"
  | "withdrawn"
  | "sealed"
  | "delivered"
  | "accepted"
  | "disputed"
  | "terminated"
  | "renewal"
  | "hollow"
  | "lapsed"
  | "reminded"
  | "paper";

/** Letters to the people who act for some organizations, each in its own language and closing with the link to act. */
export const agreementMails = async (
  tx: Tx,
  letter: {
    kind: AgreementMail;
    key: string;
    to: readonly string[];
    values: Record<string, string | number>;
    link: string;
    quote?: string | null;
  },
): Promise<NewDelivery[]> => {
  const deliveries: NewDelivery[] = [];
  for (const organizationId of letter.to) {
    for (const person of await peopleWhoAct(tx, organizationId)) {
      const t = translatorFor(person.language === "en" ? "en" : "zh-CN").room("agreements");
      const key = (part: "subject" | "text"): WordKey<"agreements"> => `mail.${letter.kind}.${part}`;
      deliveries.push(
        mailDelivery({
          key: `agreement-${letter.kind}:${letter.key}:${person.personId}`,
          to: person.email,
          language: person.language,
          subject: t(key("subject"), letter.values),
          lines: [t(key("text"), letter.values), ...(letter.quote ? [letter.quote.slice(0, 500)] : [])],
          link: letter.link,
        }),
      );
    }
  }
  return deliveries;
};
