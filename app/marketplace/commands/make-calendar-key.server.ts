import type { PersonCtx } from "~/identity/actor";
import { hashToken, newToken } from "~/platform/crypto/tokens.server";
import { decide } from "~/platform/decide.server";
import { record } from "~/platform/events/record.server";
import type { Result } from "~/platform/result";

/**
 * Makes the secret address of a person's own calendar; an earlier one stops at once. Comes out: the secret, which is shown
 * this once and kept as a hash. Never refuses.
 */
export const makeCalendarKey = async (ctx: PersonCtx): Promise<Result<{ token: string }>> =>
  decide(async (tx) => {
    const { personId } = ctx.actor;
    const token = newToken();
    const made = { tokenHash: hashToken(token), createdAt: ctx.clock.now() };
    await tx.calendarKey.upsert({ where: { personId }, create: { personId, ...made }, update: made });
    await record(tx, ctx, {
      subject: { type: "person", id: personId },
      name: "person.calendar_made",
      payload: {},
      audience: [],
    });
    return { token };
  });
