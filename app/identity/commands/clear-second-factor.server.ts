import { reject } from "~/platform/decide.server";
import { record } from "~/platform/events/record.server";
import { enqueue } from "~/platform/outbox/enqueue.server";
import type { Result } from "~/platform/result";
import type { PersonCtx } from "../actor";
import { secondStepMail } from "../mails.server";
import { type OnPerson, onPerson } from "../operator-on-person.server";

/**
 * Takes a person's second step away when phone and recovery codes are lost. Goes in: whose, why (how it was checked that
 * it is them), the version seen. Their sessions end; they are told by mail; the reason is recorded. Refuses anybody but
 * the operator (not found), one's own account (forbidden), somebody without a second step and a stale version (conflict).
 */
export const clearSecondFactor = (ctx: PersonCtx, input: OnPerson): Promise<Result<null>> =>
  onPerson(
    ctx,
    input,
    () => null,
    async (tx, person) => {
      const cleared = await tx.secondFactor.deleteMany({
        where: { personId: person.id, confirmedAt: { not: null } },
      });
      if (cleared.count === 0) reject({ code: "conflict", key: "identity.errors.noSecondStep" });
      await tx.recoveryCode.deleteMany({ where: { personId: person.id } });
      await tx.session.deleteMany({ where: { personId: person.id } });
      await tx.person.update({ where: { id: person.id }, data: { version: { increment: 1 } } });
      const eventId = await record(tx, ctx, {
        subject: { type: "person", id: person.id },
        name: "person.second_step_cleared",
        payload: { reason: input.reason },
        audience: [],
      });
      await enqueue(tx, ctx, [secondStepMail(person, eventId, "cleared")]);
      return null;
    },
  );
