import { describe, expect, test } from "vitest";
import { systemActor } from "~/platform/command";
import { read } from "~/platform/db/client.server";
import { inTransaction } from "~/platform/db/gate.server";
import { newId } from "~/platform/id";
import { enqueue, type NewDelivery } from "~/platform/outbox/enqueue.server";
import { type DeliveryHandler, drain, startWorker } from "~/platform/outbox/worker.server";
import { type Clock, fixedClock } from "~/platform/time/clock";

const START = Date.parse("2026-11-22T02:00:00.000Z");
const seconds = (count: number): Clock => fixedClock(new Date(START + count * 1000).toISOString());

const ctx = (clock: Clock) => ({ actor: systemActor("测试"), clock, requestId: newId() });

const promise = async (delivery: Partial<NewDelivery> = {}): Promise<string> => {
  const key = delivery.key ?? newId();
  await inTransaction((tx) =>
    enqueue(tx, ctx(seconds(0)), [{ kind: "test", payload: { key }, ...delivery, key }]),
  );
  return key;
};

const rowOf = (key: string) => read.delivery.findUniqueOrThrow({ where: { key } });

const clear = () => inTransaction((tx) => tx.delivery.deleteMany());

const failing: DeliveryHandler = async () => {
  throw new Error("the other side refused");
};

describe("the outbox", () => {
  test("the same promise made twice is one delivery; a change that is rolled back promises nothing", async () => {
    await clear();
    const key = await promise();
    await promise({ key });
    await expect(
      inTransaction(async (tx) => {
        await enqueue(tx, ctx(seconds(0)), [{ kind: "test", key: "never", payload: {} }]);
        throw new Error("no");
      }),
    ).rejects.toThrow("no");
    expect(await read.delivery.count()).toBe(1);
  });

  test("does what is due, once, and leaves what is not due yet", async () => {
    await clear();
    const done: string[] = [];
    const handler: DeliveryHandler = async (payload) => {
      done.push(String(payload.key));
    };
    const now = await promise();
    const later = await promise({ runAt: seconds(60).now() });
    expect(await drain({ test: handler }, seconds(1))).toEqual({ done: 1, failed: 0 });
    expect(await drain({ test: handler }, seconds(2))).toEqual({ done: 0, failed: 0 });
    expect(done).toEqual([now]);
    expect(await rowOf(now)).toMatchObject({ state: "done", attempts: 1, lastError: null });
    await drain({ test: handler }, seconds(61));
    expect(done).toEqual([now, later]);
  });

  test("what fails is tried again after longer and longer waits, then put aside with its reason", async () => {
    await clear();
    const key = await promise({ maxAttempts: 3 });
    await drain({ test: failing }, seconds(0));
    expect(await rowOf(key)).toMatchObject({
      state: "queued",
      attempts: 1,
      lastError: "the other side refused",
    });
    expect((await rowOf(key)).runAt).toEqual(seconds(10).now());
    expect(await drain({ test: failing }, seconds(9))).toEqual({ done: 0, failed: 0 });
    await drain({ test: failing }, seconds(10));
    expect((await rowOf(key)).runAt).toEqual(seconds(50).now());
    await drain({ test: failing }, seconds(50));
    expect(await rowOf(key)).toMatchObject({ state: "dead", attempts: 3 });
    expect(await drain({ test: failing }, seconds(1_000_000))).toEqual({ done: 0, failed: 0 });
  });

  test("one that fails does not keep the others; a kind nobody answers says so", async () => {
    await clear();
    const bad = await promise({ kind: "bad" });
    const unknown = await promise({ kind: "unknown" });
    const good = await promise();
    expect(await drain({ bad: failing, test: async () => undefined }, seconds(1))).toEqual({
      done: 1,
      failed: 2,
    });
    expect((await rowOf(good)).state).toBe("done");
    expect((await rowOf(bad)).state).toBe("queued");
    expect((await rowOf(unknown)).lastError).toContain("unknown");
  });

  test("two workers never do the same delivery", async () => {
    await clear();
    let times = 0;
    const handler: DeliveryHandler = async () => {
      times += 1;
    };
    for (let index = 0; index < 6; index += 1) await promise();
    await Promise.all([drain({ test: handler }, seconds(1)), drain({ test: handler }, seconds(1))]);
    expect(times).toBe(6);
  });

  test("what a crashed worker held is taken up again when its lease has run out", async () => {
    await clear();
    const key = await promise();
    await inTransaction((tx) =>
      tx.delivery.update({
        where: { key },
        data: { state: "running", attempts: 1, lockedUntil: seconds(120).now() },
      }),
    );
    const handler: DeliveryHandler = async () => undefined;
    expect(await drain({ test: handler }, seconds(119))).toEqual({ done: 0, failed: 0 });
    expect(await drain({ test: handler }, seconds(121))).toEqual({ done: 1, failed: 0 });
    expect(await rowOf(key)).toMatchObject({ state: "done", attempts: 2 });
  });

  test("the worker runs sweeps and deliveries until it is stopped", async () => {
    await clear();
    const key = await promise();
    let swept = 0;
    const sweep = {
      name: "test",
      everyMs: 60_000,
      run: async () => {
        swept += 1;
      },
    };
    const worker = startWorker({ test: async () => undefined }, [sweep], seconds(1), { pauseMs: 5 });
    await expect.poll(async () => (await rowOf(key)).state).toBe("done");
    await worker.stop();
    expect(swept).toBe(1);
  });
});
