import { peopleWhoAct } from "~/organizations/people-who-act.server";
import type { Tx } from "~/platform/db/gate.server";
import { mailDelivery } from "~/platform/mail/compose.server";
import type { NewDelivery } from "~/platform/outbox/enqueue.server";
import { absoluteText } from "~/ui/when";
import { translatorFor } from "~/words/translator.server";

/**
 * Letters about a concern to the people who act for an organization. They name no student, no host and nobody complained
 * of: only that something waits, and by when. Comes out: deliveries; nobody gets one letter twice.
 */
export const concernMails = async (
  tx: Tx,
  letter: {
    kind: "raised" | "toldHost" | "soon" | "late" | "lateSchool";
    concernId: string;
    organizationIds: readonly string[];
    /** by when it is answered */
    due?: Date;
    link: string;
  },
): Promise<NewDelivery[]> => {
  const deliveries: NewDelivery[] = [];
  for (const organizationId of letter.organizationIds) {
    for (const person of await peopleWhoAct(tx, organizationId)) {
      const language = person.language === "en" ? "en" : "zh-CN";
      const t = translatorFor(language).room("concerns");
      const until = letter.due ? absoluteText(letter.due.toISOString(), language) : "";
      deliveries.push(
        mailDelivery({
          key: `concern-${letter.kind}:${letter.concernId}:${person.personId}`,
          to: person.email,
          language: person.language,
          subject: t(`mail.${letter.kind}.subject`),
          lines: [t(`mail.${letter.kind}.text`, { until })],
          link: letter.link,
        }),
      );
    }
  }
  return deliveries;
};
