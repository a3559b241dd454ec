import { waitingAgreements } from "~/agreements/queries/agreements-waiting.server";
import { waitingPathways } from "~/articulation/queries/pathways-waiting.server";
import { waitingCredits } from "~/credits/queries/credits-waiting.server";
import { WAITING } from "~/marketplace/queries/waiting.server";
import { waitingAlerts } from "~/oversight/queries/alerts.server";
import { waitingCards } from "~/oversight/queries/cards-waiting.server";
import { waitingSheets } from "~/oversight/queries/sheets-waiting.server";
import { waitingTransfers } from "~/pathways/queries/transfers-waiting.server";
import { waitingApplications } from "~/placements/queries/applications-waiting.server";
import { waitingAssessments } from "~/placements/queries/assessments-waiting.server";
import { waitingConcerns } from "~/placements/queries/concerns-waiting.server";
import { waitingFindings } from "~/placements/queries/findings-waiting.server";
import { waitingHostChanges } from "~/placements/queries/host-changes-waiting.server";
import { waitingPlacements } from "~/placements/queries/placements-waiting.server";
import { waitingRounds } from "~/placements/queries/rounds-waiting.server";
import { waitingVisits } from "~/placements/queries/visits-waiting.server";
import { waitingWeeks } from "~/placements/queries/weeks-waiting.server";
import { waitingBookings } from "~/resources/queries/bookings-waiting.server";
import { waitingSurveys } from "~/surveys/queries/surveys-waiting.server";

/** What can wait for somebody, in the order of undated things: each room brings its own. */
export const WHAT_WAITS = [
  waitingConcerns,
  ...WAITING,
  waitingAlerts,
  waitingCards,
  waitingSheets,
  waitingAgreements,
  waitingApplications,
  waitingHostChanges,
  waitingPlacements,
  waitingAssessments,
  waitingWeeks,
  waitingFindings,
  waitingVisits,
  waitingRounds,
  waitingTransfers,
  waitingCredits,
  waitingPathways,
  waitingBookings,
  waitingSurveys,
];
