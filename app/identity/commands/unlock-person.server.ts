import { record } from "~/platform/events/record.server";
import { enqueue } from "~/platform/outbox/enqueue.server";
import type { Result } from "~/platform/result";
import type { PersonCtx } from "../actor";
import { keptOutMail } from "../mails.server";
import { type OnPerson, onPerson } from "../operator-on-person.server";

/**
 * Lets a person in again. Goes in: whom, why, the version seen. They are told by mail; the reason is recorded. Refuses
 * anybody but the operator (not found), one's own account (forbidden), somebody not kept out and a stale version
 * (conflict).
 */
export const unlockPerson = (ctx: PersonCtx, input: OnPerson): Promise<Result<null>> =>
  onPerson(
    ctx,
    input,
    (person) => (person.lockedAt ? null : { code: "conflict", key: "identity.errors.notLocked" }),
    async (tx, person) => {
      await tx.person.update({
        where: { id: person.id },
        data: { lockedAt: null, lockedReason: null, version: { increment: 1 } },
      });
      const eventId = await record(tx, ctx, {
        subject: { type: "person", id: person.id },
        name: "person.unlocked_by_operator",
        payload: { reason: input.reason },
        audience: [],
      });
      await enqueue(tx, ctx, [keptOutMail(person, eventId, "unlocked", input.reason)]);
      return null;
    },
  );
