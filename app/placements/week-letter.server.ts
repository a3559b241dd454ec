import { emailOf } from "~/identity/mails.server";
import type { Ctx } from "~/platform/command";
import { hashToken, newToken } from "~/platform/crypto/tokens.server";
import type { Tx } from "~/platform/db/gate.server";
import { newId } from "~/platform/id";
import { mailDelivery } from "~/platform/mail/compose.server";
import type { NewDelivery } from "~/platform/outbox/enqueue.server";
import { civilDate } from "~/platform/time/clock";
import { translatorFor } from "~/words/translator.server";

/** How long a mentor's link to a week opens. House rule. */
const LINK_DAYS = 14;

/**
 * The mentor's letter about one week of all their interns, once per mentor and week: whoever hands in later is on the same
 * page. A week handed in after its link ran out brings a new letter with a new link, the old one stays dead. Goes in: the
 * mentor, the Monday, names for the text. Comes out: the letter, or none while an earlier one opens.
 */
export const weekLetter = async (
  tx: Tx,
  ctx: Ctx,
  about: { mentorId: string; monday: string; student: string },
): Promise<NewDelivery[]> => {
  const { mentorId, monday, student } = about;
  const now = ctx.clock.now();
  const known = await tx.weekLink.findUnique({ where: { mentorId_monday: { mentorId, monday } } });
  if (known && known.expiresAt > now) return [];
  const mentor = await tx.person.findUnique({
    where: { id: mentorId },
    select: { emailSealed: true, language: true },
  });
  if (!mentor) return [];
  const token = newToken();
  const link = {
    tokenHash: hashToken(token),
    createdAt: now,
    expiresAt: new Date(now.getTime() + LINK_DAYS * 86_400_000),
  };
  await tx.weekLink.upsert({
    where: { mentorId_monday: { mentorId, monday } },
    create: { id: newId(now.getTime()), mentorId, monday, ...link },
    update: link,
  });
  const t = translatorFor(mentor.language === "en" ? "en" : "zh-CN").room("followup");
  return [
    mailDelivery({
      key: known ? `week:${mentorId}:${monday}:${civilDate(now)}` : `week:${mentorId}:${monday}`,
      to: emailOf(mentor),
      language: mentor.language,
      subject: t("mail.week.subject", { monday }),
      lines: [t("mail.week.text", { monday, student }), t("mail.week.how", { days: LINK_DAYS })],
      link: `/weeks/confirm/${token}`,
    }),
  ];
};
