import nodemailer, { type Transporter } from "nodemailer";
import { config } from "../config/config.server";
import type { DeliveryHandler } from "../outbox/worker.server";
import { openMail } from "./sealed-mail.server";

let transport: { url: string; transporter: Transporter } | null = null;

const transporterFor = (url: string): Transporter => {
  if (transport?.url !== url) {
    transport?.transporter.close();
    transport = {
      url,
      transporter: nodemailer.createTransport(url, { connectionTimeout: 10_000, socketTimeout: 20_000 }),
    };
  }
  return transport.transporter;
};

/**
 * Sends one queued mail over SMTP. Without SMTP_URL (demo, development) the mail stays in the outbox, where
 * `/admin/outbox` shows it. The delivery's id is the Message-ID, so that a retry is recognisable.
 */
export const deliverMail: DeliveryHandler = async (payload, delivery) => {
  const { smtpUrl, mailFrom, baseUrl } = config();
  if (!smtpUrl) return;
  const mail = openMail(payload);
  await transporterFor(smtpUrl).sendMail({
    from: mailFrom,
    to: mail.to,
    subject: mail.subject,
    text: mail.text,
    messageId: `<${delivery.id}@${new URL(baseUrl).hostname}>`,
    headers: {
      "Content-Language": mail.language,
      "Auto-Submitted": "auto-generated",
      ...(mail.unsubscribe
        ? {
            "List-Unsubscribe": `<${mail.unsubscribe}>`,
            "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
          }
        : {}),
    },
  });
};

export const closeMail = (): void => {
  transport?.transporter.close();
  transport = null;
};
