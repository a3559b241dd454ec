import { z } from "zod";
import { systemActor } from "~/platform/command";
import { newId } from "~/platform/id";
import type { DeliveryHandler } from "~/platform/outbox/worker.server";
import { civilDate, systemClock } from "~/platform/time/clock";
import { followStanding } from "./commands/follow-standing.server";

const changed = z.union([
  z.object({ blocked: z.string() }),
  z.object({ merged: z.string(), into: z.string() }),
]);

/** Does what the standing of an organization asks of its listings and enquiries. */
export const deliverStanding: DeliveryHandler = async (payload) => {
  const ctx = { actor: systemActor("产教桥"), clock: systemClock, requestId: newId() };
  await followStanding(ctx, changed.parse(payload), civilDate(systemClock.now()));
};
