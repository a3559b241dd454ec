import { record } from "~/platform/events/record.server";
import { enqueue } from "~/platform/outbox/enqueue.server";
import type { Result } from "~/platform/result";
import type { PersonCtx } from "../actor";
import { secondStepMail } from "../mails.server";
import { type Proof, withProof } from "../proof.server";
import { spendCode } from "../second-factor.server";

/**
 * Ends one's second step. Goes in: one's password and a code (of the authenticator, or a recovery code). The secret and
 * the recovery codes are gone; the person is told by mail; whoever must have a second step is led to a new one. Refuses a
 * wrong password or code beside its field.
 */
export const endSecondFactor = (ctx: PersonCtx, input: Proof): Promise<Result<null>> =>
  withProof(
    ctx,
    input,
    async (tx, person) => (await spendCode(tx, person.id, input.code, ctx.clock.now())) !== null,
    async (tx, person) => {
      await tx.secondFactor.deleteMany({ where: { personId: person.id } });
      await tx.recoveryCode.deleteMany({ where: { personId: person.id } });
      const eventId = await record(tx, ctx, {
        subject: { type: "person", id: person.id },
        name: "person.second_step_off",
        payload: {},
        audience: [],
      });
      await enqueue(tx, ctx, [secondStepMail(person, eventId, "off")]);
      return null;
    },
  );
