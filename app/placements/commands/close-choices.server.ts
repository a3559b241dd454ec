import type { MemberCtx } from "~/identity/actor";
import { decide } from "~/platform/decide.server";
import type { Result } from "~/platform/result";
import { leadRound, movedRound, saveRound } from "../round-access.server";
import { recordRound } from "../round-record.server";

/**
 * The leading school closes the choices of its round; hosts go on ordering until their own date. Nothing leads back.
 * In: the round and the version read. Out: nothing. Refuses a round that is not open, and a stale version.
 */
export const closeChoices = (ctx: MemberCtx, id: string, version: number): Promise<Result<null>> =>
  decide(async (tx) => {
    const round = await leadRound(tx, ctx, id, version);
    const state = await movedRound(tx, round, "close");
    await saveRound(tx, round, { state }, ctx.clock.now());
    await recordRound(tx, ctx, round, "closed");
    return null;
  });
