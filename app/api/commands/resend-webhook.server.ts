import type { MemberCtx } from "~/identity/actor";
import { decide, reject } from "~/platform/decide.server";
import { enqueue } from "~/platform/outbox/enqueue.server";
import { notFound, type Result } from "~/platform/result";
import { machinesRefusal } from "../key-policy";
import { MOST_TRIES } from "../rules/webhook-events";

/**
 * Sends a message again that was given up or already arrived. Goes in: its id. Comes out: the endpoint's id. The body and
 * its number stay the same, so that the receiver can tell. Refuses all but owners (forbidden), another organization's
 * message (not found) and one still on its way (conflict). House rule.
 */
export const resendWebhook = async (ctx: MemberCtx, id: string): Promise<Result<{ endpointId: string }>> => {
  const denied = machinesRefusal(ctx.actor);
  if (denied) return { ok: false, refusal: denied };
  const { organizationId } = ctx.actor;
  return decide(async (tx) => {
    const message = await tx.webhookMessage.findFirst({
      where: { id, organizationId, endpoint: { removedAt: null } },
    });
    if (!message) return reject(notFound().refusal);
    if (message.state === "waiting") return reject({ code: "conflict", key: "machines.errors.notEnded" });
    const resends = message.resends + 1;
    await tx.webhookMessage.update({ where: { id }, data: { state: "waiting", resends } });
    await enqueue(tx, ctx, [
      {
        kind: "webhook",
        key: `webhook:${id}:${resends}`,
        payload: { messageId: id },
        maxAttempts: MOST_TRIES,
      },
    ]);
    return { endpointId: message.endpointId };
  });
};
