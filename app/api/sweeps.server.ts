import type { Sweep } from "~/platform/outbox/worker.server";
import { followWebhooks } from "./commands/follow-webhooks.server";

/** What the machines' room looks after: telling endpoints what happened. */
export const webhookSweeps: readonly Sweep[] = [
  { name: "webhooks.follow", everyMs: 2_000, run: async (clock) => void (await followWebhooks(clock)) },
];
