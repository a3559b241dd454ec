import { peopleWhoAct } from "~/organizations/people-who-act.server";
import type { Ctx } from "~/platform/command";
import type { Tx } from "~/platform/db/gate.server";
import { record } from "~/platform/events/record.server";
import { mailDelivery } from "~/platform/mail/compose.server";
import { enqueue } from "~/platform/outbox/enqueue.server";
import type { WordKey } from "~/words";
import { translatorFor } from "~/words/translator.server";
import type { AlertEvent } from "./events";
import { alertRule } from "./rules/alert-catalogue";

type AlertRow = {
  id: string;
  ruleId: string;
  title: string;
  organizationId: string;
  authorityId: string | null;
};

export type AlertMail = "ordered" | "answered" | "returned" | "accepted" | "silent";

/** Tells one fact of an alert, to the organization it concerns and the authority that took it up. Comes out: the event's id. */
export const recordAlert = (
  tx: Tx,
  ctx: Ctx,
  alert: AlertRow,
  name: AlertEvent,
  payload: Record<string, string | number | boolean | null>,
): Promise<string> =>
  record(tx, ctx, {
    subject: { type: "alert", id: alert.id },
    name,
    payload: { ruleId: alert.ruleId, title: alert.title, ...payload },
    audience: [alert.organizationId, ...(alert.authorityId ? [alert.authorityId] : [])],
  });

/** Writes to the people who act for some organizations, each in their own language, with the link to act. */
export const mailAlert = async (
  tx: Tx,
  ctx: Ctx,
  alert: AlertRow,
  letter: {
    kind: AlertMail;
    key: string;
    to: readonly string[];
    values: Record<string, string | number>;
    link: string;
  },
): Promise<void> => {
  const rule = alertRule(alert.ruleId);
  for (const organizationId of letter.to) {
    for (const person of await peopleWhoAct(tx, organizationId)) {
      const english = person.language === "en";
      const t = translatorFor(english ? "en" : "zh-CN").room("alerts");
      const values = {
        rule: rule ? (english ? rule.title.en : rule.title.zh) : alert.ruleId,
        title: alert.title,
        ...letter.values,
      };
      const key = (part: "subject" | "text"): WordKey<"alerts"> => `mail.${letter.kind}.${part}`;
      await enqueue(tx, ctx, [
        mailDelivery({
          key: `alert-${letter.kind}:${letter.key}:${person.personId}`,
          to: person.email,
          language: person.language,
          subject: t(key("subject"), values),
          lines: [t(key("text"), values)],
          link: letter.link,
        }),
      ]);
    }
  }
};
