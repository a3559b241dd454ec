import { peopleWhoAct } from "~/organizations/people-who-act.server";
import type { Ctx } from "~/platform/command";
import { sealField } from "~/platform/crypto/fields.server";
import { hashToken, newToken } from "~/platform/crypto/tokens.server";
import type { Tx } from "~/platform/db/gate.server";
import { newId } from "~/platform/id";
import { mailDelivery } from "~/platform/mail/compose.server";
import { enqueue } from "~/platform/outbox/enqueue.server";
import { addDays, civilDate } from "~/platform/time/clock";
import { translatorFor } from "~/words/translator.server";
import { destinationKind, type OutcomeMonth } from "./rules/outcome-definitions";

/** Days an employer may answer. */
const OPEN_DAYS = 60;

/** The letter to those who act for an employer: whom it is about, and the link of one question. */
export const employerLetter = async (
  tx: Tx,
  ctx: Ctx,
  request: { id: string; hostId: string; studentId: string; month: number; token: string; nth: number },
): Promise<void> => {
  const student = await tx.student.findUniqueOrThrow({
    where: { id: request.studentId },
    select: { name: true },
  });
  const values = { name: student.name, months: request.month };
  const people = await peopleWhoAct(tx, request.hostId);
  await enqueue(
    tx,
    ctx,
    people.map(({ personId, email, language }) => {
      const t = translatorFor(language === "en" ? "en" : "zh-CN").room("life");
      return mailDelivery({
        key: `employer:${request.id}:${request.nth}:${personId}`,
        to: email,
        language,
        subject: t("employer.mailSubject", values),
        lines: [t("employer.mailText", values), t("employer.mailStop")],
        link: `/outcomes/employer/${request.token}`,
      });
    }),
  );
};

/**
 * Asks an employer about a graduate who said they work there, once for each graduate and month, inside the change that kept
 * the graduate's word. Nobody asks an employer of whom the graduate did not say so, and none before six months. Comes out:
 * whether it was asked now.
 */
export const askEmployer = async (
  tx: Tx,
  ctx: Ctx,
  said: {
    studentId: string;
    schoolId: string;
    hostId: string | null;
    month: OutcomeMonth;
    destination: string;
    sameUnit: boolean | null;
  },
): Promise<boolean> => {
  const { studentId, schoolId, hostId, month } = said;
  const atWork = destinationKind(said.destination) === "employed" && said.sameUnit === true;
  if (!atWork || month === 0 || hostId === null) return false;
  const known = await tx.employerRequest.findUnique({ where: { studentId_month: { studentId, month } } });
  if (known) return false;
  const now = ctx.clock.now();
  const on = civilDate(now);
  const token = newToken();
  const id = newId(now.getTime());
  await tx.employerRequest.create({
    data: {
      id,
      studentId,
      schoolId,
      hostId,
      month,
      tokenHash: hashToken(token),
      tokenSealed: sealField("employer.token", token),
      sent: 1,
      lastSentOn: on,
      expiresOn: addDays(on, OPEN_DAYS),
      createdAt: now,
    },
  });
  await employerLetter(tx, ctx, { id, hostId, studentId, month, token, nth: 1 });
  return true;
};
