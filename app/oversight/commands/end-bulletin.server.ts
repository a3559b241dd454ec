import type { MemberCtx } from "~/identity/actor";
import { decide, reject, stale } from "~/platform/decide.server";
import { record } from "~/platform/events/record.server";
import type { Result } from "~/platform/result";
import { mayOrder } from "../policy";

/**
 * Ends a bulletin: no further issue is drawn, those there are stay. Goes in: its id and version. Refuses foreign ones (not
 * found) and roles that may not act for the authority; ending an ended one changes nothing.
 */
export const endBulletin = async (
  ctx: MemberCtx,
  input: { id: string; version: number },
): Promise<Result<null>> => {
  const allowed = mayOrder(ctx.actor);
  if (!allowed.ok) return allowed;
  return decide(async (tx) => {
    const { organizationId } = ctx.actor;
    const found = await tx.bulletin.findFirst({ where: { id: input.id, organizationId } });
    if (!found) return reject({ code: "not_found", key: "errors.notFound" });
    if (found.endedAt) return null;
    const moved = await tx.bulletin.updateMany({
      where: { id: found.id, version: input.version },
      data: { endedAt: ctx.clock.now(), version: { increment: 1 } },
    });
    if (moved.count === 0) return stale();
    await record(tx, ctx, {
      subject: { type: "bulletin", id: found.id },
      name: "bulletin.ended",
      payload: { title: found.title },
      audience: [organizationId],
    });
    return null;
  });
};
