import type { MemberCtx } from "~/identity/actor";
import { decide } from "~/platform/decide.server";
import type { Result } from "~/platform/result";

/**
 * Switches the personalised order of suggestions on or off for one person; without it they stand by fit and distance
 * alone, on every page and until it is switched on again. Goes in: the choice. Comes out: the same. Never refuses.
 */
export const chooseOrder = async (
  ctx: MemberCtx,
  personalised: boolean,
): Promise<Result<{ personalised: boolean }>> =>
  decide(async (tx) => {
    const { personId } = ctx.actor;
    const chosen = { personalised, updatedAt: ctx.clock.now() };
    await tx.matchSetting.upsert({
      where: { personId },
      create: { personId, ...chosen, version: 1 },
      update: { ...chosen, version: { increment: 1 } },
    });
    return { personalised };
  });
