import { config } from "../config/config.server";
import type { NewDelivery } from "../outbox/enqueue.server";
import { sealMail } from "./sealed-mail.server";

/**
 * A mail as a delivery. `lines` are finished sentences in the reader's language; `link` is the path at which the
 * reader can act and always closes the mail: a mail without the link to act is useless.
 */
export const mailDelivery = (mail: {
  key: string;
  to: string;
  language: string;
  subject: string;
  lines: readonly string[];
  link: string;
  /** The path at which one click ends such mails (RFC 8058). */
  unsubscribe?: string;
  runAt?: Date;
}): NewDelivery => ({
  kind: "mail",
  key: `mail:${mail.key}`,
  ...(mail.runAt ? { runAt: mail.runAt } : {}),
  payload: sealMail({
    to: mail.to,
    language: mail.language,
    subject: mail.subject,
    ...(mail.unsubscribe ? { unsubscribe: `${config().baseUrl}${mail.unsubscribe}` } : {}),
    text: `${mail.lines.join("\n\n")}\n\n${config().baseUrl}${mail.link}\n`,
  }),
});
