import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { codeRange } from "~/catalogues/rules/regions";
import {
  levelBelow,
  mapHref,
  readMapQuery,
  slotsMissing,
  slotsPerHundredSeats,
} from "~/oversight/rules/map-query";
import { differences, MAP_MEASURES, type MapShareRow, sharesOf } from "~/oversight/rules/map-shares";

const slot = { measure: "slots" as const, regionCode: "440113", industry: "C" };

const amountAt = (rows: readonly MapShareRow[], family: string, industry: string): number | undefined =>
  rows.find((row) => row.family === family && row.industry === industry)?.amount;

describe("shares of the map", () => {
  it("counts a thing named for several classes once in each, once in their category and once in the whole", () => {
    const rows = sharesOf([{ ...slot, families: ["06-01", "06-03", "10-02"], amount: 8 }]);
    expect(amountAt(rows, "*", "*")).toBe(8);
    expect(amountAt(rows, "06", "*")).toBe(8);
    expect(amountAt(rows, "06-01", "C")).toBe(8);
    expect(amountAt(rows, "10", "C")).toBe(8);
    expect(rows).toHaveLength(12);
  });

  it("adds up what one organization has in one cell, and leaves out what has no place or no amount", () => {
    const rows = sharesOf([
      { ...slot, families: [], amount: 3 },
      { ...slot, families: [], amount: 4 },
      { ...slot, families: [], amount: 0 },
      { ...slot, families: [], amount: 9, regionCode: "" },
    ]);
    expect(rows.map(({ industry, amount }) => [industry, amount])).toEqual([
      ["*", 7],
      ["C", 7],
    ]);
  });

  it("moves the sums from any state to any other exactly, and by nothing when nothing changed", () => {
    const item = fc.record({
      measure: fc.constantFrom(...MAP_MEASURES),
      regionCode: fc.constantFrom("440113", "440106", "310115"),
      families: fc.subarray(["06-01", "06-03", "10-02"]),
      industry: fc.constantFrom("C", "I", null),
      amount: fc.integer({ min: 0, max: 40 }),
    });
    const sums = (rows: readonly { amount: number; parties?: number }[]) =>
      rows.reduce((sum, row) => sum + row.amount, 0);
    fc.assert(
      fc.property(fc.array(item, { maxLength: 8 }), fc.array(item, { maxLength: 8 }), (one, two) => {
        const [before, after] = [sharesOf(one), sharesOf(two)];
        const moves = differences(before, after);
        const cells = new Map<string, { amount: number; parties: number }>();
        const key = (row: Omit<MapShareRow, "amount">) =>
          [row.measure, row.family, row.industry, row.regionCode].join();
        for (const row of before) cells.set(key(row), { amount: row.amount, parties: 1 });
        for (const move of moves) {
          const cell = cells.get(key(move)) ?? { amount: 0, parties: 0 };
          cells.set(key(move), {
            amount: cell.amount + move.amount,
            parties: cell.parties + move.parties,
          });
        }
        const left = [...cells].filter(([, { parties }]) => parties > 0);
        expect(new Map(left.map(([name, { amount }]) => [name, amount]))).toEqual(
          new Map(after.map((row) => [key(row), row.amount])),
        );
        expect(sums([...cells.values()])).toBe(sums(after));
        expect(differences(after, after)).toEqual([]);
      }),
    );
  });
});

describe("what an address asks of the map", () => {
  it("reads what it knows and leaves out the rest", () => {
    const read = (query: string) => readMapQuery(new URLSearchParams(query));
    expect(read("region=440100&family=06-01&industry=C&view=slots")).toEqual({
      region: "440100",
      family: "06-01",
      industry: "C",
      view: "slots",
    });
    expect(read("region=440113&family=x&industry=ZZ&view=money")).toEqual({
      region: null,
      family: "*",
      industry: "*",
      view: "ratio",
    });
  });

  it("writes an address that reads back as the same question", () => {
    const query = readMapQuery(new URLSearchParams("region=440000&family=06&view=unmet"));
    const href = mapHref(query);
    expect(readMapQuery(new URL(href, "http://x").searchParams)).toEqual(query);
    expect(mapHref(query, { region: null, family: "*", view: "ratio" })).toBe("/map");
  });

  it("goes from the country to provinces, cities and counties", () => {
    expect(levelBelow(null)).toEqual({ level: "province", prefix: "", digits: 2 });
    expect(levelBelow("440000")).toEqual({ level: "city", prefix: "44", digits: 4 });
    expect(levelBelow("440100")).toEqual({ level: "county", prefix: "4401", digits: 6 });
    const { from, before } = codeRange("4401");
    expect("440113" >= from && "440113" < before).toBe(true);
    expect("440200" < before).toBe(false);
    expect("990000" < codeRange("").before).toBe(true);
  });

  it("divides by seats only where there are any", () => {
    expect(slotsPerHundredSeats(30, 0)).toBeNull();
    expect(slotsPerHundredSeats(30, 400)).toBe(8);
    expect(slotsMissing(10, 50)).toBe(3);
    expect(slotsMissing(20, 50)).toBe(0);
  });
});
