import type { MemberCtx } from "~/identity/actor";
import { decide, reject } from "~/platform/decide.server";
import type { Result } from "~/platform/result";
import { pathwayFor } from "../pathway-access.server";
import { movePathwayRow } from "../pathway-moves.server";
import { refuseApproving, refuseFounding } from "../policy";
import type { MovePathwayForm } from "../schema";

/**
 * The founder proposes, takes back, starts, closes to new intake, ends or withdraws a pathway; the authority may close one.
 * Goes in: the pathway, its version, the action, a reason where the table asks for one. Comes out: the new state; a pathway
 * without partners is confirmed with its proposal. Refuses strangers (not found), roles (forbidden), a step not open now, a
 * plan with gaps and an agreement that does not run (conflict).
 */
export const movePathway = async (
  ctx: MemberCtx,
  id: string,
  input: MovePathwayForm,
): Promise<Result<{ state: string }>> =>
  decide(async (tx) => {
    const found = await pathwayFor(tx, ctx.actor, id);
    if (!found) return reject({ code: "not_found", key: "errors.notFound" });
    const founder = found.voices.includes("founder");
    const closes = input.action === "close" && found.voices.includes("authority");
    if (!founder && !closes) return reject({ code: "forbidden", key: "articulation.errors.not.founder" });
    const refusal = founder ? refuseFounding(ctx.actor) : refuseApproving(ctx.actor);
    if (refusal) return reject(refusal);
    const { pathway } = found;
    const state = await movePathwayRow(tx, ctx, pathway, {
      ...input,
      who: founder ? "founder" : "authority",
      ...(input.action === "propose" ? { data: { proposedAt: ctx.clock.now() } } : {}),
    });
    if (state !== "proposed") return { state };
    const partners = await tx.articulationPartner.count({ where: { pathwayId: id } });
    if (partners > 0) return { state };
    const proposed = { ...pathway, state, version: input.version + 1 };
    return {
      state: await movePathwayRow(tx, ctx, proposed, {
        action: "settle",
        who: "machine",
        version: input.version + 1,
      }),
    };
  });
