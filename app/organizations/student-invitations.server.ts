import { randomBytes } from "node:crypto";
import type { Ctx } from "~/platform/command";
import { openField, sealField } from "~/platform/crypto/fields.server";
import { hashToken, newToken } from "~/platform/crypto/tokens.server";
import type { Tx } from "~/platform/db/gate.server";
import { newId } from "~/platform/id";
import { mailDelivery } from "~/platform/mail/compose.server";
import type { NewDelivery } from "~/platform/outbox/enqueue.server";
import { translatorFor } from "~/words/translator.server";
import { joinCodeFrom } from "./rules/join-code";

const DAY_MS = 86_400_000;

/** A printed code lies in a school bag for a term's beginning, a mailed one is opened or forgotten. House rule. */
export const INVITATION_DAYS = { print: 60, mail: 14 } as const;

export type InvitationWay = keyof typeof INVITATION_DAYS;

/** The secret of an invitation, to print it again. */
export const codeOf = (invitation: { codeSealed: string }): string =>
  openField("studentInvitation.code", invitation.codeSealed);

/** An invitation that still works, by its way. */
export const livingInvitation = (now: Date, way?: InvitationWay) => ({
  usedAt: null,
  withdrawnAt: null,
  expiresAt: { gt: now },
  ...(way ? { way } : {}),
});

/** Makes an invitation inside the caller's transaction. Comes out: its id and secret. */
export const issueInvitation = async (
  tx: Tx,
  ctx: Ctx,
  invitation: { studentId: string; way: InvitationWay; email?: string; checked?: boolean },
): Promise<{ id: string; code: string }> => {
  const now = ctx.clock.now();
  const { studentId, way, email, checked = false } = invitation;
  const code = way === "print" ? joinCodeFrom(randomBytes(48)) : newToken();
  const id = newId(now.getTime());
  await tx.studentInvitation.create({
    data: {
      id,
      studentId,
      way,
      codeHash: hashToken(code),
      codeSealed: sealField("studentInvitation.code", code),
      emailSealed: email ? sealField("studentInvitation.email", email) : null,
      checked,
      createdBy: ctx.actor.personId,
      createdAt: now,
      expiresAt: new Date(now.getTime() + INVITATION_DAYS[way] * DAY_MS),
      failures: 0,
    },
  });
  return { id, code };
};

/** The mail with which a student takes up the record. */
export const studentInvitationMail = (mail: {
  invitationId: string;
  code: string;
  email: string;
  school: string;
}): NewDelivery => {
  const t = translatorFor("zh-CN").room("students");
  const values = { school: mail.school, days: INVITATION_DAYS.mail };
  return mailDelivery({
    key: `student-invitation:${mail.invitationId}`,
    to: mail.email,
    language: "zh-CN",
    subject: t("mail.invitation.subject", values),
    lines: [t("mail.invitation.text", values), t("mail.invitation.act", values)],
    link: `/join/${mail.code}`,
  });
};
