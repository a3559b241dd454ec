import { emailOf } from "~/identity/mails.server";
import type { Ctx } from "~/platform/command";
import { openField } from "~/platform/crypto/fields.server";
import type { Tx } from "~/platform/db/gate.server";
import { mailDelivery } from "~/platform/mail/compose.server";
import { enqueue } from "~/platform/outbox/enqueue.server";
import { translatorFor } from "~/words/translator.server";

export type AskedGraduate = { id: string; name: string; personId: string | null; emailSealed: string | null };

const addressOf = async (tx: Tx, student: AskedGraduate) => {
  const person = student.personId
    ? await tx.person.findUnique({
        where: { id: student.personId },
        select: { emailSealed: true, language: true },
      })
    : null;
  if (person) return { email: emailOf(person), language: person.language };
  return student.emailSealed
    ? { email: openField("student.email", student.emailSealed), language: "zh-CN" }
    : null;
};

/**
 * The letter that asks a graduate, with the link of their own. Goes in: the graduate, the question's id, month and token,
 * and what names this letter among its letters. Comes out: false where no address is on record, and then nothing is sent.
 */
export const askByLetter = async (
  tx: Tx,
  ctx: Ctx,
  student: AskedGraduate,
  request: { id: string; month: number; token: string; nth: number | string },
): Promise<boolean> => {
  const to = await addressOf(tx, student);
  if (!to) return false;
  const t = translatorFor(to.language === "en" ? "en" : "zh-CN").room("outcomes");
  const values = { name: student.name, months: request.month };
  await enqueue(tx, ctx, [
    mailDelivery({
      key: `outcome:${request.id}:${request.nth}`,
      to: to.email,
      language: to.language,
      subject: t("ask.mailSubject", values),
      lines: [t("ask.mailText", values), t("ask.mailStop")],
      link: `/outcomes/${request.token}`,
    }),
  ]);
  return true;
};
