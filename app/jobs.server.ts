import { agreementSweeps, sealAgreement } from "~/agreements/jobs.server";
import { sweepPasswordAge, sweepSessions } from "~/identity/sweep.server";
import { marketplaceSweeps } from "~/marketplace/sweeps.server";
import { deliverMail } from "~/platform/mail/mail.server";
import { type DeliveryHandler, type Sweep, startWorker } from "~/platform/outbox/worker.server";
import { systemClock } from "~/platform/time/clock";

/** Which room answers which queued delivery. */
export const handlers: Record<string, DeliveryHandler> = {
  mail: deliverMail,
  "agreement.seal": sealAgreement,
};

/** What is looked after from time to time, by room. */
export const sweeps: readonly Sweep[] = [sweepSessions, sweepPasswordAge, ...marketplaceSweeps, ...agreementSweeps];

export const startJobs = () => startWorker(handlers, sweeps, systemClock);
