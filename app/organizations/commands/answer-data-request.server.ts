import type { MemberCtx } from "~/identity/actor";
import { emailOf } from "~/identity/mails.server";
import { decide, reject, stale } from "~/platform/decide.server";
import { record } from "~/platform/events/record.server";
import { enqueue } from "~/platform/outbox/enqueue.server";
import { notFound, type Result, refuse } from "~/platform/result";
import { dataAnsweredMail } from "../data-request-mails.server";
import { eraseRecords } from "../student-erasure.server";
import { mayKeepStudents } from "../student-policy";

/**
 * The school answers what a guardian asked, always in writing. Done, for a deletion, erases the record at once: names,
 * numbers and addresses go, the student's place in the school ends, consent ledger and chain stay. Goes in: the request,
 * the outcome, the answer. Refuses who does not keep the roll (forbidden), another school's request (not found) and one
 * that was answered (conflict).
 * Source: 《未成年人网络保护条例》 art. 34 (read): a refusal is given in writing with its reason.
 */
export const answerDataRequest = async (
  ctx: MemberCtx,
  input: { requestId: string; outcome: "done" | "refused"; answer: string },
): Promise<Result<{ erased: boolean }>> => {
  const allowed = mayKeepStudents(ctx.actor);
  if (!allowed.ok) return refuse("forbidden", allowed.refusal.key);
  const { organizationId } = ctx.actor;
  return decide(async (tx) => {
    const request =
      (await tx.dataRequest.findFirst({ where: { id: input.requestId, organizationId } })) ??
      reject(notFound().refusal);
    if (request.state !== "open")
      return reject({ code: "conflict", key: "students.refused.requestAnswered" });
    const now = ctx.clock.now();
    const written = await tx.dataRequest.updateMany({
      where: { id: request.id, state: "open" },
      data: {
        state: input.outcome,
        answer: input.answer,
        answeredBy: ctx.actor.personId,
        answeredAt: now,
      },
    });
    if (written.count === 0) return stale();
    await record(tx, ctx, {
      subject: { type: "student", id: request.studentId },
      name: "student.data_answered",
      payload: { request: request.id, outcome: input.outcome, reason: input.answer },
      audience: [organizationId],
    });
    const asker = await tx.person.findUnique({ where: { id: request.askedBy } });
    const erased = request.kind === "deletion" && input.outcome === "done";
    if (erased) {
      const student = await tx.student.findUniqueOrThrow({ where: { id: request.studentId } });
      await eraseRecords(tx, ctx, [{ id: student.id, organizationId }], now);
      if (student.personId)
        await tx.membership.updateMany({
          where: { personId: student.personId, organizationId, role: "student", endedAt: null },
          data: { endedAt: now, version: { increment: 1 } },
        });
    }
    if (asker?.passwordHash) {
      const { id: personId, name, language } = asker;
      await enqueue(tx, ctx, [
        dataAnsweredMail(
          { personId, name, language, email: emailOf(asker) },
          {
            id: request.id,
            school: ctx.actor.organization.name,
            outcome: input.outcome,
            answer: input.answer,
            link: erased ? "/account/children" : `/account/children/${request.studentId}`,
          },
        ),
      ]);
    }
    return { erased };
  });
};
