import type { PersonCtx } from "~/identity/actor";
import { decide, reject } from "~/platform/decide.server";
import { enqueue } from "~/platform/outbox/enqueue.server";
import type { Result } from "~/platform/result";
import { civilDate } from "~/platform/time/clock";
import { mailsToOrganization } from "../application-mails.server";
import { ownStudent, saveApplication, tellApplication, turnColumns } from "../application-record.server";
import { hostTurn, hostTurnAfterInterview } from "../rules/application-turns";

/**
 * A student confirms an interview, or asks for another time and says which. Goes in: the application and version seen,
 * the interview, and the wish (absent to confirm). Comes out: the id; from then on it is the host's turn, after a confirmed
 * interview until some working days after it. Refuses another's (not found), an appointment that was replaced, cancelled
 * or has begun (conflict).
 */
export const answerInterview = (
  ctx: PersonCtx,
  input: { id: string; version: number; interview: string; wish?: string | undefined },
): Promise<Result<{ id: string }>> =>
  decide(async (tx) => {
    const at = ctx.clock.now();
    const student = await ownStudent(tx, ctx.actor);
    const row = await tx.application.findUnique({ where: { id: input.id } });
    const interview = await tx.interview.findUnique({ where: { id: input.interview } });
    if (!row || !student || row.studentId !== student.id || interview?.applicationId !== row.id) {
      return reject({ code: "not_found", key: "errors.notFound" });
    }
    const open = interview.state === "proposed" || interview.state === "confirmed";
    if (row.version !== input.version || row.state !== "interview" || !open || interview.startsAt <= at) {
      return reject({ code: "conflict", key: "applications.errors.moved" });
    }
    const confirms = input.wish === undefined;
    await tx.interview.update({
      where: { id: interview.id },
      data: {
        state: confirms ? "confirmed" : "change_asked",
        wish: input.wish ?? null,
        answeredAt: at,
        sequence: { increment: 1 },
      },
    });
    const turn = confirms ? hostTurnAfterInterview(interview.startsAt) : hostTurn("interview", civilDate(at));
    const moved = await saveApplication(tx, row, at, turnColumns(turn, at));
    await tellApplication(tx, ctx, moved, confirms ? "interviewConfirmed" : "interviewChange", {
      on: civilDate(interview.startsAt),
    });
    await enqueue(
      tx,
      ctx,
      await mailsToOrganization(tx, row.hostId, {
        kind: confirms ? "interviewConfirmed" : "interviewChange",
        key: `${interview.id}:${interview.sequence + 1}`,
        values: { title: row.title, on: civilDate(interview.startsAt) },
        quote: input.wish ?? null,
        link: `/applications/${row.id}`,
      }),
    );
    return { id: row.id };
  });
