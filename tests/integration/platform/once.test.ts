import { describe, expect, test } from "vitest";
import { systemActor } from "~/platform/command";
import { decide } from "~/platform/decide.server";
import { newId } from "~/platform/id";
import { once } from "~/platform/outbox/once.server";
import { fixedClock } from "~/platform/time/clock";

const ctxOf = (personId: string) => ({
  actor: { ...systemActor("测试"), kind: "person" as const, personId },
  clock: fixedClock("2026-11-22T02:00:00.000Z"),
  requestId: newId(),
});

const counter = () => {
  let count = 0;
  const send = (personId: string, key: string | undefined, asked: string, fails = false) =>
    decide((tx) =>
      once(tx, ctxOf(personId), key, { asked }, async () => {
        count += 1;
        if (fails) throw new Error("broken");
        return { count };
      }),
    );
  return { send, times: () => count };
};

describe("once", () => {
  test("the same form twice does one thing and gives the first outcome again", async () => {
    const { send, times } = counter();
    const key = newId();
    const outcomes = [await send("a", key, "x"), await send("a", key, "x")];
    expect(outcomes).toEqual([
      { ok: true, value: { count: 1 } },
      { ok: true, value: { count: 1 } },
    ]);
    expect(times()).toBe(1);
  });

  test("two at the same moment do one thing", async () => {
    const { send, times } = counter();
    const key = newId();
    await Promise.all([send("a", key, "x"), send("a", key, "x"), send("a", key, "x")]);
    expect(times()).toBe(1);
  });

  test("the same key with other contents is a conflict", async () => {
    const { send, times } = counter();
    const key = newId();
    await send("a", key, "x");
    expect(await send("a", key, "y")).toEqual({
      ok: false,
      refusal: { code: "conflict", key: "errors.keyReused" },
    });
    expect(times()).toBe(1);
  });

  test("another person's key is another key; without a key everything is done", async () => {
    const { send, times } = counter();
    const key = newId();
    await send("a", key, "x");
    await send("b", key, "x");
    await send("a", undefined, "x");
    await send("a", undefined, "x");
    expect(times()).toBe(4);
  });

  test("work that failed may be sent again with the same key", async () => {
    const { send, times } = counter();
    const key = newId();
    await expect(send("a", key, "x", true)).rejects.toThrow("broken");
    expect(await send("a", key, "x")).toEqual({ ok: true, value: { count: 2 } });
    expect(times()).toBe(2);
  });
});
