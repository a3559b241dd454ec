import type { MemberCtx } from "~/identity/actor";
import { decide, reject, stale } from "~/platform/decide.server";
import { record } from "~/platform/events/record.server";
import type { Result } from "~/platform/result";
import { civilDate } from "~/platform/time/clock";
import { authorityRegion } from "../alert-move.server";
import { liesWithin } from "../policy";
import type { DecisionInput } from "../recognition-schema";
import { addMonths, nextRecognition, type RecognitionState } from "../rules/recognition/lifecycle";
import { RECOGNITION_PACKS } from "../rules/recognition/packs";

/**
 * An authority takes an enterprise into the pool, awards, returns or ends. Goes in: the application, the move, its reason
 * where one is needed. Comes out: nothing. Refuses another region's (not found), a move the state does not allow, an award
 * before the months of cultivation are over, a return or an end without a reason.
 */
export const decideRecognition = (ctx: MemberCtx, id: string, input: DecisionInput): Promise<Result<null>> =>
  decide(async (tx) => {
    const region = await authorityRegion(tx, ctx);
    const row = await tx.recognition.findUnique({ where: { id } });
    if (!row || !liesWithin(region, row.regionCode))
      return reject({ code: "not_found", key: "errors.notFound" });
    const at = ctx.clock.now();
    const today = civilDate(at);
    const pack = RECOGNITION_PACKS.find((one) => one.id === row.packId);
    const note = input.note ?? "";
    const next = nextRecognition(row.state as RecognitionState, input.intent, note, {
      since: row.decidedOn,
      months: pack?.cultivationMonths ?? 12,
      today,
    });
    if (!next.ok) return reject({ code: "conflict", key: `recognition.errors.${next.because}` });
    const award =
      input.intent === "award"
        ? { awardedOn: today, expiresOn: addMonths(today, 12 * (pack?.awardYears ?? 3)) }
        : {};
    const { count } = await tx.recognition.updateMany({
      where: { id, version: input.version },
      data: {
        state: next.to,
        authorityId: ctx.actor.organizationId,
        note: note || null,
        ...(input.intent === "accept" ? { decidedOn: today } : {}),
        ...award,
        updatedAt: at,
        version: { increment: 1 },
      },
    });
    if (count === 0) stale();
    await record(tx, ctx, {
      subject: { type: "recognition", id: row.organizationId },
      name: `recognition.${next.to}`,
      payload: { recognitionId: id, note, by: ctx.actor.organization.name },
      audience: [row.organizationId, ctx.actor.organizationId],
    });
    return null;
  });
