import type { Sweep } from "~/platform/outbox/worker.server";
import { expireApplications } from "./commands/expire-applications.server";
import { followConsents } from "./commands/follow-consents.server";
import { forgetErased } from "./commands/forget-erased.server";
import { remindApplications } from "./commands/remind-applications.server";

const SECOND = 1_000;
const MINUTE = 60 * SECOND;

/** What applications look after: consents as they come, turns that need a reminder or have run out, erased students. */
export const applicationSweeps: readonly Sweep[] = [
  {
    name: "applications.consents",
    everyMs: 3 * SECOND,
    run: async (clock) => void (await followConsents(clock)),
  },
  {
    name: "applications.expire",
    everyMs: MINUTE,
    run: async (clock) => void (await expireApplications(clock)),
  },
  {
    name: "applications.remind",
    everyMs: MINUTE,
    run: async (clock) => void (await remindApplications(clock)),
  },
  {
    name: "applications.forget",
    everyMs: 10 * MINUTE,
    run: async (clock) => void (await forgetErased(clock)),
  },
];
