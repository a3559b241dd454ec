import { read } from "../db/client.server";
import { inTransaction } from "../db/gate.server";
import { log } from "../log/log.server";
import { deliveriesDone } from "../log/metrics.server";
import type { Clock } from "../time/clock";
import { backoffMs } from "./backoff";

/** Does one delivery. Throws to have it tried again later. Must tolerate being called twice for the same key. */
export type DeliveryHandler = (
  payload: Record<string, unknown>,
  delivery: { id: string; key: string },
) => Promise<void>;

/** A periodic task: asked every `everyMs`, it enqueues or sweeps; it must be cheap when there is nothing to do. */
export type Sweep = { name: string; everyMs: number; run: (clock: Clock) => Promise<void> };

const LEASE_MS = 120_000;

/** Which deliveries a worker takes, and how many at the same time. */
export type Share = { only?: readonly string[]; except?: readonly string[]; atOnce?: number };

/**
 * Takes the deliveries that are due and does them, one after another unless its share says how many at once. A delivery
 * is claimed by a conditional update, so that a second worker (or this one after a crash, once the lease has run out)
 * never does it at the same time. Comes out: how many were done or failed.
 */
export const drain = async (
  handlers: Record<string, DeliveryHandler>,
  clock: Clock,
  limit = 50,
  { only, except, atOnce = 1 }: Share = {},
): Promise<{ done: number; failed: number }> => {
  if (only?.length === 0) return { done: 0, failed: 0 };
  const now = clock.now();
  const kind = only ? { in: [...only] } : except ? { notIn: [...except] } : undefined;
  const due = await read.delivery.findMany({
    where: {
      ...(kind ? { kind } : {}),
      OR: [
        { state: "queued", runAt: { lte: now } },
        { state: "running", lockedUntil: { lt: now } },
      ],
    },
    orderBy: { runAt: "asc" },
    take: limit,
  });
  const outcome = { done: 0, failed: 0 };
  const take = async (delivery: Row): Promise<void> => {
    const claimed = await inTransaction((tx) =>
      tx.delivery.updateMany({
        where: { id: delivery.id, state: delivery.state, attempts: delivery.attempts },
        data: {
          state: "running",
          attempts: delivery.attempts + 1,
          lockedUntil: new Date(clock.now().getTime() + LEASE_MS),
        },
      }),
    );
    if (claimed.count === 0) return;
    const succeeded = await attempt(handlers[delivery.kind], delivery, clock);
    outcome[succeeded ? "done" : "failed"] += 1;
  };
  for (let from = 0; from < due.length; from += atOnce) {
    await Promise.all(due.slice(from, from + atOnce).map(take));
  }
  return outcome;
};

type Row = Awaited<ReturnType<typeof read.delivery.findMany>>[number];

const attempt = async (
  handler: DeliveryHandler | undefined,
  delivery: Row,
  clock: Clock,
): Promise<boolean> => {
  try {
    if (!handler) throw new Error(`no handler for deliveries of kind ${delivery.kind}`);
    await handler(JSON.parse(delivery.payload) as Record<string, unknown>, {
      id: delivery.id,
      key: delivery.key,
    });
    await inTransaction((tx) =>
      tx.delivery.update({
        where: { id: delivery.id },
        data: { state: "done", finishedAt: clock.now(), lockedUntil: null, lastError: null },
      }),
    );
    deliveriesDone.inc({ kind: delivery.kind, outcome: "done" });
    return true;
  } catch (error) {
    const attempts = delivery.attempts + 1;
    const dead = attempts >= delivery.maxAttempts;
    await inTransaction((tx) =>
      tx.delivery.update({
        where: { id: delivery.id },
        data: {
          state: dead ? "dead" : "queued",
          runAt: new Date(clock.now().getTime() + backoffMs(attempts)),
          lockedUntil: null,
          lastError: String(error instanceof Error ? error.message : error).slice(0, 500),
        },
      }),
    );
    deliveriesDone.inc({ kind: delivery.kind, outcome: dead ? "dead" : "retry" });
    log().warn({ delivery: delivery.id, kind: delivery.kind, attempts, dead, err: error }, "delivery failed");
    return false;
  }
};

/** Runs drains and sweeps until stopped; `stop()` resolves when the delivery in hand has ended. */
export const startWorker = (
  handlers: Record<string, DeliveryHandler>,
  sweeps: readonly Sweep[],
  clock: Clock,
  { pauseMs = 1_000, ...share }: Share & { pauseMs?: number } = {},
): { stop: () => Promise<void> } => {
  let stopped = false;
  const lastRun = new Map<string, number>();
  const loop = async () => {
    while (!stopped) {
      try {
        for (const sweep of sweeps) {
          const now = clock.now().getTime();
          if (now - (lastRun.get(sweep.name) ?? 0) < sweep.everyMs) continue;
          lastRun.set(sweep.name, now);
          await sweep.run(clock);
        }
        await drain(handlers, clock, 50, share);
      } catch (error) {
        log().error({ err: error }, "the worker stumbled");
      }
      await new Promise((resolve) => setTimeout(resolve, pauseMs));
    }
  };
  const running = loop();
  return {
    stop: () => {
      stopped = true;
      return running;
    },
  };
};
