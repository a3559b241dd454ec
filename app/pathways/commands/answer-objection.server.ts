import type { z } from "zod";
import type { MemberCtx } from "~/identity/actor";
import { decide, reject, stale } from "~/platform/decide.server";
import { record } from "~/platform/events/record.server";
import type { Result } from "~/platform/result";
import { reissueNotice } from "../notice-reissue.server";
import { refuseSchoolWork } from "../policy";
import type { answerForm } from "../schema";
import { moveTransfer } from "../transfer-moves.server";

/**
 * The receiving school answers an objection. Upheld against a named application, that one is refused with the answer as its
 * reason and the list is shown again without it. Goes in: objection, version, answer, whether upheld. Comes out: whether
 * somebody was taken off the list. Refuses another school's notice (not found) and a second answer (conflict).
 */
export const answerObjection = async (
  ctx: MemberCtx,
  input: z.output<typeof answerForm>,
): Promise<Result<{ removed: boolean }>> => {
  const refusal = refuseSchoolWork(ctx.actor);
  if (refusal) return { ok: false, refusal };
  return decide(async (tx) => {
    const objection = await tx.transferObjection.findUnique({ where: { id: input.objection } });
    const notice = objection && (await tx.transferNotice.findUnique({ where: { id: objection.noticeId } }));
    if (!objection || notice?.schoolId !== ctx.actor.organizationId) {
      return reject({ code: "not_found", key: "errors.notFound" });
    }
    const written = await tx.transferObjection.updateMany({
      where: { id: objection.id, version: input.version, answeredAt: null },
      data: {
        answer: input.answer,
        upheld: input.upheld,
        answeredBy: ctx.actor.name,
        answeredAt: ctx.clock.now(),
        version: { increment: 1 },
      },
    });
    if (written.count === 0) return stale();
    await record(tx, ctx, {
      subject: { type: "transferNotice", id: notice.id },
      name: "transfer_notice.answered",
      payload: { objectionId: objection.id, upheld: input.upheld },
      audience: [notice.schoolId],
    });
    const named =
      input.upheld && objection.reference
        ? await tx.transfer.findFirst({
            where: { reference: objection.reference, quotaId: notice.quotaId, state: "notice" },
          })
        : null;
    if (!named) return { removed: false };
    await moveTransfer(tx, ctx, named, { action: "uphold", who: "receiving", reason: input.answer });
    await reissueNotice(tx, ctx, notice.quotaId);
    return { removed: true };
  });
};
