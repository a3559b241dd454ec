import { systemActor } from "~/platform/command";
import { read } from "~/platform/db/client.server";
import { gateDrained, inTransaction } from "~/platform/db/gate.server";
import { newId } from "~/platform/id";
import { enqueue } from "~/platform/outbox/enqueue.server";
import type { Clock } from "~/platform/time/clock";
import { MOST_TRIES, WEBHOOK_EVENTS } from "../rules/webhook-events";
import { webhookBody } from "../webhook-body.server";

const CURSOR = "webhooks";
const EVENTS_AT_ONCE = 200;
const SETTLED_MS = 1_000;
/** With nobody listening the cursor is moved on only this often. */
const IDLE_MS = 60_000;

type Place = { at: Date; eventId: string };

const moveTo = (place: Place) =>
  inTransaction((tx) =>
    tx.eventCursor.upsert({ where: { name: CURSOR }, create: { name: CURSOR, ...place }, update: place }),
  );

const newEvents = (from: Place, until: Date) =>
  read.event.findMany({
    where: {
      name: { in: [...WEBHOOK_EVENTS] },
      OR: [{ at: { gt: from.at, lte: until } }, { at: from.at, id: { gt: from.eventId } }],
    },
    orderBy: [{ at: "asc" }, { id: "asc" }],
    take: EVENTS_AT_ONCE,
  });

type Event = Awaited<ReturnType<typeof newEvents>>[number];
type Endpoint = { id: string; organizationId: string; events: string };

const tellOf = async (clock: Clock, events: readonly Event[], endpoints: readonly Endpoint[]) => {
  const first = events[0]!;
  const last = events.at(-1)!;
  const heard = await read.eventAudience.findMany({
    where: {
      organizationId: { in: [...new Set(endpoints.map(({ organizationId }) => organizationId))] },
      at: { gte: first.at, lte: last.at },
      eventId: { in: events.map(({ id }) => id) },
    },
  });
  const pairs = events.flatMap((event) =>
    endpoints
      .filter(({ events: wanted }) => wanted.split(",").includes(event.name))
      .filter((one) => heard.some((h) => h.eventId === event.id && h.organizationId === one.organizationId))
      .map((endpoint) => ({ event, endpoint })),
  );
  const ctx = { actor: systemActor("webhooks"), clock, requestId: newId() };
  return inTransaction(async (tx) => {
    let told = 0;
    for (const { event, endpoint } of pairs) {
      const endpointId_eventId = { endpointId: endpoint.id, eventId: event.id };
      if (await tx.webhookMessage.findUnique({ where: { endpointId_eventId } })) continue;
      const id = newId(clock.now().getTime());
      const body = await webhookBody(tx, id, endpoint.organizationId, event);
      await tx.webhookMessage.create({
        data: {
          id,
          endpointId: endpoint.id,
          organizationId: endpoint.organizationId,
          eventId: event.id,
          name: event.name,
          body,
          state: "waiting",
          attempts: 0,
          resends: 0,
          createdAt: clock.now(),
        },
      });
      await enqueue(tx, ctx, [
        { kind: "webhook", key: `webhook:${id}:0`, payload: { messageId: id }, maxAttempts: MOST_TRIES },
      ]);
      told += 1;
    }
    const place = { at: last.at, eventId: last.id };
    await tx.eventCursor.upsert({
      where: { name: CURSOR },
      create: { name: CURSOR, ...place },
      update: place,
    });
    return told;
  });
};

/**
 * Follows the recorded events and promises a delivery to every active endpoint of an organization they concern. Goes in:
 * the clock. Comes out: how many messages were made; at most 200 events a time, each endpoint hearing each event once.
 * What happened before the first endpoint existed is not told. The gate is waited for, so that no event of a transaction
 * still running is passed over.
 */
export const followWebhooks = async (clock: Clock): Promise<number> => {
  const until = new Date(clock.now().getTime() - SETTLED_MS);
  const endpoints = await read.webhookEndpoint.findMany({
    where: { state: "active", removedAt: null },
    select: { id: true, organizationId: true, events: true },
    take: 5_000,
  });
  const cursor = await read.eventCursor.findUnique({ where: { name: CURSOR } });
  if (!cursor || endpoints.length === 0) {
    if (!cursor || until.getTime() - cursor.at.getTime() > IDLE_MS) await moveTo({ at: until, eventId: "" });
    return 0;
  }
  await gateDrained();
  const events = await newEvents(cursor, until);
  return events.length === 0 ? 0 : tellOf(clock, events, endpoints);
};
