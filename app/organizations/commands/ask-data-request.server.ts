import type { PersonCtx } from "~/identity/actor";
import { decide, reject } from "~/platform/decide.server";
import { record } from "~/platform/events/record.server";
import { newId } from "~/platform/id";
import { enqueue } from "~/platform/outbox/enqueue.server";
import { once } from "~/platform/outbox/once.server";
import { notFound, type Result, refuse } from "~/platform/result";
import { civilDate } from "~/platform/time/clock";
import { dataAskedMail } from "../data-request-mails.server";
import { childOf } from "../guardian-scope.server";
import { peopleWhoAct } from "../people-who-act.server";
import { type DataRequestKind, dataRequestDue } from "../rules/data-request";

/** Questions about one record that may be open at once. House rule. */
const MOST_OPEN = 5;

/**
 * A guardian asks the school to correct or delete what it keeps about the child. Goes in: the child, the kind, the entry a
 * correction is about, and the words. Comes out: the request and the civil date of the answer (ten working days). Refuses a
 * child that is not the guardian's (not found), one that is of age (forbidden) and a sixth open request (limited).
 * Source: 《未成年人网络保护条例》 art. 34 (read).
 */
export const askDataRequest = async (
  ctx: PersonCtx,
  input: {
    studentId: string;
    kind: DataRequestKind;
    field?: string | undefined;
    text: string;
    submissionKey?: string | undefined;
  },
): Promise<Result<{ requestId: string; dueOn: string }>> => {
  const { studentId, kind, text } = input;
  const child = await childOf(ctx, studentId);
  if (child === null) return notFound();
  if (child === "adult") return refuse("forbidden", "students.refused.adultChild");
  const { student, guardianId } = child;
  const field = kind === "correction" ? (input.field ?? "other") : null;
  return decide((tx) =>
    once(tx, ctx, input.submissionKey, { studentId, kind, field, text }, async () => {
      const earlier = await tx.dataRequest.findMany({
        where: { studentId },
        orderBy: { askedAt: "desc" },
        take: 50,
        select: { state: true },
      });
      if (earlier.filter(({ state }) => state === "open").length >= MOST_OPEN)
        return reject({
          code: "limited",
          key: "students.refused.tooManyRequests",
          values: { most: MOST_OPEN },
        });
      const now = ctx.clock.now();
      const due = dataRequestDue(civilDate(now));
      const requestId = newId(now.getTime());
      const { organizationId } = student;
      await tx.dataRequest.create({
        data: {
          id: requestId,
          studentId,
          organizationId,
          kind,
          field,
          text,
          askedBy: ctx.actor.personId,
          guardianId,
          askedAt: now,
          dueOn: due.date,
          state: "open",
        },
      });
      await record(tx, ctx, {
        subject: { type: "student", id: studentId },
        name: "student.data_asked",
        payload: { request: requestId, kind, field, dueOn: due.date },
        audience: [organizationId],
      });
      const readers = await peopleWhoAct(tx, organizationId);
      await enqueue(
        tx,
        ctx,
        readers.map((reader) => dataAskedMail(reader, { id: requestId, kind, dueOn: due.date })),
      );
      return { requestId, dueOn: due.date };
    }),
  );
};
