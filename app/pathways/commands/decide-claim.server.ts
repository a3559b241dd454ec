import { liesIn } from "~/catalogues/rules/regions";
import type { MemberCtx } from "~/identity/actor";
import { decide, reject } from "~/platform/decide.server";
import { record } from "~/platform/events/record.server";
import type { Result } from "~/platform/result";
import { refuseAuthorityWork } from "../policy";
import { endRegistration, openRegistration } from "../registration.server";

import { authorityRegionOf } from "../transfer-access.server";

/**
 * The authority decides which of two schools has a person registered. Goes in: the claim, kept (with the one that has it) or
 * given (to the one that claims it), and why. Comes out: the outcome. Refuses another region's claim (not found), a second
 * decision, and giving away a registration that has moved on since (conflict).
 */
export const decideClaim = async (
  ctx: MemberCtx,
  input: { claim: string; outcome: "kept" | "given"; reason: string },
): Promise<Result<{ outcome: string }>> => {
  const refusal = refuseAuthorityWork(ctx.actor);
  if (refusal) return { ok: false, refusal };
  return decide(async (tx) => {
    const claim = await tx.registrationClaim.findUnique({ where: { id: input.claim } });
    const region = (await authorityRegionOf(tx, ctx.actor)) ?? "";
    if (!claim || !liesIn(region, claim.regionCode))
      return reject({ code: "not_found", key: "errors.notFound" });
    if (claim.outcome) return reject({ code: "conflict", key: "transfers.errors.claimDecided" });
    const now = ctx.clock.now();
    await tx.registrationClaim.update({
      where: { id: claim.id },
      data: { outcome: input.outcome, reason: input.reason, decidedBy: ctx.actor.name, decidedAt: now },
    });
    const held = await tx.studentRegistration.findUniqueOrThrow({ where: { id: claim.registrationId } });
    if (input.outcome === "given") {
      if (held.currentKey === null) return reject({ code: "conflict", key: "transfers.errors.movedOn" });
      await endRegistration(tx, ctx, claim.identityKey);
      await openRegistration(tx, ctx, {
        identityKey: claim.identityKey,
        studentId: claim.studentId,
        name: claim.name,
        schoolId: claim.claimantId,
        cause: "resolved",
      });
    }
    await record(tx, ctx, {
      subject: { type: "registration", id: held.id },
      name: "registration.claim_decided",
      payload: { claimId: claim.id, outcome: input.outcome, reason: input.reason },
      audience: [held.registeredId, claim.claimantId],
    });
    return { outcome: input.outcome };
  });
};
