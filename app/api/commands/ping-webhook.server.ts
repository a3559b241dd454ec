import type { MemberCtx } from "~/identity/actor";
import { decide, reject } from "~/platform/decide.server";
import { newId } from "~/platform/id";
import { enqueue } from "~/platform/outbox/enqueue.server";
import { once } from "~/platform/outbox/once.server";
import { notFound, type Result } from "~/platform/result";
import { machinesRefusal } from "../key-policy";
import { PING } from "../rules/webhook-events";

/**
 * Sends a test to an endpoint, tried once. Goes in: its id and the form's key. Comes out: the message's id; sent twice,
 * the same. Refuses all but owners (forbidden) and another organization's or a removed endpoint (not found). House rule.
 */
export const pingWebhook = async (
  ctx: MemberCtx,
  endpointId: string,
  submissionKey?: string,
): Promise<Result<{ id: string }>> => {
  const denied = machinesRefusal(ctx.actor);
  if (denied) return { ok: false, refusal: denied };
  const { organizationId } = ctx.actor;
  return decide((tx) =>
    once(tx, ctx, submissionKey, { endpointId }, async () => {
      const where = { id: endpointId, organizationId, removedAt: null };
      const endpoint = await tx.webhookEndpoint.findFirst({ where });
      if (!endpoint) return reject(notFound().refusal);
      const at = ctx.clock.now();
      const id = newId(at.getTime());
      await tx.webhookMessage.create({
        data: {
          id,
          endpointId,
          organizationId,
          name: PING,
          body: JSON.stringify({ id, event: PING, at: at.toISOString(), organizationId, data: {} }),
          state: "waiting",
          attempts: 0,
          resends: 0,
          createdAt: at,
        },
      });
      await enqueue(tx, ctx, [
        { kind: "webhook", key: `webhook:${id}:0`, payload: { messageId: id }, maxAttempts: 1 },
      ]);
      return { id };
    }),
  );
};
