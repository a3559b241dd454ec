import type { Ctx } from "../command";
import type { Tx } from "../db/gate.server";
import type { Json } from "../events/canonical";
import { newId } from "../id";

export type NewDelivery = {
  /** Which handler does it: "mail", "listing.index", … */
  kind: string;
  /** The same promise made twice is one delivery: a key that names it, e.g. `mail:enquiry-opened:<id>:<person>`. */
  key: string;
  payload: { readonly [key: string]: Json | undefined };
  runAt?: Date;
  maxAttempts?: number;
};

/** Promises work inside the transaction of the change that asks for it; the worker does it after commit. */
export const enqueue = async (tx: Tx, ctx: Ctx, deliveries: readonly NewDelivery[]): Promise<void> => {
  const now = ctx.clock.now();
  for (const delivery of deliveries) {
    const known = await tx.delivery.findUnique({ where: { key: delivery.key }, select: { id: true } });
    if (known) continue;
    await tx.delivery.create({
      data: {
        id: newId(now.getTime()),
        kind: delivery.kind,
        key: delivery.key,
        payload: JSON.stringify(delivery.payload),
        state: "queued",
        attempts: 0,
        maxAttempts: delivery.maxAttempts ?? 6,
        runAt: delivery.runAt ?? now,
        createdAt: now,
      },
    });
  }
};
