import type { z } from "zod";
import type { MemberCtx } from "~/identity/actor";
import { decide, reject } from "~/platform/decide.server";
import { record } from "~/platform/events/record.server";
import { newId } from "~/platform/id";
import { once } from "~/platform/outbox/once.server";
import type { Result } from "~/platform/result";
import { refuseCreditWork } from "../policy";
import type { creditRuleForm } from "../schema";

/** Rules of one school at most. House rule. */
export const MOST_RULES = 200;

/**
 * A school says how many credits a kind of certificate, prize, patent or product is worth, from a day on, and in which of its
 * documents that stands. Comes out: the rule's id; a rule is never changed, a later one follows it. Refuses others than
 * owners and coordinators of a verified school (forbidden).
 */
export const setCreditRule = async (
  ctx: MemberCtx,
  { submissionKey, credits, validTo, ...input }: z.output<typeof creditRuleForm>,
): Promise<Result<{ id: string }>> => {
  const refusal = refuseCreditWork(ctx.actor);
  if (refusal) return { ok: false, refusal };
  const { organizationId } = ctx.actor;
  return decide((tx) =>
    once(tx, ctx, submissionKey, { ...input, credits, validTo }, async () => {
      if ((await tx.creditRule.count({ where: { organizationId } })) >= MOST_RULES) {
        return reject({ code: "conflict", key: "credits.errors.tooManyRules", values: { max: MOST_RULES } });
      }
      const now = ctx.clock.now();
      const id = newId(now.getTime());
      await tx.creditRule.create({
        data: {
          ...input,
          id,
          organizationId,
          creditsCenti: credits,
          validTo: validTo ?? null,
          authorName: ctx.actor.name,
          createdAt: now,
        },
      });
      await record(tx, ctx, {
        subject: { type: "creditRule", id },
        name: "credit_rule.set",
        payload: {
          source: input.source,
          title: input.title,
          creditsCenti: credits,
          validFrom: input.validFrom,
        },
        audience: [organizationId],
      });
      return { id };
    }),
  );
};
