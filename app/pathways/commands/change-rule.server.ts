import type { MemberCtx } from "~/identity/actor";
import { decide } from "~/platform/decide.server";
import { record } from "~/platform/events/record.server";
import { newId } from "~/platform/id";
import { invalidField, type Result } from "~/platform/result";
import { refuseAuthorityWork } from "../policy";
import { readFact, textOfFact } from "../rules/fact-values";
import type { FactKey } from "../rules/pack";
import { authorityRegionOf } from "../transfer-access.server";

/**
 * An authority changes one fact of its region's rules from a day on. Goes in: the fact, the answers typed, the first day, the
 * document it rests on and why. Comes out: the change's id. Windows opened before keep the rules they were opened under.
 * Refuses everybody else (forbidden) and a value that does not fit the fact.
 */
export const changeRule = async (
  ctx: MemberCtx,
  input: { fact: FactKey; answers: readonly string[]; validFrom: string; document: string; reason: string },
): Promise<Result<{ id: string }>> => {
  const refusal = refuseAuthorityWork(ctx.actor);
  if (refusal) return { ok: false, refusal };
  const value = textOfFact(input.fact, input.answers);
  if (!readFact(input.fact, value)) return invalidField("answers", "transfers.errors.factValue");
  return decide(async (tx) => {
    const now = ctx.clock.now();
    const id = newId(now.getTime());
    const regionCode = (await authorityRegionOf(tx, ctx.actor)) ?? "";
    const { fact, validFrom, document, reason } = input;
    const { organizationId, personId, name } = ctx.actor;
    await tx.transferRuleChange.create({
      data: {
        id,
        regionCode,
        fact,
        value,
        validFrom,
        document,
        reason,
        authorityId: organizationId,
        personId,
        personName: name,
        createdAt: now,
      },
    });
    await record(tx, ctx, {
      subject: { type: "organization", id: organizationId },
      name: "transfer_rule.changed",
      payload: { fact, value, validFrom, document },
      audience: [organizationId],
    });
    return { id };
  });
};
