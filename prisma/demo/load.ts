import { loadReference } from "~/catalogues/reference-import.server";
import { rebuildMatchPlaces } from "~/marketplace/commands/rebuild-match-places.server";
import { loadPublicColleges } from "~/organizations/commands/load-public-colleges.server";
import { rebuildMap } from "~/oversight/commands/rebuild-map.server";
import { type Ctx, systemActor } from "~/platform/command";
import { read } from "~/platform/db/client.server";
import { inTransaction } from "~/platform/db/gate.server";
import { newId } from "~/platform/id";
import { systemClock } from "~/platform/time/clock";
import { openAccounts } from "./accounts";
import { loadAgreements } from "./agreements";
import { loadApplications } from "./applications";
import { loadPathways } from "./articulation";
import { loadCardHistory, loadCards } from "./cards";
import { raiseCast } from "./cast";
import { depositTranscripts } from "./credit-store";
import { loadCredits } from "./credits";
import { loadDemand } from "./demand";
import { tellEnquiries } from "./enquiries";
import { countCity } from "./figures";
import { loadGraduates } from "./graduates";
import { openMarket } from "./market";
import { must } from "./must";
import { superviseCity } from "./oversight";
import { tellPlacementLife } from "./placement-life";
import { loadLastTerm, loadNextTerm } from "./placements";
import { handInSheets, tellReports } from "./reports";
import { shareResources } from "./resources";
import { computeAgain, loadRounds } from "./rounds";
import { loadStudents } from "./students";
import { sayAsides } from "./suggestions";
import { loadSurveys } from "./surveys";
import { calendarOf } from "./time";
import { loadTransfers } from "./transfers";
import { tellTrust } from "./trust";
import { proposeUnlawful } from "./unlawful";
import { queueForVerification } from "./verification";
import { loadWeeks } from "./weeks";
import { offerWork } from "./work";

const WHOLE = "demo:city";

/** Whether a database holds nothing yet, a city whose loading was cut short, or the whole city. */
export const cityIn = async (): Promise<"nothing" | "part" | "whole"> => {
  if (await read.submission.findUnique({ where: { key: WHOLE } })) return "whole";
  return (await read.catalogueVersion.findFirst({ select: { id: true } })) ? "part" : "nothing";
};

/**
 * Loads the demo city into an empty database: real catalogues, the real public list of colleges as unclaimed profiles,
 * and fictional parties with a history relative to today.
 */
export const loadCity = async (say: (text: string) => void): Promise<void> => {
  const ctx: Ctx = { actor: systemActor("demo"), clock: systemClock, requestId: newId() };
  must(await loadReference(ctx, (name, outcome) => say(`  ${name}: ${outcome.rows}`)));
  const colleges = must(await loadPublicColleges(ctx));
  say(`  colleges: ${colleges.added} public profiles`);
  const calendar = calendarOf(systemClock.now());
  const cast = await raiseCast(calendar);
  say(`  the city: ${cast.speakers.size} organizations`);
  await offerWork(cast, calendar, say);
  await loadStudents(cast, calendar, say);
  const market = await openMarket(cast, calendar, say);
  await queueForVerification(cast, calendar, say);
  await tellEnquiries(cast, market, calendar, say);
  await loadDemand(cast, calendar, say);
  await loadAgreements(cast, calendar, say);
  await loadLastTerm(cast, calendar, say);
  await loadGraduates(cast, calendar, say);
  await loadRounds(cast, calendar, say);
  await loadApplications(cast, calendar, say);
  await loadNextTerm(cast, calendar, say);
  await loadWeeks(cast, calendar, say);
  await openAccounts(cast.speakers.get("岭南机电")!, calendar.at(-60, 18));
  await computeAgain(cast, calendar);
  await proposeUnlawful(cast, calendar);
  await tellTrust(cast, calendar, say);
  await loadTransfers(cast, calendar, say);
  await loadCredits(cast, calendar, say);
  await depositTranscripts(cast, calendar, say);
  await loadPathways(cast, calendar, say);
  await shareResources(cast, calendar, say);
  await rebuildMatchPlaces(systemClock);
  await sayAsides(cast, calendar, say);
  await tellPlacementLife(cast, calendar, say);
  await rebuildMap(systemClock);
  await superviseCity(cast, calendar, say);
  await loadSurveys(cast, calendar, say);
  await loadCardHistory(cast, calendar);
  await handInSheets(cast, calendar, say);
  await countCity(cast, calendar, say);
  await loadCards(cast, calendar, say);
  await tellReports(cast, calendar, say);
  await inTransaction((tx) =>
    tx.submission.create({
      data: { key: WHOLE, requestHash: "", outcome: "{}", createdAt: systemClock.now() },
    }),
  );
};
