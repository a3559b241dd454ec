import { peopleWhoAct } from "~/organizations/people-who-act.server";
import type { Tx } from "~/platform/db/gate.server";
import { mailDelivery } from "~/platform/mail/compose.server";
import type { NewDelivery } from "~/platform/outbox/enqueue.server";
import { translatorFor } from "~/words/translator.server";

/** Tells the receiving school of an objection, with the day by which to answer and the page to do it on. */
export const objectionMails = async (
  tx: Tx,
  notice: { schoolId: string; windowId: string },
  objectionId: string,
  due: string,
): Promise<NewDelivery[]> =>
  (await peopleWhoAct(tx, notice.schoolId)).map((reader) => {
    const t = translatorFor(reader.language === "en" ? "en" : "zh-CN").room("transfers");
    return mailDelivery({
      key: `transfer-objection:${objectionId}:${reader.personId}`,
      to: reader.email,
      language: reader.language,
      subject: t("mail.objection.subject"),
      lines: [t("mail.objection.text", { due })],
      link: `/transfers/assessment/${notice.windowId}`,
    });
  });
