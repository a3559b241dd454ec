import { openField } from "~/platform/crypto/fields.server";
import { read } from "~/platform/db/client.server";
import { inTransaction } from "~/platform/db/gate.server";
import type { DeliveryHandler } from "~/platform/outbox/worker.server";
import { systemClock } from "~/platform/time/clock";
import { postWebhook } from "./post-webhook.server";
import { DEAD_BEFORE_PAUSE } from "./rules/webhook-events";
import { signatureOf } from "./rules/webhook-signature";

type Message = NonNullable<Awaited<ReturnType<typeof load>>>;

const load = (id: string) => read.webhookMessage.findUnique({ where: { id }, include: { endpoint: true } });

const giveUp = (message: Message, error: string) =>
  inTransaction(async (tx) => {
    await tx.webhookMessage.update({ where: { id: message.id }, data: { state: "dead", error } });
  });

const noteFailure = (
  message: Message,
  last: boolean,
  outcome: { status: number | null; error: string | null; millis: number },
) =>
  inTransaction(async (tx) => {
    await tx.webhookMessage.update({
      where: { id: message.id },
      data: {
        ...outcome,
        attempts: { increment: 1 },
        state: last ? "dead" : "waiting",
        lastTriedAt: systemClock.now(),
      },
    });
    if (!last) return;
    const endpoint = await tx.webhookEndpoint.update({
      where: { id: message.endpointId },
      data: { deadInRow: { increment: 1 } },
    });
    if (endpoint.deadInRow < DEAD_BEFORE_PAUSE || endpoint.state !== "active") return;
    await tx.webhookEndpoint.update({
      where: { id: endpoint.id },
      data: { state: "paused", pausedBy: "house", version: { increment: 1 } },
    });
  });

/**
 * Tells one message to its endpoint: signed, ten seconds to answer, 2xx is delivered. Anything else throws, so that the
 * outbox tries again later; the last try gives the message up and, after twenty in a row, pauses the endpoint. A message
 * of an endpoint that is paused or gone is given up at once and can be sent again by hand. Told twice, a receiver knows
 * it by `Bridge-Delivery`.
 */
export const deliverWebhook: DeliveryHandler = async (payload, delivery) => {
  const message = await load(String(payload.messageId));
  if (!message || message.state === "delivered") return;
  const { endpoint } = message;
  if (endpoint.removedAt) return void (await giveUp(message, "removed"));
  if (endpoint.state !== "active") return void (await giveUp(message, "paused"));
  const secret = openField("webhookEndpoint.secret", endpoint.secretSealed);
  const second = Math.floor(systemClock.now().getTime() / 1000);
  const outcome = await postWebhook(
    endpoint.url,
    {
      "Content-Type": "application/json; charset=utf-8",
      "User-Agent": "ChanjiaoBridge-Webhooks/1",
      "Bridge-Event": message.name,
      "Bridge-Delivery": message.id,
      "Bridge-Signature": signatureOf(secret, second, message.body),
    },
    message.body,
  );
  if (outcome.error === null) {
    await inTransaction(async (tx) => {
      const now = systemClock.now();
      await tx.webhookMessage.update({
        where: { id: message.id },
        data: {
          ...outcome,
          attempts: { increment: 1 },
          state: "delivered",
          lastTriedAt: now,
          deliveredAt: now,
        },
      });
      await tx.webhookEndpoint.updateMany({
        where: { id: endpoint.id, deadInRow: { gt: 0 } },
        data: { deadInRow: 0 },
      });
    });
    return;
  }
  const tried = await read.delivery.findUnique({ where: { id: delivery.id } });
  await noteFailure(message, tried ? tried.attempts >= tried.maxAttempts : true, outcome);
  throw new Error(outcome.error);
};
