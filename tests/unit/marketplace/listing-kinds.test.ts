import { describe, expect, it } from "vitest";
import { readStep } from "~/marketplace/listing-schema";
import { jobPosting } from "~/marketplace/rules/job-posting";
import { DIRECTIONS, LISTING_KINDS } from "~/marketplace/rules/kinds";
import { checkListing, isSound } from "~/marketplace/rules/listing-check";
import { listingFacts } from "~/marketplace/rules/listing-facts";
import { FIELDS } from "~/marketplace/rules/listing-fields";
import { fieldsOf, kindsFor, stepsOf } from "~/marketplace/rules/listing-kinds";
import { type ListingColumns, missingFields } from "~/marketplace/rules/listing-values";
import { words as en } from "~/words/en";
import { words as zh } from "~/words/zh-CN";

const sound: ListingColumns = {
  title: "数控车床操作调整 学徒",
  summary: "双导师带教。",
  regionCode: "440113",
  address: "",
  openUntil: "2026-12-31",
  postId: null,
  occupationCode: "6-18-01-01",
  seats: 4,
  startsOn: "2027-02-22",
  endsOn: "2027-08-20",
  payMinFen: 380_000,
  payMaxFen: 420_000,
  samePostPayFen: 450_000,
  majorCodes: ["460103"],
  details: {
    lowestTierPay: 300_000,
    minorsWelcome: false,
    lodging: true,
    apprenticeStatus: "student",
    targetLevel: "level4",
    menteesPerMentor: 3,
    alternation: "前十周在校，后八周在岗",
    insuranceBy: "school",
    hoursPerDay: 8,
    hoursPerWeek: 40,
    nightShifts: false,
    tasks: ["读图与装夹", "对刀与首件加工", "尺寸检测"],
    labourIntensity: "2",
    hazards: [],
    fees: [],
    sexRestricted: false,
    postHeadcount: 60,
    currentInterns: 2,
    currentInternsOnPost: 1,
    lawful: true,
  },
};
const host = { uscc: "91350100M000100Y43", industryCode: "3484", employees: 320, post: null };
const check = (changes: Partial<ListingColumns>) =>
  checkListing("apprenticeship", "offer", { ...sound, ...changes }, host, "2026-11-22");
const details = (changes: ListingColumns["details"]) => check({ details: { ...sound.details, ...changes } });

describe("the nine kinds", () => {
  it.each(LISTING_KINDS)("%s has steps, required fields and words in both languages", (kind) => {
    for (const direction of DIRECTIONS) {
      const uses = fieldsOf(kind, direction);
      expect(new Set(uses.map(({ name }) => name)).size).toBe(uses.length);
      expect(uses.some(({ required }) => required)).toBe(true);
      expect(stepsOf(kind, direction).at(-1)).toBe("check");
      for (const { name } of uses) {
        expect(Object.keys(FIELDS)).toContain(name);
        expect(zh.listings.field[name].label).not.toBe("");
        expect(en.listings.field[name].label).not.toBe("");
      }
    }
    expect(zh.listings.kind[kind]).not.toBe("");
    expect(en.listings.kindText[kind]).not.toBe("");
  });

  it("says every option of every choice in both languages", () => {
    for (const [name, spec] of Object.entries(FIELDS)) {
      if (!("options" in spec)) continue;
      for (const words of [zh.listings.option, en.listings.option]) {
        const said = (words as Record<string, Record<string, string>>)[name] ?? {};
        expect(Object.keys(said).sort(), name).toEqual([...spec.options].sort());
      }
    }
  });

  it("gives each kind of organization what it may list", () => {
    expect(kindsFor("authority")).toEqual([]);
    expect(kindsFor("general_school")).toEqual([{ kind: "experience_day", directions: ["seek"] }]);
    expect(kindsFor("school").find(({ kind }) => kind === "internship")?.directions).toEqual(["seek"]);
    expect(kindsFor("enterprise").find(({ kind }) => kind === "internship")?.directions).toEqual(["offer"]);
  });
});

describe("checking a listing", () => {
  it("finds nothing wrong with a sound one", () => {
    const found = check({});
    expect(found.findings.filter(({ verdict }) => verdict !== "pass")).toEqual([]);
    expect(found.missing).toEqual([]);
    expect(isSound(found, null)).toBe(true);
  });

  it.each([
    ["LST-04", "block", details({ minorsWelcome: true, hazards: ["dust"] })],
    ["INT-28", "block", details({ fees: ["deposit"] })],
    ["INT-26", "warn", check({ payMinFen: 280_000, payMaxFen: 280_000 })],
    ["LST-02", "block", check({ openUntil: "2027-03-01" })],
    ["INT-25", "block", details({ hoursPerWeek: 48 })],
    ["INT-14", "block", details({ currentInterns: 40 })],
    ["INT-23", "block", details({ labourIntensity: "3" })],
    ["INT-22", "missing", details({ lawful: undefined })],
  ] as const)("%s is a %s", (rule, verdict, found) => {
    expect(found.findings.find((finding) => finding.rule === rule)?.verdict).toBe(verdict);
    expect(isSound(found, null)).toBe(false);
    expect(isSound(found, "理由")).toBe(verdict === "warn");
  });

  it("takes from the chosen post what is not typed, and counts the seats offered", () => {
    const post = {
      name: "车工",
      headcount: 50,
      samePostPayFen: 470_000,
      labourIntensity: 2,
      hazards: ["dust"],
    };
    const { hazards: _h, labourIntensity: _l, postHeadcount: _p, ...rest } = sound.details;
    const columns = { ...sound, postId: "x", samePostPayFen: null, details: rest };
    const facts = listingFacts("apprenticeship", "offer", columns, { ...host, post });
    expect(facts).toMatchObject({
      "post.hazardCodes": ["dust"],
      "post.labourIntensity": 2,
      "post.onPostEmployees": 50,
      "pay.samePostMonthlyFen": 470_000,
      "host.activePlacements": 6,
      "post.activePlacements": 5,
    });
    expect(missingFields("apprenticeship", "offer", columns)).toEqual([]);
    expect(missingFields("apprenticeship", "offer", { ...columns, postId: null })).toEqual([
      "labourIntensity",
      "hazards",
      "postHeadcount",
    ]);
  });

  it("asks the internship rules nothing of what is sought and of kinds without students on a post", () => {
    expect(listingFacts("internship", "seek", sound, host)).toBeNull();
    expect(listingFacts("equipment", "offer", sound, host)).toBeNull();
  });
});

describe("a step's form", () => {
  const form = (fields: Record<string, string | string[]>) => {
    const data = new FormData();
    for (const [name, value] of Object.entries(fields)) {
      for (const one of Array.isArray(value) ? value : [value]) data.append(name, one);
    }
    return data;
  };

  it("reads what it can and keeps the rest as typed", () => {
    const read = readStep(
      form({
        seats: "多",
        payMin: "3,800.50",
        payMax: "3000",
        startsOn: "2027-02-30",
        lodging: "yes",
        targetLevel: "level4",
      }),
      "apprenticeship",
      "offer",
      "terms",
    );
    expect(read.values).toMatchObject({ payMin: 380_050, lodging: true, targetLevel: "level4" });
    expect(read.unread).toEqual({ seats: "多", startsOn: "2027-02-30", payMax: "3000" });
    expect(read.errors.map(({ field, key }) => [field, key])).toEqual(
      [
        ["seats", "errors.notANumber"],
        ["startsOn", "errors.notADate"],
        ["payMax", "listings.errors.payReversed"],
      ].sort(
        (a, b) =>
          read.errors.findIndex((e) => e.field === a[0]) - read.errors.findIndex((e) => e.field === b[0]),
      ),
    );
  });

  it("reads lines, none and a single box", () => {
    const read = readStep(
      form({ tasks: "读图\n\n 装夹 ", hazards: "none", fees: ["none", "deposit"], lawful: "on" }),
      "internship",
      "offer",
      "rules",
    );
    expect(read.values).toMatchObject({ tasks: ["读图", "装夹"], hazards: [], lawful: true });
    expect(read.unread).toEqual({ fees: ["none", "deposit"] });
  });

  it("takes an empty form as an empty draft", () => {
    expect(readStep(form({}), "equipment", "offer", "about")).toEqual({ values: {}, unread: {}, errors: [] });
  });
});

describe("what search engines read", () => {
  it("cannot end its own element", () => {
    const text = jobPosting({
      title: "</script><script>alert(1)</script>",
      summary: "",
      organization: "甲",
      place: "广州市",
      address: "",
      publishedAt: "2026-11-22T00:00:00.000Z",
      openUntil: "2026-12-31",
      startsOn: null,
      payMinFen: 380_000,
      payMaxFen: null,
      seatsLeft: 4,
      url: "https://x.example/listings/1",
    });
    expect(text).not.toContain("<");
    expect(JSON.parse(text)).toMatchObject({
      "@type": "JobPosting",
      title: "</script><script>alert(1)</script>",
    });
  });
});
