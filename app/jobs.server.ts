import { agreementSweeps, sealAgreement } from "~/agreements/jobs.server";
import { deliverWebhook } from "~/api/deliver-webhook.server";
import { webhookSweeps } from "~/api/sweeps.server";
import { RESULT_IMPORT } from "~/articulation/result-import.server";
import { COURSE_IMPORT } from "~/credits/course-import.server";
import { creditSweeps } from "~/credits/jobs.server";
import { sealTable } from "~/credits/seal-table.server";
import { sweepPasswordAge, sweepSessions } from "~/identity/sweep.server";
import { LISTING_IMPORT } from "~/marketplace/listing-import.server";
import { deliverStanding } from "~/marketplace/standing-delivery.server";
import { marketplaceSweeps } from "~/marketplace/sweeps.server";
import { POST_IMPORT } from "~/organizations/post-import.server";
import { PROGRAMME_IMPORT } from "~/organizations/programme-import.server";
import { deliverRosterApply, deliverRosterCheck } from "~/organizations/roster-deliveries.server";
import { sweepRosters } from "~/organizations/roster-sweep.server";
import { sendBulletin } from "~/oversight/bulletin-mails.server";
import { deliverCards } from "~/oversight/cards-job.server";
import { drawCopy } from "~/oversight/report-copy.server";
import { oversightSweeps } from "~/oversight/sweeps.server";
import { transferSweeps } from "~/pathways/jobs.server";
import { applicationSweeps } from "~/placements/application-sweeps.server";
import { drawCertificate } from "~/placements/certificate-pdf.server";
import { followSweeps } from "~/placements/follow-sweeps.server";
import { OUTCOME_IMPORT } from "~/placements/outcome-import.server";
import { outcomeSweeps } from "~/placements/outcome-sweeps.server";
import { PAY_IMPORT } from "~/placements/pay-import.server";
import { roundSweeps } from "~/placements/round-sweeps.server";
import { sealPlacement } from "~/placements/seal-placement.server";
import { placementSweeps } from "~/placements/sweeps.server";
import { importSweep } from "~/platform/imports/run-imports.server";
import { deliverMail } from "~/platform/mail/mail.server";
import { watched } from "~/platform/outbox/sweep-log.server";
import { type DeliveryHandler, type Sweep, startWorker } from "~/platform/outbox/worker.server";
import { systemClock } from "~/platform/time/clock";
import { resourceSweeps } from "~/resources/jobs.server";
import { surveySweeps } from "~/surveys/sweeps.server";

/** Which room answers which queued delivery. */
export const handlers: Record<string, DeliveryHandler> = {
  mail: deliverMail,
  "agreement.seal": sealAgreement,
  "placement.seal": sealPlacement,
  "creditTable.seal": sealTable,
  "certificate.pdf": drawCertificate,
  "report.copy": drawCopy,
  "bulletin.send": sendBulletin,
  "cards.compute": deliverCards,
  webhook: deliverWebhook,
  "roster.check": deliverRosterCheck,
  "roster.apply": deliverRosterApply,
  "organization.standing": deliverStanding,
};

/** What is looked after from time to time, by room. */
export const sweeps: readonly Sweep[] = [
  sweepSessions,
  sweepPasswordAge,
  sweepRosters,
  ...marketplaceSweeps,
  ...agreementSweeps,
  ...placementSweeps,
  ...followSweeps,
  ...outcomeSweeps,
  ...applicationSweeps,
  ...roundSweeps,
  ...transferSweeps,
  ...creditSweeps,
  ...resourceSweeps,
  ...surveySweeps,
  ...oversightSweeps,
];

/** What may take its time — systems of others, rosters of thousands of rows: apart from the rest, several at once. */
const SLOW = ["webhook", "roster.check", "roster.apply", "cards.compute"];

/** Which rooms take rows of spreadsheets. */
const IMPORTS = [
  LISTING_IMPORT,
  POST_IMPORT,
  PROGRAMME_IMPORT,
  OUTCOME_IMPORT,
  COURSE_IMPORT,
  PAY_IMPORT,
  RESULT_IMPORT,
];

/** Starts the workers side by side: mail and upkeep; webhooks; spreadsheets. Comes out: a way to stop them all. */
export const startJobs = (): { stop: () => Promise<void> } => {
  const workers = [
    startWorker(handlers, sweeps.map(watched), systemClock, { except: SLOW }),
    startWorker(handlers, webhookSweeps.map(watched), systemClock, { only: SLOW, atOnce: 8 }),
    startWorker({}, [importSweep(IMPORTS)], systemClock, { only: [], pauseMs: 250 }),
  ];
  return { stop: async () => void (await Promise.all(workers.map((worker) => worker.stop()))) };
};
