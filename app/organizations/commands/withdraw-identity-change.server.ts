import type { MemberCtx } from "~/identity/actor";
import { decide, reject } from "~/platform/decide.server";
import { record } from "~/platform/events/record.server";
import type { Result } from "~/platform/result";
import { mayEditProfile } from "../policy";

/**
 * Takes back the own organization's request for another name or code. Refuses a viewer (forbidden) and where none waits
 * (conflict).
 */
export const withdrawIdentityChange = async (ctx: MemberCtx): Promise<Result<true>> => {
  const allowed = mayEditProfile(ctx.actor);
  if (!allowed.ok) return allowed;
  const { organizationId } = ctx.actor;
  return decide(async (tx) => {
    const taken = await tx.identityChange.updateMany({
      where: { organizationId, decision: null },
      data: { decision: "withdrawn", decidedBy: ctx.actor.personId, decidedAt: ctx.clock.now() },
    });
    if (taken.count === 0) return reject({ code: "conflict", key: "trust.refused.decided" });
    await record(tx, ctx, {
      subject: { type: "organization", id: organizationId },
      name: "organization.rename_withdrawn",
      payload: {},
      audience: [organizationId],
    });
    return true as const;
  });
};
