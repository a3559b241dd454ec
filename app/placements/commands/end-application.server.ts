import type { PersonCtx } from "~/identity/actor";
import { decide } from "~/platform/decide.server";
import { enqueue } from "~/platform/outbox/enqueue.server";
import type { Result } from "~/platform/result";
import { mailsToOrganization, mailsToStudent } from "../application-mails.server";
import {
  applicationToMove,
  endedColumns,
  letGo,
  saveApplication,
  tellApplication,
} from "../application-record.server";
import type { StudentReason } from "../rules/application-lifecycle";

/**
 * A student refuses an offer or takes an application back; their school may take one back too. Goes in: the application,
 * the version seen, which of the two, a coded reason and a note. Comes out: the id. The seat kept for an offer is free at
 * once, an interview is cancelled, the host is told if it had seen the application. Refuses strangers (not found) and
 * what the table refuses.
 */
export const endApplication = (
  ctx: PersonCtx,
  input: {
    id: string;
    version: number;
    move: "decline" | "withdraw";
    reason: StudentReason;
    note?: string | undefined;
  },
): Promise<Result<{ id: string }>> =>
  decide(async (tx) => {
    const at = ctx.clock.now();
    const { row, side, to } = await applicationToMove(tx, ctx, input.id, input);
    const ended = await saveApplication(tx, row, at, {
      ...endedColumns(to, at),
      reason: input.reason,
      note: input.note ?? null,
    });
    await letGo(tx, row.id, at);
    await tellApplication(tx, ctx, ended, input.move === "decline" ? "declined" : "withdrawn", {
      reason: input.reason,
    });
    const letter = {
      kind: input.move === "decline" ? "declined" : "withdrawn",
      key: row.id,
      values: { title: row.title },
      worded: { reason: `studentReason.${input.reason}` },
      quote: input.note ?? null,
      link: `/applications/${row.id}`,
    } as const;
    await enqueue(tx, ctx, [
      ...(row.sharedAt ? await mailsToOrganization(tx, row.hostId, letter) : []),
      ...(side === "school" ? await mailsToStudent(tx, row.studentId, letter) : []),
    ]);
    return { id: row.id };
  });
