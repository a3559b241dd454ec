import type { Database } from "better-sqlite3";
import { describe, expect, it } from "vitest";
import { FACET_TOTALS, PROVINCE_TOTALS, searchSql } from "~/marketplace/queries/listing-search.sqlite.server";
import { ACTIVE_SEARCHES, NEW_LISTINGS } from "~/marketplace/saved-searches.sqlite.server";
import { STALE_LISTINGS, UNPRINTED_LISTINGS } from "~/marketplace/stale-listings.sqlite.server";
import { SUPPLIED_REGION } from "~/oversight/queries/supplied-sums.sqlite.server";
import type { ReadClient } from "~/platform/db/client.server";
import { rawReader, type read } from "~/platform/db/client.server";

/** Tables that grow with use: a list that reads one from end to end gets slower every month. */
const LARGE = [
  "Listing",
  "SchoolCourse",
  "CreditConversion",
  "MakeUpItem",
  "CreditClaim",
  "ListingIndex",
  "ListingIndexFamily",
  "ListingMajor",
  "Organization",
  "Enquiry",
  "EnquiryMessage",
  "Event",
  "EventAudience",
  "Delivery",
  "Person",
  "Membership",
  "Session",
  "Programme",
  "Post",
  "MatchPlace",
  "StoredFile",
  "ListingPrint",
  "FreshnessAsk",
  "FreshnessAskListing",
  "FreshnessLink",
  "SavedSearch",
  "SearchHit",
  "DemandSignal",
  "EnquiryQuota",
  "Submission",
  "Likeness",
  "Suspicion",
  "FormerIdentity",
  "IdentityChange",
  "OrganizationBlock",
  "DataRequest",
  "Application",
  "Interview",
  "PlacementProposal",
  "Consent",
  "Student",
  "Guardian",
  "SharedResource",
  "ResourceSlot",
  "ResourceBooking",
  "ResourceVisitor",
  "Transfer",
  "TransferPairing",
  "TransferNotice",
  "StudentRegistration",
  "RegistrationClaim",
  "ArticulationPathway",
  "ArticulationStage",
  "ArticulationPartner",
  "ArticulationCohort",
  "ArticulationMember",
  "TranscriptDeposit",
  "TranscriptAttempt",
  "Survey",
  "SurveySchool",
  "SurveyInvitation",
  "SurveyEnvelope",
  "SurveyCount",
  "SurveyText",
  "ProgrammeCard",
  "ProgrammeCardAnswer",
  "ProgrammeProposal",
  "IndicatorSheet",
  "SuppliedFigure",
  "ReportDownload",
  "BulletinIssue",
  "Dossier",
];

type ListQuery = {
  name: string;
  sql: string;
  values: readonly (string | number | null)[];
  /** A covering index read from end to end, kept by its caller for a while: the reason in words. */
  readsWholeIndex?: string;
};

const nothing = {
  match: null,
  region: null,
  occupation: null,
  industry: null,
  family: null,
  major: null,
  near: null,
  startsFrom: null,
  startsTo: null,
  today: "2026-11-22",
};
const open = { kinds: [], direction: null, category: 0, payMinFen: null, minors: false, lodging: false };
const near = { lng: 113.38, lat: 22.94, west: 113, east: 114, south: 22.5, north: 23.5 };
const major = { code: "460103", family: "06-01", fits: [["6-18-01-01", 1] as const] };

type Options = Parameters<typeof searchSql>[1];

const search = (
  name: string,
  asked: Partial<Parameters<typeof searchSql>[0]>,
  options: Partial<Options> = {},
): ListQuery => ({
  name: `search listings: ${name}`,
  ...searchSql(
    { ...nothing, ...asked },
    { narrow: null, sort: "date", limit: 1001, ordered: false, after: null, ...options },
  ),
});

const after = { key: "2026-11-01", id: 7 };

/** Every list query of the house that is written in SQL. A new one gets a line here. */
const IN_SQL: readonly ListQuery[] = [
  search("all, newest first", {}, { narrow: open, ordered: true, limit: 21 }),
  search("all, next page", {}, { narrow: open, ordered: true, limit: 21, after }),
  search("all, by pay", {}, { narrow: open, ordered: true, limit: 21, sort: "pay" }),
  search("words", { match: '"数控"' }, { sort: "fit" }),
  search(
    "words, ranked by the database",
    { match: '"数控"' },
    { narrow: open, sort: "fit", ordered: true, limit: 21 },
  ),
  search("region", { region: { from: "4401", before: "4402" } }),
  search("circle", { near }, { sort: "distance" }),
  search(
    "circle, ranked by the database",
    { near },
    { narrow: open, sort: "distance", ordered: true, limit: 21 },
  ),
  search("occupation", { occupation: { from: "6-18-01", before: "6-18-02" } }),
  search("industry", { industry: { from: "34", before: "35" } }),
  search("class of majors", { family: "06-01" }),
  search("the reader's major", { major }, { sort: "fit" }),
  search(
    "words and circle and kind",
    { match: '"数控"', near },
    { narrow: { ...open, kinds: ["internship"] }, sort: "fit" },
  ),
  {
    name: "stale listings",
    sql: STALE_LISTINGS,
    values: ["2026-10-23T02:00:00.000+00:00", "2026-11-21T02:00:00.000+00:00", 500],
  },
  { name: "listings without prints", sql: UNPRINTED_LISTINGS, values: [0, 200] },
  { name: "new listings", sql: NEW_LISTINGS, values: [0, 1000] },
  { name: "active saved searches", sql: ACTIVE_SEARCHES, values: ["", 2000] },
  {
    name: "supplied figures of a region",
    sql: SUPPLIED_REGION.replace(/@\w+/g, "?"),
    values: ['["courses"]', "2025", "4401", "4402"],
  },
  {
    name: "facets of everything",
    sql: FACET_TOTALS,
    values: [],
    readsWholeIndex: "counts all published listings at most every half minute",
  },
  {
    name: "listings by province",
    sql: PROVINCE_TOTALS,
    values: [],
    readsWholeIndex: "counts all published listings at most every half minute",
  },
];

const plansOf = (db: Database, { sql, values }: Pick<ListQuery, "sql" | "values">): string[] =>
  (db.prepare(`EXPLAIN QUERY PLAN ${sql}`).all(...values) as { detail: string }[]).map(
    ({ detail }) => detail,
  );

/** Aliases stand for their tables in a plan. */
const tableOf = (sql: string, name: string): string =>
  new RegExp(`"?(\\w+)"?\\s+(?:AS\\s+)?"?${name}"?\\b`, "i").exec(sql.replaceAll(/\s+/g, " "))?.[1] ?? name;

const scans = (sql: string, plan: readonly string[]): string[] =>
  plan.filter((line) => {
    const found = /^SCAN (\w+)(?! VIRTUAL TABLE)/.exec(line);
    if (!found?.[1] || line.includes("VIRTUAL TABLE") || line.includes("CONSTANT ROW")) return false;
    const name = found[1];
    const table = LARGE.includes(name) ? name : tableOf(sql, name);
    return LARGE.includes(table) && !line.includes("USING INDEX") && !line.includes("USING COVERING INDEX");
  });

const inIndexOrder = (plan: readonly string[]): boolean =>
  plan.some((line) => /^SCAN \w+ USING (COVERING )?INDEX/.test(line)) &&
  !plan.some((line) => line.includes("USE TEMP B-TREE"));

describe("list queries in SQL", () => {
  it.each(
    IN_SQL.map((query) => [query.name, query] as const),
  )("%s reads no large table from end to end", (_name, query) => {
    const plan = plansOf(rawReader() as Database, query);
    expect(scans(query.sql, plan)).toEqual([]);
    const whole = plan.filter((line) => /^SCAN \w+ USING (COVERING )?INDEX/.test(line));
    if (whole.length > 0 && !query.readsWholeIndex) {
      expect(query.sql, "an index read in order must stop at a limit").toMatch(/LIMIT \d+$/);
      expect(inIndexOrder(plan), `sorts after reading all of ${whole.join()}`).toBe(true);
    }
  });

  it("finds a scan where there is one", () => {
    const sql = "SELECT * FROM Listing l WHERE l.summary = ?";
    expect(scans(sql, plansOf(rawReader() as Database, { sql, values: ["x"] }))).toEqual(["SCAN l"]);
  });
});

/** Every list a page reads through the client: the SQL it sends is explained. A new one gets a line here. */
const THROUGH_CLIENT: readonly (readonly [name: string, ask: (db: ReadClient) => Promise<unknown>])[] = [
  [
    "an organization's own listings",
    (db) =>
      db.listing.findMany({
        where: { organizationId: "x", state: "draft" },
        orderBy: [{ updatedAt: "desc" }, { id: "desc" }],
        take: 31,
      }),
  ],
  [
    "what is shared, newest first",
    (db) =>
      db.sharedResource.findMany({
        where: { state: "open", id: { lt: "x" } },
        orderBy: { id: "desc" },
        take: 21,
      }),
  ],
  [
    "what is shared, of one kind",
    (db) =>
      db.sharedResource.findMany({
        where: { state: "open", kind: "course", id: { lt: "x" } },
        orderBy: { id: "desc" },
        take: 21,
      }),
  ],
  [
    "free sessions of a day",
    (db) => db.resourceSlot.findMany({ where: { day: "2026-12-01", state: "open" }, take: 4_000 }),
  ],
  [
    "the sessions of a page of resources",
    (db) =>
      db.resourceSlot.findMany({
        where: { resourceId: { in: ["x", "y"] }, state: "open", day: { gte: "2026-12-01" } },
        orderBy: [{ day: "asc" }, { fromMinute: "asc" }],
        take: 4_000,
      }),
  ],
  [
    "bookings made and received",
    async (db) => {
      await db.resourceBooking.findMany({
        where: { bookerId: "x", id: { lt: "x" } },
        orderBy: { id: "desc" },
        take: 31,
      });
      return db.resourceBooking.findMany({ where: { ownerId: "x" }, orderBy: { id: "desc" }, take: 31 });
    },
  ],
  [
    "the class list of a booking",
    (db) =>
      db.resourceVisitor.findMany({
        where: { bookingId: "x" },
        orderBy: { position: "asc" },
        take: 2_000,
      }),
  ],
  [
    "cards of a school and of a region",
    async (db) => {
      await db.programmeCard.findMany({
        where: { schoolId: "x", year: "2026", outcome: { in: ["red", "yellow"] } },
        orderBy: [{ outcome: "asc" }, { id: "asc" }],
        take: 21,
      });
      return db.programmeCard.findMany({
        where: { regionCode: { gte: "4401", lt: "4402" }, year: "2026", outcome: { in: ["red", "yellow"] } },
        orderBy: [{ outcome: "asc" }, { id: "asc" }],
        take: 21,
      });
    },
  ],
  [
    "published cards, newest first",
    (db) =>
      db.programmeCard.findMany({
        where: { state: "published", outcome: { in: ["red", "yellow"] } },
        orderBy: [{ publishedOn: "desc" }, { id: "desc" }],
        take: 21,
      }),
  ],
  [
    "answers to a card",
    (db) =>
      db.programmeCardAnswer.findMany({ where: { cardId: "x" }, orderBy: { createdAt: "desc" }, take: 20 }),
  ],
  [
    "proposals of a school and of a region",
    async (db) => {
      await db.programmeProposal.findMany({ where: { schoolId: "x" }, orderBy: { id: "desc" }, take: 21 });
      return db.programmeProposal.findMany({
        where: { regionCode: { gte: "4401", lt: "4402" }, state: "proposed" },
        orderBy: { id: "desc" },
        take: 21,
      });
    },
  ],
  [
    "pairs before the operator",
    (db) =>
      db.likeness.findMany({
        where: { state: "open" },
        orderBy: [{ foundAt: "desc" }, { id: "desc" }],
        take: 26,
      }),
  ],
  ["a pair's other side", (db) => db.likeness.findMany({ where: { bId: "x" }, take: 20 })],
  [
    "organizations with the same stem",
    (db) => db.organization.findMany({ where: { nameStem: "x" }, orderBy: { id: "asc" }, take: 10 }),
  ],
  [
    "organizations in the same house",
    (db) => db.organization.findMany({ where: { addressKey: "x" }, orderBy: { id: "asc" }, take: 10 }),
  ],
  [
    "blocks by state",
    (db) =>
      db.organizationBlock.findMany({
        where: { state: "appealed" },
        orderBy: [{ blockedAt: "asc" }, { id: "asc" }],
        take: 50,
      }),
  ],
  [
    "changes of name that wait",
    (db) =>
      db.identityChange.findMany({
        where: { decision: null },
        orderBy: [{ dueOn: "asc" }, { id: "asc" }],
        take: 50,
      }),
  ],
  [
    "open reports",
    (db) =>
      db.suspicion.findMany({
        where: { state: "open" },
        orderBy: [{ at: "asc" }, { id: "asc" }],
        take: 50,
      }),
  ],
  ["a former name", (db) => db.formerIdentity.findMany({ where: { field: "name", value: "x" }, take: 30 })],
  [
    "guardians' requests that wait",
    (db) =>
      db.dataRequest.findMany({
        where: { organizationId: "x", state: "open" },
        orderBy: [{ dueOn: "asc" }, { id: "asc" }],
        take: 50,
      }),
  ],
  [
    "listings to close",
    (db) =>
      db.listing.findMany({
        where: { state: { in: ["published", "paused", "full"] }, openUntil: { lt: "2026-11-22" } },
        orderBy: { openUntil: "asc" },
        take: 100,
      }),
  ],
  [
    "the same title again",
    (db) =>
      db.listingPrint.findMany({
        where: { organizationId: "x", titleKey: { in: ["a", "b"] } },
        orderBy: { listingId: "desc" },
        take: 500,
        select: { listingId: true },
      }),
  ],
  [
    "own listings of one block",
    (db) =>
      db.listingPrint.findMany({
        where: { organizationId: "x", block: { in: ["a"] } },
        orderBy: { listingId: "desc" },
        take: 100,
        select: { listingId: true },
      }),
  ],
  [
    "others' listings of one block",
    (db) =>
      db.listingPrint.findMany({
        where: { block: "a", organizationId: { not: "x" } },
        orderBy: { listingId: "desc" },
        take: 100,
        select: { listingId: true },
      }),
  ],
  [
    "the same text elsewhere",
    (db) =>
      db.listingPrint.findMany({
        where: { textKey: "a", organizationId: { not: "x" } },
        orderBy: { listingId: "desc" },
        take: 20,
      }),
  ],
  [
    "letters about freshness that are due",
    (db) =>
      db.freshnessAsk.findMany({
        where: { step: { in: ["asked", "reminded"] }, dueAt: { lte: new Date() } },
        orderBy: { dueAt: "asc" },
        take: 50,
      }),
  ],
  [
    "a person's saved searches",
    (db) =>
      db.savedSearch.findMany({
        where: { personId: "x" },
        orderBy: [{ createdAt: "desc" }, { id: "desc" }],
        take: 20,
      }),
  ],
  [
    "saved searches whose hour has come",
    (db) =>
      db.savedSearch.findMany({
        where: { state: "active", nextAt: { lte: new Date() } },
        orderBy: { nextAt: "asc" },
        take: 200,
      }),
  ],
  [
    "untold hits of a search",
    (db) =>
      db.searchHit.findMany({
        where: { searchId: "x", toldAt: null },
        orderBy: { foundAt: "asc" },
        take: 30,
      }),
  ],
  [
    "unmet demand of a region",
    (db) =>
      db.demandSignal.groupBy({
        by: ["family", "kind"],
        where: { regionCode: { gte: "4401", lt: "4402" }, day: { gte: "2026-08-24", lte: "2026-11-22" } },
        _sum: { count: true },
        orderBy: [{ _sum: { count: "desc" } }, { family: "asc" }],
        take: 5,
      }),
  ],
  [
    "this month's enquiries to some organizations",
    (db) =>
      db.enquiry.groupBy({
        by: ["toOrganizationId"],
        where: { toOrganizationId: { in: ["x", "y"] }, createdAt: { gte: new Date() } },
        _count: true,
      }),
  ],
  [
    "enquiries whose turn is ours",
    (db) =>
      db.enquiry.findMany({
        where: { batonId: "x", state: "open" },
        orderBy: [{ replyBy: "asc" }, { id: "asc" }],
        take: 31,
      }),
  ],
  [
    "enquiries that ran out",
    (db) =>
      db.enquiry.findMany({
        where: { state: "open", replyBy: { lt: "2026-11-22" } },
        orderBy: { replyBy: "asc" },
        take: 100,
      }),
  ],
  [
    "applications before a host",
    (db) =>
      db.application.findMany({
        where: { hostId: "x", endedAt: null, sharedAt: { not: null } },
        orderBy: [{ replyBy: "asc" }, { id: "asc" }],
        take: 400,
      }),
  ],
  [
    "applications of a school's students that ended",
    (db) =>
      db.application.findMany({
        where: { schoolId: "x", endedAt: { not: null }, id: { lt: "y" } },
        orderBy: { id: "desc" },
        take: 51,
      }),
  ],
  [
    "a student's applications",
    (db) =>
      db.application.findMany({
        where: { studentId: "x", endedAt: null },
        orderBy: { replyBy: "asc" },
        take: 31,
      }),
  ],
  [
    "applications that ran out",
    (db) =>
      db.application.findMany({
        where: { state: { in: ["submitted", "offered"] }, replyBy: { lt: "2026-11-22" } },
        orderBy: { replyBy: "asc" },
        take: 100,
      }),
  ],
  [
    "applications to remind of",
    (db) =>
      db.application.findMany({
        where: { turn: { in: ["host", "student", "guardian"] }, remindAt: { lte: new Date() } },
        orderBy: { remindAt: "asc" },
        take: 100,
      }),
  ],
  [
    "self-found places that wait for a school",
    (db) =>
      db.placementProposal.findMany({
        where: { schoolId: "x", state: "proposed" },
        orderBy: [{ replyBy: "asc" }, { id: "asc" }],
        take: 20,
      }),
  ],
  [
    "consents of a host's applicants",
    (db) =>
      db.consent.findMany({
        where: { studentId: { in: ["x", "y"] }, purpose: "share_application", recipientId: "z" },
        orderBy: [{ at: "desc" }, { id: "desc" }],
        take: 20_000,
      }),
  ],
  [
    "transfers of a school, soonest due first",
    (db) =>
      db.transfer.findMany({
        where: {
          AND: [
            { OR: [{ fromSchoolId: "x" }, { toSchoolId: "x", state: { notIn: ["draft", "counselling"] } }] },
            { state: { notIn: ["moved", "rejected"] } },
          ],
        },
        orderBy: [{ dueOn: "asc" }, { id: "asc" }],
        take: 31,
      }),
  ],
  [
    "transfers of a region that wait for its authority",
    (db) =>
      db.transfer.findMany({
        where: {
          regionCode: { gte: "4401", lt: "4401~" },
          state: { not: "draft" },
          turn: { in: ["county", "city"] },
        },
        orderBy: [{ dueOn: "asc" }, { id: "asc" }],
        take: 31,
      }),
  ],
  [
    "courses of a school, by code and on a day",
    async (db) => {
      await db.schoolCourse.findMany({
        where: { organizationId: "x", replacedAt: null, code: { gt: "a" } },
        orderBy: { code: "asc" },
        take: 61,
      });
      return db.schoolCourse.findMany({
        where: { organizationId: "x", validFrom: { lte: "2026-12-01" }, majorCode: { in: ["", "660103"] } },
        orderBy: { validFrom: "desc" },
        take: 4_000,
      });
    },
  ],
  [
    "what is made up at a school and with a tutor",
    async (db) => {
      await db.makeUpItem.findMany({
        where: {
          AND: [
            { schoolId: "x" },
            { state: "planned", untilOn: { lt: "2026-12-01" } },
            { OR: [{ untilOn: { gt: "2026-01-01" } }, { untilOn: "2026-01-01", id: { gt: "x" } }] },
          ],
        },
        orderBy: [{ untilOn: "asc" }, { id: "asc" }],
        take: 41,
      });
      return db.makeUpItem.findMany({
        where: { AND: [{ schoolId: "x", tutorId: "y" }, { state: "planned" }] },
        orderBy: { untilOn: "asc" },
        take: 20,
      });
    },
  ],
  [
    "the ledger, recognitions and plan of a learner",
    async (db) => {
      const where = { studentId: { in: ["a", "b"] } };
      await db.creditEntry.findMany({ where, orderBy: [{ earnedOn: "desc" }, { id: "desc" }], take: 600 });
      await db.creditConversion.findMany({ where, orderBy: { createdAt: "desc" }, take: 10 });
      return db.makeUpItem.findMany({ where, orderBy: { untilOn: "asc" }, take: 60 });
    },
  ],
  [
    "rows of a learner on the rolls a transfer led through",
    async (db) => {
      await db.studentRegistration.findMany({
        where: { studentId: { in: ["a"] }, transferId: { not: null } },
        take: 40,
      });
      return db.transfer.findMany({
        where: { OR: [{ studentId: { in: ["a"] } }, { id: { in: ["b"] } }] },
        take: 40,
      });
    },
  ],
  [
    "claims of a school and of a student",
    async (db) => {
      await db.creditClaim.findMany({
        where: { organizationId: "x", state: "proposed" },
        orderBy: { createdAt: "asc" },
        take: 60,
      });
      return db.creditClaim.findMany({
        where: { studentId: { in: ["a", "b"] }, state: { not: "proposed" } },
        orderBy: { createdAt: "desc" },
        take: 60,
      });
    },
  ],
  [
    "transfers whose credits wait at a school",
    (db) =>
      db.transfer.findMany({
        where: { toSchoolId: "x", state: { in: ["credits", "moved", "returning"] } },
        orderBy: [{ dueOn: "asc" }, { id: "asc" }],
        take: 31,
      }),
  ],
  [
    "transfers of a student or a child",
    (db) =>
      db.transfer.findMany({
        where: { OR: [{ personId: "x" }, { studentId: { in: ["a", "b"] } }] },
        orderBy: [{ dueOn: "asc" }, { id: "asc" }],
        take: 31,
      }),
  ],
  [
    "pairings of a school and their claims",
    async (db) => {
      await db.transferPairing.findMany({
        where: { OR: [{ vocationalId: "x" }, { generalId: "x" }] },
        orderBy: [{ state: "asc" }, { validTo: "asc" }],
        take: 200,
      });
      return db.registrationClaim.findMany({
        where: { outcome: null, regionCode: { gte: "4401", lt: "4401~" } },
        orderBy: { createdAt: "asc" },
        take: 20,
      });
    },
  ],
  [
    "notices of a school that run",
    (db) => db.transferNotice.findMany({ where: { schoolId: "x", state: "open" }, take: 50 }),
  ],
  [
    "through pathways of a school, newest first",
    async (db) => {
      await db.articulationPartner.findMany({
        where: { organizationId: "x" },
        orderBy: { pathwayId: "desc" },
        take: 200,
      });
      return db.articulationPathway.findMany({
        where: { OR: [{ founderId: "x" }, { id: { in: ["a", "b"] }, state: { not: "draft" } }] },
        orderBy: { id: "desc" },
        take: 31,
      });
    },
  ],
  [
    "through pathways of a region, newest first",
    (db) =>
      db.articulationPathway.findMany({
        where: { regionCode: { gte: "440100", lt: "440200" }, state: { not: "draft" }, id: { lt: "x" } },
        orderBy: { id: "desc" },
        take: 31,
      }),
  ],
  [
    "through pathways taking students, by a major",
    async (db) => {
      await db.articulationStage.findMany({ where: { majorCode: { in: ["a", "b"] } }, take: 200 });
      return db.articulationPathway.findMany({
        where: { state: "running", OR: [{ title: { contains: "x" } }, { id: { in: ["a", "b"] } }] },
        orderBy: { id: "desc" },
        take: 21,
      });
    },
  ],
  [
    "an intake year and what is due of it",
    async (db) => {
      await db.articulationMember.findMany({
        where: { cohortId: "x", state: "passed", id: { gt: "a" } },
        orderBy: { id: "asc" },
        take: 61,
      });
      return db.articulationCohort.findMany({
        where: { schoolId: "x", examinationOn: { lte: "2026-12-01" }, open: { gt: 0 } },
        orderBy: { examinationOn: "asc" },
        take: 20,
      });
    },
  ],
  [
    "surveys of an organization, and those it is asked by",
    async (db) => {
      await db.survey.findMany({
        where: { ownerId: "x", id: { lt: "x" } },
        orderBy: { id: "desc" },
        take: 31,
      });
      return db.surveySchool.findMany({ where: { schoolId: "x" }, orderBy: { surveyId: "desc" }, take: 60 });
    },
  ],
  [
    "surveys to look after",
    async (db) => {
      await db.survey.findMany({
        where: { state: "running", closesOn: { gte: "2026-12-01" }, opensOn: { lte: "2026-12-01" } },
        orderBy: { closesOn: "asc" },
        take: 200,
      });
      return db.survey.findMany({
        where: { OR: [{ state: "counting" }, { state: "running", closesOn: { lt: "2026-12-01" } }] },
        orderBy: { closesOn: "asc" },
        take: 50,
      });
    },
  ],
  [
    "links to remind of",
    (db) =>
      db.surveyInvitation.findMany({
        where: {
          surveyId: "x",
          way: "mail",
          used: false,
          lastSentOn: { lte: "2026-12-01" },
          sent: { lt: 3 },
        },
        take: 500,
      }),
  ],
  [
    "slips of a class",
    async (db) => {
      const where = {
        surveyId: "x",
        schoolId: "y",
        way: "paper",
        className: "z",
        tokenSealed: { not: null },
      };
      return db.surveyInvitation.findMany({ where, orderBy: { id: "asc" }, take: 300 });
    },
  ],
  [
    "envelopes, counts and texts of a survey",
    async (db) => {
      await db.surveyEnvelope.findMany({ where: { surveyId: "x", schoolId: "y" } });
      await db.surveyCount.groupBy({
        by: ["questionId", "choice"],
        where: { surveyId: "x" },
        _sum: { count: true },
      });
      return db.surveyText.findMany({ where: { surveyId: "x" }, orderBy: { id: "asc" }, take: 100 });
    },
  ],
  [
    "sheets of an organization, issues sent to a place, dossiers, bulletins that are due",
    async (db) => {
      await db.indicatorSheet.findMany({
        where: { organizationId: "x", year: "2026", state: { in: ["checked", "confirmed"] } },
        orderBy: { createdAt: "desc" },
        take: 50,
      });
      await db.bulletinIssue.findMany({
        where: { regionCode: { in: ["440113", "440100", "440000"] } },
        orderBy: { id: "desc" },
        take: 21,
      });
      await db.dossier.findMany({ where: { organizationId: "x" }, orderBy: { id: "desc" }, take: 21 });
      return db.bulletin.findMany({
        where: { endedAt: null, nextOn: { lte: "2026-11-23" } },
        orderBy: [{ nextOn: "asc" }, { id: "asc" }],
        take: 20,
      });
    },
  ],
  [
    "who took reports away",
    async (db) => {
      await db.reportDownload.findMany({ where: { organizationId: "x" }, orderBy: { id: "desc" }, take: 31 });
      return db.reportDownload.findMany({
        where: { regionCode: { gte: "4401", lt: "4402" } },
        orderBy: { id: "desc" },
        take: 31,
      });
    },
  ],
  [
    "the intermediate store of a school",
    async (db) => {
      await db.transcriptDeposit.findMany({
        where: { schoolId: "x", receivedAt: { gte: new Date(0), lt: new Date() } },
        orderBy: [{ receivedAt: "desc" }, { id: "desc" }],
        take: 501,
      });
      await db.transcriptDeposit.findMany({
        where: { studentId: { in: ["a", "b"] }, id: { lt: "x" } },
        orderBy: { id: "desc" },
        take: 101,
      });
      await db.transcriptDeposit.findMany({
        where: { identityKey: { in: ["a", "b"] }, state: "latest", schoolId: { not: "x" } },
        take: 500,
      });
      return db.transcriptAttempt.groupBy({
        by: ["outcome"],
        where: { schoolId: "x", at: { gte: new Date(0), lt: new Date() } },
        orderBy: { outcome: "asc" },
        take: 10,
        _count: { _all: true },
      });
    },
  ],
  [
    "what changed for an organization",
    (db) => db.eventAudience.findMany({ where: { organizationId: "x" }, orderBy: { at: "desc" }, take: 20 }),
  ],
  [
    "a subject's history",
    (db) =>
      db.event.findMany({
        where: { subjectType: "listing", subjectId: "x" },
        orderBy: { sequence: "desc" },
        take: 50,
      }),
  ],
];

describe("list queries through the client", () => {
  it.each(THROUGH_CLIENT)("%s reads no large table from end to end", async (_name, ask) => {
    const sent = await sentBy(ask);
    expect(sent.length).toBeGreaterThan(0);
    const db = rawReader() as Database;
    for (const { sql, values } of sent) expect(scans(sql, plansOf(db, { sql, values })), sql).toEqual([]);
  });
});

type Sent = { sql: string; values: (string | number | null)[] };

/** The SQL a list sends: a client of its own on the same file, listening. */
const sentBy = async (ask: (db: ReadClient) => Promise<unknown>): Promise<Sent[]> => {
  const { PrismaClient } = await import("~/platform/db/generated/client");
  const { PrismaBetterSQLite3 } = await import("@prisma/adapter-better-sqlite3");
  const url = `file:${(rawReader() as Database).name}`;
  const client = new PrismaClient({
    adapter: new PrismaBetterSQLite3({ url, readonly: true }),
    log: [{ emit: "event", level: "query" }],
  });
  const sent: Sent[] = [];
  client.$on("query", ({ query, params }) => {
    if (!query.startsWith("SELECT")) return;
    const given = JSON.parse(params) as unknown[];
    const values = given.map((value) =>
      typeof value === "number" || value === null ? value : String(value),
    );
    sent.push({ sql: query, values });
  });
  try {
    await ask(client as unknown as typeof read);
  } finally {
    await client.$disconnect();
  }
  return sent;
};
