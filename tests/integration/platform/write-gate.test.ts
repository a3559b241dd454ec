import { describe, expect, test } from "vitest";
import { read, writerForGate } from "~/platform/db/client.server";
import { gateDepth, gateDrained, inTransaction, isInTransaction, type Tx } from "~/platform/db/gate.server";

const submission = (key: string) => ({
  key,
  requestHash: "0",
  outcome: "null",
  createdAt: new Date("2026-11-22T02:00:00Z"),
});

const exists = async (key: string): Promise<boolean> =>
  (await read.submission.findUnique({ where: { key } })) !== null;

/** A door that opens when told to. */
const door = () => {
  let open: () => void = () => undefined;
  const opened = new Promise<void>((resolve) => {
    open = resolve;
  });
  return { open, opened };
};

class Rollback extends Error {}

const swallow = (error: unknown) => {
  if (!(error instanceof Rollback)) throw error;
};

describe("the write gate", () => {
  test("the trap: a plain write beside another's open transaction joins it and vanishes with it", async () => {
    const writer = writerForGate();
    const begun = door();
    const other = door();
    const rolledBack = writer
      .$transaction(async (tx) => {
        await tx.submission.create({ data: submission("trap-inside") });
        begun.open();
        await other.opened;
        throw new Rollback();
      })
      .catch(swallow);
    await begun.opened;
    const created = await writer.submission.create({ data: submission("trap-outside") });
    expect(created.key).toBe("trap-outside");
    other.open();
    await rolledBack;
    expect(await exists("trap-inside")).toBe(false);
    expect(await exists("trap-outside"), "the write that was reported as done is gone").toBe(false);
  });

  test("through the gate it waits its turn and stays", async () => {
    const begun = door();
    const other = door();
    const rolledBack = inTransaction(async (tx) => {
      await tx.submission.create({ data: submission("gate-inside") });
      begun.open();
      await other.opened;
      throw new Rollback();
    }).catch(swallow);
    await begun.opened;
    let done = false;
    const written = inTransaction((tx) => tx.submission.create({ data: submission("gate-outside") })).then(
      () => {
        done = true;
      },
    );
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(done).toBe(false);
    expect(gateDepth()).toBe(2);
    other.open();
    await Promise.all([rolledBack, written]);
    expect(await exists("gate-inside")).toBe(false);
    expect(await exists("gate-outside")).toBe(true);
    expect(gateDepth()).toBe(0);
  });

  test("asked for inside a transaction it throws at once instead of waiting for itself", async () => {
    await expect(
      inTransaction(async (tx) => {
        await tx.submission.create({ data: submission("nested") });
        await inTransaction((inner) => inner.submission.create({ data: submission("nested-inner") }));
      }),
    ).rejects.toThrow("inTransaction inside inTransaction");
    expect(await exists("nested")).toBe(false);
    expect(await exists("nested-inner")).toBe(false);
  });

  test("a failed transaction does not hold up the next, and everything is served in order", async () => {
    const order: number[] = [];
    const work = (index: number) =>
      inTransaction(async (tx: Tx) => {
        order.push(index);
        if (index % 3 === 0) throw new Rollback();
        await tx.submission.create({ data: submission(`order-${index}`) });
      }).catch(swallow);
    await Promise.all(Array.from({ length: 12 }, (_, index) => work(index)));
    expect(order).toEqual(Array.from({ length: 12 }, (_, index) => index));
    expect(await read.submission.count({ where: { key: { startsWith: "order-" } } })).toBe(8);
  });

  test("knows whether the caller is inside, and says when all that was asked for has ended", async () => {
    expect(isInTransaction()).toBe(false);
    const seen = await inTransaction(async () => isInTransaction());
    expect(seen).toBe(true);
    const work = inTransaction((tx) => tx.submission.create({ data: submission("drained") }));
    await gateDrained();
    expect(await exists("drained")).toBe(true);
    await work;
  });

  test("the reading client cannot write, even when the types are got round", async () => {
    const reader = read as unknown as ReturnType<typeof writerForGate>;
    await expect(reader.submission.create({ data: submission("by-reader") })).rejects.toThrow(
      /readonly|read-only/i,
    );
    expect(await exists("by-reader")).toBe(false);
  });
});
