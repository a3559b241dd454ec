import { record } from "~/platform/events/record.server";
import { enqueue } from "~/platform/outbox/enqueue.server";
import type { Result } from "~/platform/result";
import type { PersonCtx } from "../actor";
import { keptOutMail } from "../mails.server";
import { type OnPerson, onPerson } from "../operator-on-person.server";

/**
 * Keeps a person out. Goes in: whom, why, the version seen. Their sessions end at once and they are told the reason by
 * mail; the reason is recorded. Refuses anybody but the operator (not found), one's own account (forbidden), somebody
 * kept out already and a stale version (conflict).
 */
export const lockPerson = (ctx: PersonCtx, input: OnPerson): Promise<Result<null>> =>
  onPerson(
    ctx,
    input,
    (person) => (person.lockedAt ? { code: "conflict", key: "identity.errors.lockedAlready" } : null),
    async (tx, person) => {
      await tx.person.update({
        where: { id: person.id },
        data: { lockedAt: ctx.clock.now(), lockedReason: input.reason, version: { increment: 1 } },
      });
      const ended = await tx.session.deleteMany({ where: { personId: person.id } });
      const eventId = await record(tx, ctx, {
        subject: { type: "person", id: person.id },
        name: "person.locked_by_operator",
        payload: { reason: input.reason, endedSessions: ended.count },
        audience: [],
      });
      await enqueue(tx, ctx, [keptOutMail(person, eventId, "locked", input.reason)]);
      return null;
    },
  );
