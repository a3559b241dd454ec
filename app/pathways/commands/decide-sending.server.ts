import type { MemberCtx } from "~/identity/actor";
import { decide, reject } from "~/platform/decide.server";
import { newId } from "~/platform/id";
import type { Result } from "~/platform/result";
import { civilDate } from "~/platform/time/clock";
import { worstOf } from "../rules/eligibility";
import { transferInVoice } from "../transfer-access.server";
import { judgeStored } from "../transfer-facts.server";
import { moveTransfer } from "../transfer-moves.server";

/**
 * The sending school sends an application on, or refuses with a reason. Sent on, the rules are run at once, as of the day of
 * submission: nothing against it means assessment, a block turns it away with the rule's reason, a missing fact keeps it
 * waiting for the school. Goes in: transfer, version, outcome, reason. Comes out: the state reached.
 */
export const decideSending = (
  ctx: MemberCtx,
  id: string,
  input: { version: number; outcome: "approve" | "refuse"; reason?: string | undefined },
): Promise<Result<{ state: string }>> =>
  decide(async (tx) => {
    const { transfer } = await transferInVoice(tx, ctx, id, ["sending"]);
    const { version, outcome, reason } = input;
    const now = ctx.clock.now();
    await tx.transferDecision.create({
      data: {
        id: newId(now.getTime()),
        transferId: id,
        step: "sending",
        outcome,
        reason: reason ?? "",
        organizationId: ctx.actor.organizationId,
        personId: ctx.actor.personId,
        name: ctx.actor.name,
        createdAt: now,
      },
    });
    if (outcome === "refuse") {
      const refused = await moveTransfer(tx, ctx, transfer, {
        action: "refuseSending",
        who: "sending",
        reason,
        version,
      });
      return { state: refused.state };
    }
    const sent = await moveTransfer(tx, ctx, transfer, {
      action: "send",
      who: "sending",
      version,
      quiet: true,
    });
    const judged = await judgeStored(
      tx,
      sent,
      civilDate(now),
      sent.submittedAt && civilDate(sent.submittedAt),
    );
    if (!judged) return reject({ code: "not_found", key: "errors.notFound" });
    const findings = JSON.stringify(judged.findings);
    const verdict = worstOf(judged.findings);
    if (verdict === "missing") {
      await tx.transfer.update({ where: { id }, data: { findings } });
      return { state: sent.state };
    }
    const rule = judged.findings.find((one) => one.verdict === "block")?.rule;
    const after = await moveTransfer(
      tx,
      ctx,
      sent,
      rule
        ? { action: "turnAway", who: "machine", reasonCode: `rule_${rule}`, data: { findings } }
        : { action: "examine", who: "machine", data: { findings } },
    );
    return { state: after.state };
  });
