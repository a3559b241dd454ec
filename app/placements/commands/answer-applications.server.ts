import type { MemberCtx } from "~/identity/actor";
import type { Tx } from "~/platform/db/gate.server";
import { reject } from "~/platform/decide.server";
import { enqueue } from "~/platform/outbox/enqueue.server";
import { invalidField, type Result } from "~/platform/result";
import { civilDate } from "~/platform/time/clock";
import { type Batch, eachOf } from "../application-batch.server";
import { mailsToStudent } from "../application-mails.server";
import {
  applicationToMove,
  endedColumns,
  letGo,
  saveApplication,
  tellApplication,
  turnColumns,
} from "../application-record.server";
import { countHostAnswer } from "../application-replies.server";
import type { HostActOf } from "../application-schema";
import { hostTurn } from "../rules/application-turns";

type Answer = HostActOf<"read" | "shortlist"> | HostActOf<"reject">;

/** Another open listing of the same host, for somebody who does not suit this one. */
const suggestedListing = async (
  tx: Tx,
  hostId: string,
  listingId: string | undefined,
  not: string,
): Promise<string | null> => {
  if (!listingId) return null;
  const found = await tx.listing.findFirst({
    where: { id: listingId, organizationId: hostId, state: "published", direction: "offer" },
    select: { id: true },
  });
  if (!found || found.id === not) {
    return reject(invalidField("suggested", "applications.errors.suggested").refusal);
  }
  return found.id;
};

/**
 * The host marks applications as read, shortlists them, or rejects them with a coded reason and, where it has one, another
 * of its open listings that would suit. Goes in: the ids (1–100) and the act. Comes out: how many moved and why each other
 * one did not. The first answer counts in the host's reply record; the student is told of a rejection with its reason.
 * Refuses what the host does not see (not found), a mentor (forbidden), and moves the table does not know.
 */
export const answerApplications = (ctx: MemberCtx, act: Answer): Promise<Result<Batch>> =>
  eachOf(act.ids, async (tx, id) => {
    const at = ctx.clock.now();
    const { row, side, to } = await applicationToMove(tx, ctx, id, {
      move: act.intent,
      reason: act.intent === "reject" ? act.reason : "",
    });
    if (side !== "host") return reject({ code: "forbidden", key: "applications.refused.notYours" });
    const answered = await countHostAnswer(tx, row, at);
    if (act.intent !== "reject") {
      const moved = await saveApplication(tx, row, at, {
        state: to,
        ...answered,
        ...turnColumns(hostTurn(to, civilDate(at)), at),
      });
      await tellApplication(tx, ctx, moved, act.intent === "read" ? "read" : "shortlisted");
      return;
    }
    const suggestedId = await suggestedListing(tx, row.hostId, act.suggested, row.listingId);
    const moved = await saveApplication(tx, row, at, {
      ...answered,
      ...endedColumns(to, at),
      reason: act.reason,
      note: act.note ?? null,
      suggestedId,
    });
    await letGo(tx, id, at);
    await tellApplication(tx, ctx, moved, "rejected", { reason: act.reason });
    await enqueue(
      tx,
      ctx,
      await mailsToStudent(tx, row.studentId, {
        kind: "rejected",
        key: id,
        values: { title: row.title, host: ctx.actor.organization.name },
        worded: { reason: `rejectReason.${act.reason}` },
        quote: act.note ?? null,
        link: `/applications/${id}`,
      }),
    );
  });
