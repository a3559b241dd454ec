import type { MemberCtx } from "~/identity/actor";
import { decide, reject, stale } from "~/platform/decide.server";
import { record } from "~/platform/events/record.server";
import { notFound, type Result } from "~/platform/result";
import { machinesRefusal } from "../key-policy";
import type { EndpointMove } from "../webhook-schema";

const NAMES = {
  pause: "webhook_endpoint.paused",
  resume: "webhook_endpoint.resumed",
  remove: "webhook_endpoint.removed",
} as const;

/**
 * Pauses, resumes or removes an endpoint. Goes in: its id, the move and the version shown. Comes out: the new version. A
 * paused one is not told what happens meanwhile; a removed one never again. Refuses all but owners (forbidden), another
 * organization's or a removed endpoint (not found) and a stale version (conflict). House rule.
 */
export const moveWebhookEndpoint = async (
  ctx: MemberCtx,
  id: string,
  { intent, version }: EndpointMove,
): Promise<Result<{ version: number }>> => {
  const denied = machinesRefusal(ctx.actor);
  if (denied) return { ok: false, refusal: denied };
  const { organizationId } = ctx.actor;
  return decide(async (tx) => {
    const endpoint = await tx.webhookEndpoint.findFirst({ where: { id, organizationId, removedAt: null } });
    if (!endpoint) return reject(notFound().refusal);
    const written = await tx.webhookEndpoint.updateMany({
      where: { id, version },
      data: {
        version: { increment: 1 },
        ...(intent === "pause" ? { state: "paused", pausedBy: "owner" } : {}),
        ...(intent === "resume" ? { state: "active", pausedBy: null, deadInRow: 0 } : {}),
        ...(intent === "remove" ? { removedAt: ctx.clock.now(), state: "paused" } : {}),
      },
    });
    if (written.count === 0) stale();
    await record(tx, ctx, {
      subject: { type: "webhook_endpoint", id },
      name: NAMES[intent],
      payload: { host: new URL(endpoint.url).host },
      audience: [],
    });
    return { version: version + 1 };
  });
};
