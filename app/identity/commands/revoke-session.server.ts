import { decide, reject } from "~/platform/decide.server";
import { record } from "~/platform/events/record.server";
import type { Result } from "~/platform/result";
import type { PersonCtx } from "../actor";

/** Ends one of one's own sessions. Goes in: its public id. Refuses (not found) what is not one's own or has ended. */
export const revokeSession = (ctx: PersonCtx, input: { session: string }): Promise<Result<null>> =>
  decide(async (tx) => {
    const ended = await tx.session.deleteMany({
      where: { publicId: input.session, personId: ctx.actor.personId },
    });
    if (ended.count === 0) return reject({ code: "not_found", key: "errors.notFound" });
    await record(tx, ctx, {
      subject: { type: "person", id: ctx.actor.personId },
      name: "session.revoked",
      payload: { session: input.session },
      audience: [],
    });
    return null;
  });
