import { describe, expect, it } from "vitest";
import { CONSORTIA } from "~/agreements/queries/consortia.sqlite.server";
import { PLACES_IN_REACH } from "~/marketplace/queries/places-in-reach.sqlite.server";
import { PROGRAMME_RECORDS } from "~/placements/queries/programme-records.sqlite.server";
import { rawReader } from "~/platform/db/client.server";

/** Tables that grow with use: what a card counts must never read one from end to end. */
const LARGE = [
  "Application",
  "Placement",
  "Student",
  "GraduateOutcome",
  "RoundStudent",
  "ListingIndex",
  "Organization",
];

const scansOf = (sql: string, values: Record<string, unknown>): string[] =>
  rawReader()
    .prepare<unknown[], { detail: string }>(`EXPLAIN QUERY PLAN ${sql}`)
    .all(values)
    .map(({ detail }) => detail)
    .filter((line) => {
      const name = /^SCAN (\w+)/.exec(line)?.[1];
      const table = name && (new RegExp(`(\\w+) ${name}\\b`).exec(sql)?.[1] ?? name);
      return table !== undefined && LARGE.includes(table ?? "") && !line.includes("USING");
    });

describe("what cards count", () => {
  const span = { ids: "[]", programmes: "[]", year: "2026", today: "2026-11-23", yearAgo: "2025-11-23" };

  it.each(
    Object.entries(PROGRAMME_RECORDS),
  )("%s is read along an index of the school's records", (_name, sql) => {
    expect(scansOf(sql, span)).toEqual([]);
  });

  it("places in reach are read along region and degrees", () => {
    const box = { west: 113, east: 114, south: 22, north: 23 };
    expect(scansOf(PLACES_IN_REACH, { from: "4401", before: "4402", ...box, today: "2026-11-23" })).toEqual(
      [],
    );
  });

  it("consortia are read along the parties", () => {
    const asked = { id: "", party: "x", from: "", before: "", score: -1, after: "", take: 21 };
    expect(scansOf(CONSORTIA, asked)).toEqual([]);
  });

  it("finds a scan where there is one", () => {
    expect(scansOf("SELECT * FROM Placement p WHERE p.title = @year", { year: "x" })).toEqual(["SCAN p"]);
  });
});
