import { liesIn } from "~/catalogues/rules/regions";
import type { MemberCtx } from "~/identity/actor";
import { decide, reject, stale } from "~/platform/decide.server";
import { record } from "~/platform/events/record.server";
import type { Result } from "~/platform/result";
import { refuseAuthorityWork, refuseSchoolWork } from "../policy";

import { authorityRegionOf } from "../transfer-access.server";

/**
 * The authority confirms a proposed pairing; the authority or one of the two schools ends one, with a reason. Goes in: the
 * pairing, its version, what is decided. Comes out: the new state. Refuses strangers (not found), a school that would confirm
 * its own proposal, and ending without a reason. Running transfers go on; new ones find the pairing gone.
 */
export const decidePairing = async (
  ctx: MemberCtx,
  input: { pairing: string; version: number; outcome: "confirm" | "end"; reason?: string | undefined },
): Promise<Result<{ state: string }>> => {
  const authority = ctx.actor.organization.kind === "authority";
  const refusal =
    authority || input.outcome === "confirm" ? refuseAuthorityWork(ctx.actor) : refuseSchoolWork(ctx.actor);
  if (refusal) return { ok: false, refusal };
  return decide(async (tx) => {
    const now = ctx.clock.now();
    const pairing = await tx.transferPairing.findUnique({ where: { id: input.pairing } });
    if (!pairing) return reject({ code: "not_found", key: "errors.notFound" });
    const sides = [pairing.vocationalId, pairing.generalId];
    const general = await tx.organization.findUniqueOrThrow({
      where: { id: pairing.generalId },
      select: { regionCode: true },
    });
    const region = await authorityRegionOf(tx, ctx.actor);
    const concerned =
      region === null ? sides.includes(ctx.actor.organizationId) : liesIn(region, general.regionCode);
    if (!concerned) return reject({ code: "not_found", key: "errors.notFound" });
    const confirm = input.outcome === "confirm";
    if (!confirm && !input.reason) {
      return reject({
        code: "invalid",
        key: "errors.checkFields",
        fields: [{ field: "reason", key: "transfers.errors.reason" }],
      });
    }
    const state = confirm ? "active" : "ended";
    const written = await tx.transferPairing.updateMany({
      where: { id: pairing.id, version: input.version, state: confirm ? "proposed" : { not: "ended" } },
      data: {
        state,
        ...(confirm ? { confirmedById: ctx.actor.organizationId } : { endReason: input.reason ?? "" }),
        updatedAt: now,
        version: { increment: 1 },
      },
    });
    if (written.count === 0) return stale();
    await record(tx, ctx, {
      subject: { type: "transferPairing", id: pairing.id },
      name: confirm ? "transfer_pairing.confirmed" : "transfer_pairing.ended",
      payload: { reason: input.reason },
      audience: [...sides, ctx.actor.organizationId],
    });
    return { state };
  });
};
