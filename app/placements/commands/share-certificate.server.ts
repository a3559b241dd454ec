import type { PersonCtx } from "~/identity/actor";
import { sealField } from "~/platform/crypto/fields.server";
import { hashToken, newToken } from "~/platform/crypto/tokens.server";
import { decide, reject, stale } from "~/platform/decide.server";
import { record } from "~/platform/events/record.server";
import { notFound, type Result } from "~/platform/result";
import { learnerRefusal } from "../outcome-policy";
import { ownPlacement } from "../placement-scope.server";

/**
 * The student shares the certificate by a link, or stops. Goes in: the placement, the version shown, whether to share.
 * Stopping kills the link for good; sharing again makes another. Refuses a foreign placement (not found), anybody but the
 * student or guardian (forbidden), no certificate that stands or another version (conflict).
 */
export const shareCertificate = (
  ctx: PersonCtx,
  placementId: string,
  input: { version: number; share: boolean },
): Promise<Result<{ token: string | null }>> =>
  decide(async (tx) => {
    const own = await ownPlacement(tx, ctx.actor, placementId);
    if (!own) return reject(notFound().refusal);
    const refused = learnerRefusal(own.as);
    if (refused) return reject(refused);
    const standing = await tx.placementCertificate.findFirst({ where: { placementId, revokedAt: null } });
    if (!standing) return reject({ code: "conflict", key: "outcomes.errors.notNow" });
    const token = input.share ? newToken() : null;
    const { count } = await tx.placementCertificate.updateMany({
      where: { id: standing.id, version: input.version },
      data: {
        shareHash: token && hashToken(token),
        shareSealed: token && sealField("certificate.share", token),
        sharedAt: token && ctx.clock.now(),
        version: { increment: 1 },
      },
    });
    if (count === 0) stale();
    await record(tx, ctx, {
      subject: { type: "placement", id: placementId },
      name: input.share ? "outcomes.shared" : "outcomes.unshared",
      payload: { by: ctx.actor.name },
      audience: [],
    });
    return { token };
  });
