import { askStaleListings } from "~/marketplace/commands/ask-stale-listings.server";
import { matchSearches } from "~/marketplace/commands/match-searches.server";
import { saveSearch } from "~/marketplace/commands/save-search.server";
import { setEnquiryQuota } from "~/marketplace/commands/set-enquiry-quota.server";
import { stateAppetite } from "~/marketplace/commands/state-appetite.server";
import type { StateAppetite } from "~/marketplace/enquiry-schema";
import { addDemand } from "~/marketplace/keep-demand.server";
import { quotaOf } from "~/marketplace/queries/enquiry-quota.server";
import { seasonsAhead } from "~/marketplace/rules/seasons";
import { newestListing } from "~/marketplace/saved-searches.sqlite.server";
import { lookupHash } from "~/platform/crypto/fields.server";
import { read } from "~/platform/db/client.server";
import { inTransaction } from "~/platform/db/gate.server";
import { newId } from "~/platform/id";
import { fixedClock } from "~/platform/time/clock";
import type { Cast } from "./cast";
import { must } from "./must";
import { type Calendar, ctxAt } from "./time";

/** Wishes nobody met in the city: days ago, place, class of majors, kind, how often. */
const UNMET: readonly [daysAgo: number, region: string, family: string, kind: string, times: number][] = [
  [2, "440113", "06-01", "apprenticeship", 9],
  [9, "440112", "06-01", "apprenticeship", 6],
  [5, "440103", "12-02", "internship", 7],
  [14, "440106", "11-02", "joint_project", 5],
  [20, "440113", "06-03", "training_base", 3],
  [27, "440111", "14-01", "internship", 2],
  [31, "440306", "06-01", "apprenticeship", 11],
];

type Stated = Omit<StateAppetite, "season"> & { season: "next" | "later" | "*" };

const APPETITE: readonly [who: string, stated: Stated][] = [
  ["岭南机电", { family: "06-01", season: "next", level: "active" }],
  ["穗城智造学院", { family: "06-03", season: "later", level: "interested" }],
  ["珠江自动化", { family: "06-03", season: "next", level: "active" }],
  ["越秀测控", { family: "06-01", season: "next", level: "not_now", reason: "no_supervisors" }],
  ["广府模具", { family: "06-01", season: "later", level: "interested" }],
];

const SEARCHES: readonly [email: string, name: string, pace: "daily" | "weekly", query: string][] = [
  ["school@demo.example", "番禺的数控岗位", "daily", "q=数控&near=440113&radiusKm=60"],
  ["school@demo.example", "共建项目", "weekly", "kind=joint_project&region=440100"],
  ["student@demo.example", "包住宿的岗位实习", "daily", "kind=internship&lodging=1&near=440113&radiusKm=100"],
];

/** How many of the newest listings are asked of the searches, so that some have news. */
const NEWS = 12;

const saveSearches = async (calendar: Calendar): Promise<void> => {
  const at = calendar.at(0);
  for (const [email, name, pace, query] of SEARCHES) {
    const person = await read.person.findUniqueOrThrow({
      where: { emailHash: lookupHash("person.email", email) },
    });
    const actor = {
      kind: "person",
      personId: person.id,
      organizationId: null,
      name: person.name,
      language: person.language,
      isOperator: false,
      sessionPublicId: newId(),
      organization: null,
    } as const;
    const ctx = { actor, clock: fixedClock(at.toISOString()), requestId: newId() };
    must(await saveSearch(ctx, { submissionKey: newId(), name, pace, query }));
  }
  const from = String(Math.max(0, newestListing() - NEWS));
  await inTransaction((tx) =>
    tx.eventCursor.upsert({
      where: { name: "saved-searches" },
      create: { name: "saved-searches", at, eventId: from },
      update: { eventId: from },
    }),
  );
  await matchSearches(fixedClock(calendar.at(0).toISOString()));
};

/** An enterprise that has taken as many enquiries this month as it wants to. */
const reachQuota = async (cast: Cast, calendar: Calendar): Promise<void> => {
  const firm = cast.speakers.get("味承餐饮")!;
  const ctx = ctxAt(firm, calendar.at(0));
  const { taken } = await quotaOf(firm.organization.id, ctx.clock.now());
  must(await setEnquiryQuota(ctx, { intent: "set", perMonth: Math.max(1, taken), version: 0 }));
};

/** What the city wishes and does not find, what parties are willing to do, whose listings wait to be confirmed. */
export const loadDemand = async (
  cast: Cast,
  calendar: Calendar,
  say: (text: string) => void,
): Promise<void> => {
  const [, next = "*", later = "*"] = seasonsAhead(calendar.today);
  for (const [who, { season, ...stated }] of APPETITE) {
    const ctx = ctxAt(cast.speakers.get(who)!, calendar.at(-6));
    const when = season === "next" ? next : season === "later" ? later : season;
    must(await stateAppetite(ctx, { ...stated, season: when }));
  }
  await inTransaction(async (tx) => {
    for (const [daysAgo, regionCode, family, kind, times] of UNMET)
      await addDemand(tx, calendar.day(-daysAgo), [
        { regionCode, family, kind, source: "search", reason: "", times },
      ]);
  });
  await reachQuota(cast, calendar);
  await saveSearches(calendar);
  const letters = await askStaleListings(fixedClock(calendar.at(0).toISOString()));
  say(
    `  ${UNMET.length} wishes not met, ${SEARCHES.length} saved searches, ${letters} letters about freshness`,
  );
};
