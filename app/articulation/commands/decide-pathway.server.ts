import type { MemberCtx } from "~/identity/actor";
import { decide, reject } from "~/platform/decide.server";
import { invalidField, type Result } from "~/platform/result";
import { civilDate } from "~/platform/time/clock";
import { movePathwayRow, pathwayInVoice } from "../pathway-moves.server";
import { refuseApproving } from "../policy";

/**
 * The authority of the founder's region approves a confirmed pathway with its filing number (备案号), or gives it back with a
 * reason. Goes in: the pathway, its version, the decision. Comes out: the new state. Refuses other regions (not found), roles
 * (forbidden), an approval without a filing number and a return without a reason (beside the field), a pathway that is not
 * confirmed or whose agreement does not run (conflict).
 */
export const decidePathway = async (
  ctx: MemberCtx,
  id: string,
  input: {
    version: number;
    outcome: "approve" | "giveBack";
    filingNumber?: string | undefined;
    reason?: string | undefined;
  },
): Promise<Result<{ state: string }>> => {
  const { version, outcome, filingNumber, reason } = input;
  return decide(async (tx) => {
    const pathway = await pathwayInVoice(tx, ctx, id, "authority");
    const refusal = refuseApproving(ctx.actor);
    if (refusal) return reject(refusal);
    if (outcome === "approve" && !filingNumber)
      return reject(invalidField("filingNumber", "articulation.errors.filingNumber").refusal);
    const approval = {
      filingNumber: filingNumber ?? "",
      approvedById: ctx.actor.organizationId,
      approvedOn: civilDate(ctx.clock.now()),
    };
    return {
      state: await movePathwayRow(tx, ctx, pathway, {
        action: outcome,
        who: "authority",
        version,
        reason,
        ...(outcome === "approve" ? { data: approval } : {}),
      }),
    };
  });
};
