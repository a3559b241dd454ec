import { record } from "~/platform/events/record.server";
import { enqueue } from "~/platform/outbox/enqueue.server";
import type { Result } from "~/platform/result";
import type { PersonCtx } from "../actor";
import { secondStepMail } from "../mails.server";
import { type Proof, withProof } from "../proof.server";
import { giveRecoveryCodes, spendCode } from "../second-factor.server";

/**
 * Replaces one's recovery codes. Goes in: one's password and a code. Comes out: ten new codes, shown this once; the
 * earlier ones end, and the person is told by mail. Refuses a wrong password or code beside its field.
 */
export const renewRecoveryCodes = (ctx: PersonCtx, input: Proof): Promise<Result<{ codes: string[] }>> =>
  withProof(
    ctx,
    input,
    async (tx, person) => (await spendCode(tx, person.id, input.code, ctx.clock.now())) !== null,
    async (tx, person) => {
      const codes = await giveRecoveryCodes(tx, ctx, person.id);
      const eventId = await record(tx, ctx, {
        subject: { type: "person", id: person.id },
        name: "person.recovery_codes_renewed",
        payload: {},
        audience: [],
      });
      await enqueue(tx, ctx, [secondStepMail(person, eventId, "renewed")]);
      return { codes };
    },
  );
