import { reject } from "~/platform/decide.server";
import { record } from "~/platform/events/record.server";
import { enqueue } from "~/platform/outbox/enqueue.server";
import type { Result } from "~/platform/result";
import type { PersonCtx } from "../actor";
import { secondStepMail } from "../mails.server";
import { type Proof, withProof } from "../proof.server";
import { sixDigits } from "../rules/recovery-code";
import { totpStep } from "../rules/totp";
import { giveRecoveryCodes, openTotp } from "../second-factor.server";

/**
 * Puts the second step in force by the authenticator's first code. Goes in: one's password and the six digits. Comes out:
 * ten recovery codes, shown this once. Other sessions end, and the person is told by mail. Refuses a wrong password or
 * code beside its field, and (conflict) when nothing was begun or it is in force already.
 */
export const confirmSecondFactor = (ctx: PersonCtx, input: Proof): Promise<Result<{ codes: string[] }>> => {
  const now = ctx.clock.now();
  return withProof(
    ctx,
    input,
    async (tx, person) => {
      const begun = await tx.secondFactor.findUnique({ where: { personId: person.id } });
      if (!begun) return reject({ code: "conflict", key: "identity.errors.stepNotBegun" });
      if (begun.confirmedAt) return reject({ code: "conflict", key: "identity.errors.stepOnAlready" });
      const digits = sixDigits(input.code);
      const step = digits ? totpStep(openTotp(begun.secretSealed), digits, now, null) : null;
      if (step === null) return false;
      await tx.secondFactor.update({
        where: { personId: person.id },
        data: { confirmedAt: now, lastStep: step },
      });
      return true;
    },
    async (tx, person) => {
      const codes = await giveRecoveryCodes(tx, ctx, person.id);
      const ended = await tx.session.deleteMany({
        where: { personId: person.id, publicId: { not: ctx.actor.sessionPublicId } },
      });
      const eventId = await record(tx, ctx, {
        subject: { type: "person", id: person.id },
        name: "person.second_step_on",
        payload: { endedSessions: ended.count },
        audience: [],
      });
      await enqueue(tx, ctx, [secondStepMail(person, eventId, "on")]);
      return { codes };
    },
    "identity.errors.wrongFirstCode",
  );
};
