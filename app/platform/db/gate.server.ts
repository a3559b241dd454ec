import { AsyncLocalStorage } from "node:async_hooks";
import { prepareWriter, writerForGate } from "./client.server";
import type { Prisma } from "./generated/client";

export type Tx = Prisma.TransactionClient;

const inside = new AsyncLocalStorage<true>();
const kept = globalThis as typeof globalThis & {
  bridgeGate?: { tail: Promise<unknown>; waiting: number; tuned: unknown };
};

const gate = () => {
  kept.bridgeGate ??= { tail: Promise.resolve(), waiting: 0, tuned: null };
  return kept.bridgeGate;
};

/**
 * The only way to write. Transactions run one at a time, first in, first out, because with this adapter a write
 * made beside an open transaction joins it and vanishes if that one rolls back. Goes in: the work, given `tx`.
 * Comes out: its value, once committed. A throw rolls everything back. Asking for a transaction inside one
 * is a programming error and throws at once instead of waiting for itself.
 */
export const inTransaction = <T>(work: (tx: Tx) => Promise<T>): Promise<T> => {
  if (inside.getStore()) {
    return Promise.reject(new Error("inTransaction inside inTransaction: pass tx along instead"));
  }
  const state = gate();
  state.waiting += 1;
  const turn = state.tail.then(async () => {
    const writer = writerForGate();
    if (state.tuned !== writer) {
      await prepareWriter();
      state.tuned = writer;
    }
    return inside.run(true, () => writer.$transaction(work));
  });
  state.tail = turn.then(
    () => undefined,
    () => undefined,
  );
  return turn.finally(() => {
    state.waiting -= 1;
  });
};

/** How many transactions are running or waiting: a health figure. */
export const gateDepth = (): number => gate().waiting;

/** True while the caller runs inside a transaction: mail, hashing and files assert that they do not. */
export const isInTransaction = (): boolean => inside.getStore() === true;

/** Resolves when every transaction asked for so far has ended: for a clean stop. */
export const gateDrained = (): Promise<void> => gate().tail.then(() => undefined);
