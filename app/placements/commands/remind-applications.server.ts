import { systemActor } from "~/platform/command";
import { read } from "~/platform/db/client.server";
import { inTransaction } from "~/platform/db/gate.server";
import { newId } from "~/platform/id";
import { enqueue } from "~/platform/outbox/enqueue.server";
import { type Clock, civilDate } from "~/platform/time/clock";
import { mailsToOrganization, mailsToStudent } from "../application-mails.server";
import { tellApplication } from "../application-record.server";

const AT_ONCE = 100;
const TURNS = ["host", "student", "guardian"] as const;

/**
 * Reminds, once in each turn, whoever an application waits for; a student is told that a guardian is still to answer.
 * Goes in: the clock. Comes out: how many were reminded, at most 100 a time. Running it again does nothing.
 */
export const remindApplications = async (clock: Clock): Promise<number> => {
  const due = await read.application.findMany({
    where: { turn: { in: [...TURNS] }, remindAt: { lte: clock.now() } },
    orderBy: { remindAt: "asc" },
    take: AT_ONCE,
    select: { id: true },
  });
  let reminded = 0;
  for (const { id } of due) {
    const ctx = { actor: systemActor("产教桥"), clock, requestId: newId() };
    reminded += await inTransaction(async (tx) => {
      const row = await tx.application.findUnique({ where: { id } });
      const at = clock.now();
      if (!row?.turn || !row.remindAt || row.remindAt > at || (row.replyBy ?? "") < civilDate(at)) return 0;
      // The version stays: a reminder must not turn the answer somebody is typing into a conflict.
      await tx.application.update({ where: { id }, data: { remindedAt: at, remindAt: null } });
      await tellApplication(tx, ctx, row, "reminded", { turn: row.turn, replyBy: row.replyBy });
      const letter = {
        key: `${id}:${row.version}`,
        values: { title: row.title, replyBy: row.replyBy ?? "" },
        link: `/applications/${id}`,
      };
      await enqueue(
        tx,
        ctx,
        row.turn === "host"
          ? await mailsToOrganization(tx, row.hostId, { ...letter, kind: "remindHost" })
          : await mailsToStudent(tx, row.studentId, {
              ...letter,
              kind: "remindStudent",
              worded: { waits: row.turn === "guardian" ? "waits.guardian" : "waits.student" },
            }),
      );
      return 1;
    });
  }
  return reminded;
};
