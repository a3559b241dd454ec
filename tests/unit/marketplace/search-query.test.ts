import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { groupsExpression, wordGroups } from "~/marketplace/rules/query-words";
import { effectiveSort, pointOfText, readSearch, searchHref } from "~/marketplace/rules/search-query";

const read = (query: string) => readSearch(new URLSearchParams(query));

describe("a search read from an address", () => {
  it("reads every part", () => {
    const { search, problems } = read(
      "q=数控&kind=internship&kind=apprenticeship&family=06-01&near=番禺区&radiusKm=60&payMin=3000&startsFrom=2026-09-01&minors=1&lodging=on&sort=pay",
    );
    expect(problems).toEqual([]);
    expect(search).toMatchObject({
      q: "数控",
      kind: ["internship", "apprenticeship"],
      family: "06-01",
      near: "番禺区",
      radiusKm: 60,
      payMin: 3000,
      startsFrom: "2026-09-01",
      minors: true,
      lodging: true,
      sort: "pay",
    });
  });

  it("leaves out what it cannot read, says so beside the field, and keeps the rest", () => {
    const { search, problems } = read(
      "q=护理&payMin=lots&startsFrom=2026-02-30&kind=job&radiusKm=9000&family=x",
    );
    expect(search).toMatchObject({ q: "护理", kind: [], radiusKm: 30 });
    expect(search.payMin).toBeUndefined();
    expect(problems.map(({ field }) => field).sort()).toEqual([
      "family",
      "kind",
      "payMin",
      "radiusKm",
      "startsFrom",
    ]);
    expect(problems.find(({ field }) => field === "startsFrom")?.key).toBe("errors.notADate");
  });

  it("never throws, whatever the address says", () => {
    const names = [
      "q",
      "kind",
      "family",
      "lng",
      "lat",
      "radiusKm",
      "payMin",
      "startsTo",
      "minors",
      "sort",
      "after",
      "x",
    ];
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.constantFrom(...names), fc.string())), (pairs) => {
        const { search } = readSearch(new URLSearchParams(pairs));
        expect(search.radiusKm).toBeGreaterThan(0);
      }),
    );
  });

  it("knows a point from a place name", () => {
    expect(pointOfText("113.38,22.94")).toEqual({ lng: 113.38, lat: 22.94 });
    expect(pointOfText("113.38，22.94")).toEqual({ lng: 113.38, lat: 22.94 });
    expect(pointOfText("番禺区")).toBeNull();
    expect(pointOfText("113.38,99")).toBeNull();
  });

  it("orders by what means something", () => {
    const nothing = { words: false, major: false, point: false };
    expect(effectiveSort(undefined, nothing)).toBe("date");
    expect(effectiveSort("distance", nothing)).toBe("date");
    expect(effectiveSort("fit", { ...nothing, point: true })).toBe("distance");
    expect(effectiveSort(undefined, { ...nothing, words: true, point: true })).toBe("fit");
    expect(effectiveSort("pay", { ...nothing, words: true })).toBe("pay");
  });

  it("builds addresses that keep the other conditions and drop the cursor", () => {
    const params = new URLSearchParams("q=数控&kind=internship&after=x.y&lodging=1");
    const next = new URLSearchParams(
      searchHref(params, { lodging: undefined, kind: ["internship", "equipment"] }).split("?")[1],
    );
    expect([...next]).toEqual([
      ["q", "数控"],
      ["kind", "internship"],
      ["kind", "equipment"],
    ]);
    expect(searchHref(new URLSearchParams("q=a"), { q: undefined })).toBe("/listings");
  });
});

describe("words people type", () => {
  const terms = new Map([
    ["cnc", ["数控"]],
    ["new energy vehicle", ["新能源汽车"]],
    ["vehicle", ["车辆"]],
  ]);
  const cut = (text: string) =>
    text.split(/\s+/).flatMap((part) => (/^新能源汽车$/.test(part) ? ["新能源", "汽车"] : [part]));

  it("lets an English term stand for its Chinese words, the longest term first", () => {
    expect(groupsExpression(wordGroups("CNC", terms, cut), "all")).toBe('("cnc" OR "数控")');
    expect(groupsExpression(wordGroups("new energy vehicle", terms, cut), "all")).toBe(
      '(("new" AND "energy" AND "vehicle") OR ("新能源" AND "汽车"))',
    );
  });

  it("quotes everything typed, so that nothing is an operator", () => {
    fc.assert(
      fc.property(fc.string(), (typed) => {
        const expression = groupsExpression(
          wordGroups(typed, terms, (text) => [text]),
          "all",
        );
        if (expression === null) return;
        const outside = expression.replace(/"(?:[^"]|"")*"/g, "");
        expect(outside).toMatch(/^(?:AND|OR|[() ])*$/);
      }),
    );
  });

  it("leaves single Chinese characters out beside longer words", () => {
    expect(wordGroups("护理 6 名", terms, (text) => [text])).toEqual([[["护理"]], [["6"]], [["名"]]]);
    expect(wordGroups("护理名", terms, () => ["护理", "名"])).toEqual([[["护理"]]]);
  });
});
