import { systemActor } from "~/platform/command";
import { newId } from "~/platform/id";
import type { Sweep } from "~/platform/outbox/worker.server";
import { countSurveys } from "./commands/count-surveys.server";
import { remindInvited } from "./commands/remind-invited.server";
import { sendInvitations } from "./commands/send-invitations.server";

/** What is looked after from time to time: invitations on the first day, reminders, the count after the last. */
export const surveySweeps: readonly Sweep[] = [
  {
    name: "surveys",
    everyMs: 60_000,
    run: async (clock) => {
      const ctx = { actor: systemActor("平台"), clock, requestId: newId() };
      await sendInvitations(ctx);
      await remindInvited(ctx);
      await countSurveys(ctx);
    },
  },
];
