import type { MemberCtx } from "~/identity/actor";
import { reject } from "~/platform/decide.server";
import { newId } from "~/platform/id";
import { enqueue } from "~/platform/outbox/enqueue.server";
import { invalidField, type Result } from "~/platform/result";
import { civilDate } from "~/platform/time/clock";
import { type Batch, eachOf } from "../application-batch.server";
import { mailsToStudent } from "../application-mails.server";
import {
  applicationToMove,
  saveApplication,
  tellApplication,
  turnColumns,
} from "../application-record.server";
import { countHostAnswer } from "../application-replies.server";
import type { HostActOf } from "../application-schema";
import { confirmTurn } from "../rules/application-turns";
import { dayAndTime } from "../rules/interview-time";

const MINUTE_MS = 60_000;

/**
 * The host invites one or several students to an interview, or moves one to another time. Goes in: the ids, day and time
 * in Shanghai, minutes, way and place. Several are invited one after another, each for as many minutes. Comes out: how many were
 * invited and why the others were not. An earlier appointment is replaced; the student is asked to confirm and gets a
 * calendar file. Refuses a time that has passed or lies after the placement begins, and whatever the table refuses.
 */
export const inviteToInterview = async (ctx: MemberCtx, act: HostActOf<"invite">): Promise<Result<Batch>> => {
  const at = ctx.clock.now();
  const first = dayAndTime(act.on, act.at);
  if (first <= at) return invalidField("on", "applications.errors.interviewPast");
  return eachOf(act.ids, async (tx, id, index) => {
    const { row, side, to } = await applicationToMove(tx, ctx, id, { move: "invite" });
    if (side !== "host") return reject({ code: "forbidden", key: "applications.refused.notYours" });
    const startsAt = new Date(first.getTime() + index * act.minutes * MINUTE_MS);
    if (civilDate(startsAt) >= row.startsOn) {
      return reject(invalidField("on", "applications.errors.interviewTooLate").refusal);
    }
    const earlier = await tx.interview.findFirst({
      where: { applicationId: id, state: { in: ["proposed", "confirmed", "change_asked"] } },
      orderBy: [{ createdAt: "desc" }, { sequence: "desc" }],
    });
    if (earlier) {
      await tx.interview.update({ where: { id: earlier.id }, data: { state: "replaced" } });
    }
    const answered = await countHostAnswer(tx, row, at);
    const interviewId = newId(at.getTime());
    await tx.interview.create({
      data: {
        id: interviewId,
        applicationId: id,
        startsAt,
        minutes: act.minutes,
        way: act.way,
        place: act.place,
        note: act.interviewNote ?? "",
        state: "proposed",
        sequence: (earlier?.sequence ?? -1) + 1,
        proposedBy: ctx.actor.name,
        createdAt: at,
      },
    });
    const moved = await saveApplication(tx, row, at, {
      state: to,
      ...answered,
      ...turnColumns(confirmTurn(civilDate(at), startsAt), at),
    });
    await tellApplication(tx, ctx, moved, earlier ? "rescheduled" : "invited", { on: civilDate(startsAt) });
    await enqueue(
      tx,
      ctx,
      await mailsToStudent(tx, row.studentId, {
        kind: "interview",
        key: interviewId,
        values: {
          title: row.title,
          host: ctx.actor.organization.name,
          on: civilDate(startsAt),
          place: act.place,
          replyBy: moved.replyBy ?? "",
        },
        worded: { way: `way.${act.way}` },
        link: `/applications/${id}`,
      }),
    );
  });
};
