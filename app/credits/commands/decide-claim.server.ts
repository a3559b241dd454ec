import type { z } from "zod";
import type { MemberCtx } from "~/identity/actor";
import { type CreditSource, enterCredit } from "~/organizations/credit-ledger.server";
import { decide, reject, stale } from "~/platform/decide.server";
import { record } from "~/platform/events/record.server";
import { isId } from "~/platform/id";
import { invalidField, type Result } from "~/platform/result";
import { civilDate } from "~/platform/time/clock";
import { refuseCreditWork } from "../policy";
import type { claimDecisionForm } from "../schema";

/**
 * The school decides on a certificate, prize, patent or product. Goes in: the claim, granted or refused, the rule of the
 * school it falls under, the reason, the version shown. Comes out: nothing; granted credits stand in the learner's ledger with
 * the rule they rest on. Refuses a claim of another school (not found), a role that may not (forbidden), a rule of another
 * kind or not in force on the day it happened (invalid), one that is decided (conflict).
 */
export const decideClaim = async (
  ctx: MemberCtx,
  id: string,
  input: z.output<typeof claimDecisionForm>,
): Promise<Result<null>> =>
  decide(async (tx) => {
    const { organizationId } = ctx.actor;
    const claim = isId(id) ? await tx.creditClaim.findFirst({ where: { id, organizationId } }) : null;
    if (!claim) return reject({ code: "not_found", key: "errors.notFound" });
    const refusal = refuseCreditWork(ctx.actor);
    if (refusal) return reject(refusal);
    if (claim.state !== "proposed") return reject({ code: "conflict", key: "credits.errors.decided" });
    const now = ctx.clock.now();
    const on = civilDate(now);
    const granted = input.outcome === "granted";
    const rule =
      granted && input.rule
        ? await tx.creditRule.findFirst({
            where: {
              id: input.rule,
              organizationId,
              source: claim.source,
              validFrom: { lte: claim.happenedOn },
              OR: [{ validTo: null }, { validTo: { gte: claim.happenedOn } }],
            },
          })
        : null;
    if (granted && !rule) return reject(invalidField("rule", "credits.errors.rule").refusal);
    const entryId = rule
      ? await enterCredit(tx, ctx, {
          studentId: claim.studentId,
          schoolId: organizationId,
          act: "earned",
          source: claim.source as CreditSource,
          sourceId: claim.id,
          item: "claim",
          name: claim.title,
          creditsCenti: rule.creditsCenti,
          earnedOn: on,
          basis: { ruleId: rule.id, rule: rule.title, document: rule.document, reason: input.reason },
        })
      : null;
    const { count } = await tx.creditClaim.updateMany({
      where: { id, version: input.version },
      data: {
        state: input.outcome,
        ruleId: rule?.id ?? null,
        creditsCenti: rule?.creditsCenti ?? 0,
        reason: input.reason,
        entryId,
        decidedBy: ctx.actor.name,
        decidedAt: now,
        version: { increment: 1 },
      },
    });
    if (count === 0) return stale();
    await record(tx, ctx, {
      subject: { type: "creditClaim", id },
      name: `credit_claim.${input.outcome}`,
      payload: { title: claim.title, reason: input.reason, creditsCenti: rule?.creditsCenti ?? 0 },
      audience: [organizationId],
    });
    return null;
  });
