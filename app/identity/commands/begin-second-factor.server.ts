import { decide, reject } from "~/platform/decide.server";
import { record } from "~/platform/events/record.server";
import type { Result } from "~/platform/result";
import type { PersonCtx } from "../actor";
import { newTotpSecret, sealTotp } from "../second-factor.server";

/**
 * Starts setting up the second step: makes a secret that is in force only once a first code has confirmed it. Starting
 * again replaces an unconfirmed one. Refuses (conflict) when the second step is in force already.
 */
export const beginSecondFactor = (ctx: PersonCtx): Promise<Result<null>> =>
  decide(async (tx) => {
    const { personId } = ctx.actor;
    const kept = await tx.secondFactor.findUnique({ where: { personId } });
    if (kept?.confirmedAt) return reject({ code: "conflict", key: "identity.errors.stepOnAlready" });
    const begun = { secretSealed: sealTotp(newTotpSecret()), startedAt: ctx.clock.now(), lastStep: null };
    await tx.secondFactor.upsert({ where: { personId }, create: { personId, ...begun }, update: begun });
    await record(tx, ctx, {
      subject: { type: "person", id: personId },
      name: "person.second_step_begun",
      payload: {},
      audience: [],
    });
    return null;
  });
