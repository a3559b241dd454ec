import { decide } from "~/platform/decide.server";
import { record } from "~/platform/events/record.server";
import type { Result } from "~/platform/result";
import type { PersonCtx } from "../actor";

/** Ends all of one's own sessions but the present one. Comes out: how many ended. */
export const revokeOtherSessions = (ctx: PersonCtx): Promise<Result<{ ended: number }>> =>
  decide(async (tx) => {
    const ended = await tx.session.deleteMany({
      where: { personId: ctx.actor.personId, publicId: { not: ctx.actor.sessionPublicId } },
    });
    if (ended.count > 0) {
      await record(tx, ctx, {
        subject: { type: "person", id: ctx.actor.personId },
        name: "session.others_revoked",
        payload: { ended: ended.count },
        audience: [],
      });
    }
    return { ended: ended.count };
  });
