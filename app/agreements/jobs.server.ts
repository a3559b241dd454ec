import { systemActor } from "~/platform/command";
import { newId } from "~/platform/id";
import type { DeliveryHandler, Sweep } from "~/platform/outbox/worker.server";
import { type Clock, systemClock } from "~/platform/time/clock";
import { lookAfterAgreements } from "./commands/look-after-agreements.server";
import { sealDocument } from "./commands/seal-document.server";

const platformCtx = (clock: Clock) => ({ actor: systemActor("平台"), clock, requestId: newId() });

/** Seals the document named in the delivery; called again after a crash it goes on where it was. */
export const sealAgreement: DeliveryHandler = async ({ documentId }) => {
  await sealDocument(platformCtx(systemClock), String(documentId));
};

export const agreementSweeps: readonly Sweep[] = [
  {
    name: "agreements",
    everyMs: 10 * 60_000,
    run: async (clock) => void (await lookAfterAgreements(platformCtx(clock))),
  },
];
