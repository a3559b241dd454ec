import type { PersonCtx } from "~/identity/actor";
import { decide, reject, stale } from "~/platform/decide.server";
import { record } from "~/platform/events/record.server";
import { enqueue } from "~/platform/outbox/enqueue.server";
import { invalidField, notFound, type Result } from "~/platform/result";
import { outcomeMails } from "../outcome-mails.server";
import { schoolRefusal } from "../outcome-policy";
import { ownPlacement } from "../placement-scope.server";

/**
 * The school takes a certificate back, with a reason anybody who checks it can read. Goes in: the placement, the version
 * shown and the reason. The credential's bytes stay; the school's revocation list names it from now on. Refuses a foreign
 * placement (not found), who may not (forbidden), no reason (invalid), none that stands or another version (conflict).
 */
export const revokeCertificate = (
  ctx: PersonCtx,
  placementId: string,
  input: { version: number; reason: string },
): Promise<Result<{ code: string }>> =>
  decide(async (tx) => {
    const own = await ownPlacement(tx, ctx.actor, placementId);
    if (!own) return reject(notFound().refusal);
    const refused = schoolRefusal(own.as, ctx.actor);
    if (refused) return reject(refused);
    const reason = input.reason.trim();
    if (reason === "") return reject(invalidField("reason", "errors.required").refusal);
    const standing = await tx.placementCertificate.findFirst({ where: { placementId, revokedAt: null } });
    if (!standing) return reject({ code: "conflict", key: "outcomes.errors.notNow" });
    const now = ctx.clock.now();
    const { count } = await tx.placementCertificate.updateMany({
      where: { id: standing.id, version: input.version },
      data: {
        revokedAt: now,
        revokedName: ctx.actor.name,
        revokeReason: reason.slice(0, 300),
        version: { increment: 1 },
      },
    });
    if (count === 0) stale();
    await record(tx, ctx, {
      subject: { type: "placement", id: placementId },
      name: "outcomes.revoked",
      payload: { code: standing.code, note: reason },
      audience: [own.placement.schoolId, own.placement.hostId],
    });
    await enqueue(
      tx,
      ctx,
      await outcomeMails(tx, own.placement, {
        kind: "revoked",
        key: standing.id,
        to: "student",
        link: `/placements/${placementId}/certificate`,
      }),
    );
    return { code: standing.code };
  });
