import type { MemberCtx } from "~/identity/actor";
import { decide, reject, stale } from "~/platform/decide.server";
import type { Result } from "~/platform/result";
import { mayFreeze } from "../policy";

/**
 * Takes a target back, with the reason, which stays with it. Goes in: the target, the version that was seen, the reason.
 * Refuses roles that only read, a target of another organization (not found), one withdrawn already or changed meanwhile.
 */
export const withdrawTarget = async (
  ctx: MemberCtx,
  input: { id: string; version: number; reason: string },
): Promise<Result<null>> => {
  const allowed = mayFreeze(ctx.actor);
  if (!allowed.ok) return allowed;
  return decide(async (tx) => {
    const own = { id: input.id, organizationId: ctx.actor.organizationId };
    if ((await tx.indicatorTarget.count({ where: own })) === 0)
      reject({ code: "not_found", key: "errors.notFound" });
    const { count } = await tx.indicatorTarget.updateMany({
      where: { ...own, version: input.version, withdrawnAt: null },
      data: { withdrawnAt: ctx.clock.now(), withdrawReason: input.reason, version: { increment: 1 } },
    });
    if (count === 0) stale();
    return null;
  });
};
