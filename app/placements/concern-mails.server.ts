import { peopleWhoAct } from "~/organizations/people-who-act.server";
import type { Tx } from "~/platform/db/gate.server";
import { mailDelivery } from "~/platform/mail/compose.server";
import type { NewDelivery } from "~/platform/outbox/enqueue.server";
import { translatorFor } from "~/words/translator.server";

/**
 * Letters about a concern to the people who act for an organization. They name no student, no host and nobody complained
 * of: only that something waits, and by when. Comes out: deliveries; nobody gets one letter twice.
 */
export const concernMails = async (
  tx: Tx,
  letter: {
    kind: "raised" | "toldHost";
    concernId: string;
    organizationIds: readonly string[];
    values: Record<string, string>;
    link: string;
  },
): Promise<NewDelivery[]> => {
  const deliveries: NewDelivery[] = [];
  for (const organizationId of letter.organizationIds) {
    for (const person of await peopleWhoAct(tx, organizationId)) {
      const t = translatorFor(person.language === "en" ? "en" : "zh-CN").room("concerns");
      deliveries.push(
        mailDelivery({
          key: `concern-${letter.kind}:${letter.concernId}:${person.personId}`,
          to: person.email,
          language: person.language,
          subject: t(`mail.${letter.kind}.subject`),
          lines: [t(`mail.${letter.kind}.text`, letter.values)],
          link: letter.link,
        }),
      );
    }
  }
  return deliveries;
};
