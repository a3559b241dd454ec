import { type MemberCtx, mayWrite } from "~/identity/actor";
import { decide, reject, stale } from "~/platform/decide.server";
import type { Result } from "~/platform/result";
import { seenRound } from "../round-access.server";
import { recordRound } from "../round-record.server";

/**
 * A school that was asked joins a round or declines. In: the round and the answer. Out: nothing. Joining means that the
 * leading school confirms for all. Refuses schools that were not asked (not found), other roles, an answer given
 * already, and any answer once choices are open.
 */
export const answerRound = (ctx: MemberCtx, id: string, joins: boolean): Promise<Result<null>> =>
  decide(async (tx) => {
    const seen = await seenRound(tx, ctx, id);
    if (seen?.part !== "school") return reject({ code: "not_found", key: "errors.notFound" });
    if (!mayWrite(ctx.actor)) return reject({ code: "forbidden", key: "rounds.errors.role" });
    if (seen.state !== "draft") return reject({ code: "conflict", key: "rounds.errors.state" });
    const schoolId = ctx.actor.organizationId;
    const { count } = await tx.roundSchool.updateMany({
      where: { roundId: id, schoolId, state: "invited" },
      data: { state: joins ? "joined" : "declined", answeredAt: ctx.clock.now() },
    });
    if (count === 0) stale();
    await recordRound(tx, ctx, seen.round, joins ? "joined" : "declined", {
      by: ctx.actor.organization.name,
    });
    return null;
  });
