import type { PersonCtx } from "~/identity/actor";
import { decide, reject } from "~/platform/decide.server";
import { notFound, type Result } from "~/platform/result";
import { ownPlacement } from "../placement-scope.server";

/**
 * The student says whether a month's pay arrived. Goes in: the placement, the record, the word, fen received where it was
 * less. Comes out: the record's id. Refuses a foreign placement or record (not found), anybody but the student (forbidden).
 */
export const confirmPay = (
  ctx: PersonCtx,
  placementId: string,
  input: { record: string; receipt: string; receivedFen: number | null },
): Promise<Result<{ id: string }>> =>
  decide(async (tx) => {
    const own = await ownPlacement(tx, ctx.actor, placementId);
    if (!own) return reject(notFound().refusal);
    if (own.as !== "student") return reject({ code: "forbidden", key: "errors.forbidden" });
    const { count } = await tx.payRecord.updateMany({
      where: { id: input.record, placementId },
      data: {
        receipt: input.receipt,
        receivedFen: input.receivedFen,
        receiptAt: ctx.clock.now(),
        version: { increment: 1 },
      },
    });
    if (count === 0) return reject(notFound().refusal);
    return { id: input.record };
  });
