import { type MemberCtx, mayWrite } from "~/identity/actor";
import { read } from "~/platform/db/client.server";
import { decide, reject } from "~/platform/decide.server";
import { record } from "~/platform/events/record.server";
import { newId } from "~/platform/id";
import { once } from "~/platform/outbox/once.server";
import type { Result } from "~/platform/result";
import { civilDate } from "~/platform/time/clock";
import { recognitionShown } from "../queries/recognition-page.server";
import { recognitionPack } from "../rules/recognition/packs";
import { progressOf } from "../rules/recognition/progress";

/**
 * Applies to be taken into the pool (建设培育) of recognised enterprises. Goes in: a member who may write for a verified
 * enterprise. Comes out: the application's id with progress frozen as it stands. Refuses one that meets too few conditions,
 * with how many, and a second application while one is under way.
 */
export const applyForRecognition = async (
  ctx: MemberCtx,
  submissionKey: string | undefined,
): Promise<Result<{ id: string }>> => {
  const { organizationId } = ctx.actor;
  const at = ctx.clock.now();
  const today = civilDate(at);
  const { regionCode, state, kind } = await read.organization.findUniqueOrThrow({
    where: { id: organizationId },
    select: { regionCode: true, state: true, kind: true },
  });
  const pack = recognitionPack(regionCode, today);
  const progress = progressOf(pack, await recognitionShown(organizationId, pack, today));
  return decide((tx) =>
    once(tx, ctx, submissionKey, { organizationId, today }, async () => {
      if (!mayWrite(ctx.actor)) return reject({ code: "forbidden", key: "alerts.errors.roleOnly" });
      if (kind !== "enterprise" || state !== "verified")
        return reject({ code: "forbidden", key: "recognition.errors.verifiedOnly" });
      const open = await tx.recognition.findFirst({
        where: { organizationId, state: { in: ["applied", "cultivating", "awarded"] } },
        select: { id: true },
      });
      if (open) return reject({ code: "conflict", key: "recognition.errors.underWay" });
      if (!progress.qualifies) {
        return reject({
          code: "blocked",
          key: "recognition.errors.notYet",
          values: { met: progress.met, needed: progress.needed },
        });
      }
      const id = newId(at.getTime());
      await tx.recognition.create({
        data: {
          id,
          organizationId,
          regionCode,
          packId: pack.id,
          state: "applied",
          snapshot: JSON.stringify(progress),
          appliedOn: today,
          createdAt: at,
          updatedAt: at,
          version: 1,
        },
      });
      await record(tx, ctx, {
        subject: { type: "recognition", id: organizationId },
        name: "recognition.applied",
        payload: { recognitionId: id, met: progress.met },
        audience: [organizationId],
      });
      return { id };
    }),
  );
};
