import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { cellOf, cellsAround, tileOf, tilesAround } from "~/marketplace/rules/cells";
import { candidateOf, pairFacts, standingOf } from "~/marketplace/rules/match-pairs";
import { isNewcomer } from "~/marketplace/rules/newcomer";
import { type MajorFacts, pairFit } from "~/marketplace/rules/pair-fit";
import { nextPractice } from "~/marketplace/rules/practice-window";
import { inOrder, listingNeed, type WaitingItem } from "~/marketplace/rules/waiting";
import { distanceKm } from "~/matching/rules/distance";

const inChina = fc.record({
  lng: fc.double({ min: 74, max: 134, noNaN: true }),
  lat: fc.double({ min: 18, max: 53, noNaN: true }),
});

const within = (ranges: readonly (readonly [number, number])[], number: number) =>
  ranges.some(([first, last]) => first <= number && number <= last);

describe("cells", () => {
  it("around a point hold whatever is close to it", () => {
    fc.assert(
      fc.property(
        inChina,
        fc.double({ min: -0.1, max: 0.1, noNaN: true }),
        fc.double({ min: -0.1, max: 0.1, noNaN: true }),
        (from, up, right) => {
          const to = { lat: from.lat + up, lng: from.lng + right };
          fc.pre(distanceKm(from, to) < 12);
          expect(within(cellsAround(from), cellOf(to))).toBe(true);
          expect(within(tilesAround(from), tileOf(to))).toBe(true);
        },
      ),
    );
  });

  it("are nine cells in three ranges and four tiles in two", () => {
    const from = { lng: 113.38, lat: 22.94 };
    const size = (ranges: readonly (readonly [number, number])[]) =>
      ranges.reduce((sum, [first, last]) => sum + last - first + 1, 0);
    expect([cellsAround(from).length, size(cellsAround(from))]).toEqual([3, 9]);
    expect([tilesAround(from).length, size(tilesAround(from))]).toEqual([2, 4]);
    expect(within(tilesAround(from), tileOf(from))).toBe(true);
  });

  it("are cut at the edges of the map", () => {
    for (const point of [
      { lng: -180, lat: -90 },
      { lng: 179.99, lat: 89.99 },
    ]) {
      expect(within(cellsAround(point), cellOf(point))).toBe(true);
      for (const [first, last] of [...cellsAround(point), ...tilesAround(point)]) {
        expect(first).toBeGreaterThanOrEqual(0);
        expect(last).toBeGreaterThanOrEqual(first);
      }
    }
  });
});

describe("the fit of a pair", () => {
  const major: MajorFacts = {
    code: "460103",
    name: "数控技术",
    family: "06-01",
    className: "机械设计制造类",
  };
  const lathe = { score: 0.69, basis: "inferred" as const, name: "车工", reason: [] };

  it("is strongest when the listing names the major", () => {
    expect(pairFit(major, lathe, [{ code: "460103", family: "06-01" }])).toMatchObject({
      score: 1,
      basis: "named",
    });
  });

  it("takes the class a listing names over a weaker occupation, and the occupation where it is stronger", () => {
    const sameClass = [{ code: "460104", family: "06-01" }];
    expect(pairFit(major, lathe, sameClass)).toMatchObject({
      score: 0.8,
      basis: "namedClass",
      occupationName: "机械设计制造类",
    });
    expect(pairFit(major, { ...lathe, score: 1, basis: "official" }, sameClass)).toMatchObject({
      basis: "official",
    });
    expect(pairFit(major, lathe, [{ code: "520201", family: "12-02" }])).toMatchObject({ basis: "inferred" });
  });

  it("is unknown, not nought, when nothing is stated", () => {
    expect(pairFit(major, null, [])).toBeNull();
  });
});

describe("the facts of a pair", () => {
  const offer = { occupationCode: null, named: [], point: null, seats: 3, period: null };
  const programme = { majors: [], point: { lng: 113, lat: 23 }, students: 20, practice: null };

  it("say null where nobody said", () => {
    expect(pairFacts(programme, offer, () => null)).toEqual({
      fit: null,
      distanceKm: null,
      seatsOpen: 3,
      seatsNeeded: 20,
      timing: { practice: null, listing: null },
    });
  });

  it("take what a party said of the class before what it said of all", () => {
    const counts = { verifiedAt: null, due: 4, answered: 3, family: "not_now", overall: "active" };
    expect(standingOf(counts)).toMatchObject({ appetite: "not_now", replyRate: { answered: 3, due: 4 } });
    expect(standingOf({ ...counts, family: null }).appetite).toBe("active");
    expect(standingOf(null)).toMatchObject({ appetite: "unknown", replyRate: { answered: 0, due: 0 } });
  });

  it("count a party as new for 90 days and three enquiries", () => {
    expect(isNewcomer("2026-08-24", 0, "2026-11-22")).toBe(true);
    expect(isNewcomer("2026-08-23", 0, "2026-11-22")).toBe(false);
    expect(isNewcomer("2026-11-01", 3, "2026-11-22")).toBe(false);
    expect(isNewcomer(null, 0, "2026-11-22")).toBe(false);
    const pair = pairFacts(programme, offer, () => null);
    const counts = {
      verifiedAt: "2026-11-01T17:00:00.000Z",
      due: 1,
      answered: 1,
      family: null,
      overall: null,
    };
    expect(candidateOf("x", pair, counts, "2026-11-22")).toMatchObject({ newcomer: true, exposure: 1 });
  });
});

describe("whom a programme wants to place next", () => {
  const intakes = [
    { students: 30, practiceFrom: "2026-03-01", practiceTo: "2026-08-31" },
    { students: 45, practiceFrom: "2028-03-01", practiceTo: "2028-08-31" },
    { students: 40, practiceFrom: "2027-03-01", practiceTo: "2027-08-31" },
    { students: 50, practiceFrom: null, practiceTo: null },
  ];

  it("is the intake whose practice ends soonest but is not over", () => {
    expect(nextPractice(intakes, 60, "2026-11-22")).toEqual({
      students: 40,
      practice: { from: "2027-03-01", to: "2027-08-31" },
    });
    expect(nextPractice(intakes, 60, "2026-08-31").students).toBe(30);
  });

  it("is an intake of the stated size without dates when none is dated", () => {
    expect(nextPractice(intakes.slice(3), 60, "2026-11-22")).toEqual({ students: 60, practice: null });
    expect(nextPractice([], 60, "2026-11-22")).toEqual({ students: 60, practice: null });
  });
});

describe("what waits", () => {
  const item = (id: string, due: string | null): WaitingItem => ({
    id,
    due,
    title: { key: "" },
    meta: null,
    action: { key: "", href: "" },
  });

  it("stands by date, the latest first, undated things after in their order", () => {
    const items = [item("a", null), item("b", "2026-12-01"), item("c", "2026-11-01"), item("d", null)];
    expect(inOrder(items, 3).map(({ id }) => id)).toEqual(["c", "b", "a"]);
  });

  const listing = { state: "published", pausedReason: null, confirmedOn: "2026-11-01", openUntil: null };
  it.each([
    [listing, null],
    [{ ...listing, confirmedOn: "2026-09-23" }, "confirm"],
    [{ ...listing, confirmedOn: "2026-09-24" }, null],
    [{ ...listing, openUntil: "2026-11-29" }, "ends"],
    [{ ...listing, openUntil: "2026-11-30" }, null],
    [{ ...listing, confirmedOn: "2026-01-01", openUntil: "2026-11-22" }, "ends"],
    [{ ...listing, state: "paused", pausedReason: "silence" }, "silence"],
    [{ ...listing, state: "paused", pausedReason: "busy" }, null],
    [{ ...listing, state: "draft" }, "draft"],
    [{ ...listing, state: "closed" }, null],
  ])("asks of %o: %s", (facts, need) => {
    expect(listingNeed(facts, "2026-11-22")).toBe(need);
  });
});
