import { type MemberCtx, mayWrite } from "~/identity/actor";
import { decide, reject } from "~/platform/decide.server";
import { enqueue } from "~/platform/outbox/enqueue.server";
import type { Result } from "~/platform/result";
import { saveRound, stateOf } from "../round-access.server";
import { recordRound, roundMails } from "../round-record.server";
import { HOST_WITHDRAWS } from "../rules/round-lifecycle";

/**
 * A host takes its slot out of a round, with a reason the schools and the students who chose it read. In: the slot and
 * the reason. Out: the round's id. A result computed before is marked as no longer true, so that nobody confirms it.
 * Refuses other organizations (not found), other roles, and a round already confirmed or cancelled.
 */
export const withdrawSlot = (
  ctx: MemberCtx,
  slotId: string,
  reason: string,
): Promise<Result<{ roundId: string }>> =>
  decide(async (tx) => {
    const slot = await tx.roundSlot.findUnique({ where: { id: slotId }, include: { round: true } });
    if (slot?.hostId !== ctx.actor.organizationId || !slot.round.openedAt)
      return reject({ code: "not_found", key: "errors.notFound" });
    if (!mayWrite(ctx.actor)) return reject({ code: "forbidden", key: "rounds.errors.role" });
    const { round } = slot;
    if (slot.withdrawnAt || !HOST_WITHDRAWS.includes(stateOf(round)))
      return reject({ code: "conflict", key: "rounds.errors.withdrawClosed" });
    const at = ctx.clock.now();
    await tx.roundSlot.update({
      where: { id: slotId },
      data: { withdrawnAt: at, withdrawnFor: reason, version: { increment: 1 } },
    });
    if (round.state === "preview") await saveRound(tx, round, { stale: true }, at);
    const told = { slot: slot.title, by: ctx.actor.organization.name, reason };
    const eventId = await recordRound(tx, ctx, round, "slot_withdrawn", told);
    const mails = await roundMails(tx, {
      kind: "withdrawn",
      key: eventId,
      to: [round.schoolId],
      values: { round: round.name, ...told },
      link: `/rounds/${round.id}`,
    });
    await enqueue(tx, ctx, mails);
    return { roundId: round.id };
  });
