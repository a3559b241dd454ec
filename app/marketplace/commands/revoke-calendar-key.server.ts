import type { PersonCtx } from "~/identity/actor";
import { decide } from "~/platform/decide.server";
import { record } from "~/platform/events/record.server";
import type { Result } from "~/platform/result";

/** Ends a person's calendar address: whoever asks for it from now on finds nothing. Doing it again changes nothing. */
export const revokeCalendarKey = async (ctx: PersonCtx): Promise<Result<{ revoked: boolean }>> =>
  decide(async (tx) => {
    const { personId } = ctx.actor;
    const { count } = await tx.calendarKey.deleteMany({ where: { personId } });
    if (count > 0) {
      await record(tx, ctx, {
        subject: { type: "person", id: personId },
        name: "person.calendar_revoked",
        payload: {},
        audience: [],
      });
    }
    return { revoked: count > 0 };
  });
