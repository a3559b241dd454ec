import type { z } from "zod";
import type { MemberCtx } from "~/identity/actor";
import { decide, reject } from "~/platform/decide.server";
import { record } from "~/platform/events/record.server";
import type { Result } from "~/platform/result";
import { refuseAssessing } from "../policy";
import { frozenRules } from "../rule-set.server";
import type { scoreForm } from "../schema";

/**
 * One assessor of the receiving school scores one part of one applicant; said again, it is corrected. Goes in: the transfer,
 * the part, the score in basis points of full marks, a note. Comes out: nothing. Refuses other schools (not found), a part
 * that does not count in this window, and scores once the ranking has gone public.
 */
export const scoreTransfer = async (
  ctx: MemberCtx,
  input: z.output<typeof scoreForm>,
): Promise<Result<null>> => {
  const refusal = refuseAssessing(ctx.actor);
  if (refusal) return { ok: false, refusal };
  return decide(async (tx) => {
    const transfer = await tx.transfer.findFirst({
      where: { id: input.transfer, toSchoolId: ctx.actor.organizationId },
    });
    if (!transfer) return reject({ code: "not_found", key: "errors.notFound" });
    if (!["assessment", "ranked"].includes(transfer.state)) {
      return reject({ code: "conflict", key: "transfers.errors.notNow" });
    }
    const window = await tx.transferWindow.findUniqueOrThrow({ where: { id: transfer.windowId } });
    if (frozenRules(window).facts.weights.value[input.part] === 0) {
      return reject({ code: "conflict", key: "transfers.errors.partNotUsed" });
    }
    const place = { transferId: transfer.id, part: input.part, assessorId: ctx.actor.personId };
    const known = await tx.transferScore.findUnique({ where: { transferId_part_assessorId: place } });
    const said = {
      assessor: ctx.actor.name,
      scoreBp: input.score,
      note: input.note ?? "",
      createdAt: ctx.clock.now(),
    };
    await tx.transferScore.upsert({
      where: { transferId_part_assessorId: place },
      create: { ...place, ...said },
      update: said,
    });
    await record(tx, ctx, {
      subject: { type: "transfer", id: transfer.id },
      name: "transfer.scored",
      payload: { part: input.part, scoreBp: input.score, before: known?.scoreBp },
      audience: [transfer.toSchoolId],
    });
    return null;
  });
};
