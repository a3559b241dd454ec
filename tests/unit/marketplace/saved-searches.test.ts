import { describe, expect, it } from "vitest";
import { leavesUnmet, searchCell, toldCount } from "~/marketplace/rules/demand";
import { packFacets } from "~/marketplace/rules/facet-bits";
import { keptQuery, nextSend } from "~/marketplace/rules/saved-search";
import {
  ANYTHING,
  keysOfListing,
  keysOfSearch,
  type SearchToTest,
  searchTest,
  type TestedListing,
} from "~/marketplace/rules/search-test";

const nothing: SearchToTest = {
  words: [],
  region: null,
  occupation: null,
  industry: null,
  family: null,
  major: null,
  near: null,
  startsFrom: null,
  startsTo: null,
  choice: { kinds: [], direction: null, category: null, payMinYuan: null, minors: false, lodging: false },
};

const listing = (values: Partial<TestedListing> = {}): TestedListing => ({
  facetBits: packFacets({
    kind: "internship",
    direction: "offer",
    minorsWelcome: false,
    lodging: true,
    payMinFen: 380_000,
    payMaxFen: 420_000,
    samePostPayFen: 450_000,
    families: ["06-01"],
  }),
  regionCode: "440113",
  lat: 22.94,
  lng: 113.38,
  occupationCode: "6-18-01-01",
  industryCode: "3484",
  families: ["06-01"],
  startsOn: "2027-02-22",
  payMaxFen: 420_000,
  words: new Set(["数控", "车床", "实习"]),
  ...values,
});

const finds: [name: string, search: Partial<SearchToTest>, miss: Partial<TestedListing>][] = [
  ["words", { words: [[["数控"]], [["cnc"], ["车床"]]] }, { words: new Set(["护理"]) }],
  ["region", { region: { from: "4401", before: "4402" } }, { regionCode: "440306" }],
  ["occupation", { occupation: { from: "6-18-01", before: "6-18-02" } }, { occupationCode: null }],
  ["industry", { industry: { from: "34", before: "35" } }, { industryCode: "3584" }],
  ["class of majors", { family: "06-01" }, { families: ["06-03"] }],
  [
    "major by its occupation",
    { major: { code: "660103", family: "06-09", occupations: new Set(["6-18-01-01"]) } },
    { occupationCode: "4-01-01-01" },
  ],
  ["circle", { near: { lng: 113.4, lat: 22.9, radiusKm: 30 } }, { lat: 23.6 }],
  ["dates", { startsFrom: "2027-02-01", startsTo: "2027-03-01" }, { startsOn: null }],
  [
    "kind, pay and lodging",
    {
      choice: {
        ...nothing.choice,
        kinds: ["internship"],
        payMinYuan: 4000,
        lodging: true,
      },
    },
    { facetBits: 0, payMaxFen: null },
  ],
];

describe("a saved search", () => {
  it.each(
    finds,
  )("by %s finds what it should, under a key of the listing, and nothing else", (_name, part, miss) => {
    const search = { ...nothing, ...part };
    const test = searchTest(search);
    expect(test(listing())).toBe(true);
    const keys = new Set(keysOfListing(listing()));
    expect(keysOfSearch(search).some((key) => keys.has(key))).toBe(true);
    expect(test(listing(miss))).toBe(false);
  });

  it("waits under anything only where nothing tells more", () => {
    expect(keysOfSearch(nothing)).toEqual([ANYTHING]);
    expect(keysOfSearch({ ...nothing, industry: { from: "01", before: "06" } })).toEqual([ANYTHING]);
    expect(keysOfSearch({ ...nothing, words: [[["数控"]], [["数控车床"]]] })).toEqual(["w:数控车床"]);
  });

  it("is kept in order, without how it was shown", () => {
    expect(keptQuery(new URLSearchParams("sort=pay&after=x&q=数控&kind=internship&unknown=1"))).toBe(
      new URLSearchParams([
        ["kind", "internship"],
        ["q", "数控"],
      ]).toString(),
    );
    expect(keptQuery(new URLSearchParams("radiusKm=60&payMin=abc"))).toBe("");
    expect(keptQuery(new URLSearchParams({ q: "数".repeat(100) }))).toBeNull();
  });

  it("tells at eight in the morning of the next day or week", () => {
    const now = new Date("2026-11-22T17:30:00Z");
    expect(nextSend("daily", now).toISOString()).toBe("2026-11-24T00:00:00.000Z");
    expect(nextSend("weekly", now).toISOString()).toBe("2026-11-30T00:00:00.000Z");
  });
});

describe("unmet demand", () => {
  it("is codes or nothing", () => {
    expect(searchCell({ regionCode: null, family: null, kinds: ["internship"] })).toBeNull();
    expect(searchCell({ regionCode: "440113", family: null, kinds: ["internship", "observation"] })).toEqual({
      regionCode: "440113",
      family: "*",
      kind: "*",
      source: "search",
      reason: "",
    });
  });

  it("is told from five on", () => {
    expect(toldCount(4)).toEqual({ under: true });
    expect(toldCount(5)).toEqual({ under: false, count: 5 });
  });

  it("is left by a decline for distance, not by one of a partner already found", () => {
    expect(leavesUnmet("too_far")).toBe(true);
    expect(leavesUnmet("already_partnered")).toBe(false);
    expect(leavesUnmet("other")).toBe(false);
  });
});
