import { beforeAll, describe, expect, it } from "vitest";
import { followMap } from "~/oversight/commands/follow-map.server";
import { rebuildMap } from "~/oversight/commands/rebuild-map.server";
import { MAP_SUMS } from "~/oversight/queries/map-cells.sqlite.server";
import { mapPage } from "~/oversight/queries/map-page.server";
import { readMapQuery } from "~/oversight/rules/map-query";
import { systemActor } from "~/platform/command";
import { rawReader, read } from "~/platform/db/client.server";
import { inTransaction } from "~/platform/db/gate.server";
import { record } from "~/platform/events/record.server";
import { newId } from "~/platform/id";
import { fixedClock } from "~/platform/time/clock";
import { givenListing, givenProgramme } from "~tests/fixtures/enquiries";
import { givenOrganization, NOW } from "~tests/fixtures/people";

const TODAY = "2026-11-22";
const LATER = fixedClock(new Date(new Date(NOW).getTime() + 60_000).toISOString());

let firm: string;
let listing: string;

const asked = (query: string) => mapPage(readMapQuery(new URLSearchParams(query)), TODAY);

const told = (subject: { type: string; id: string }, name: string) =>
  inTransaction((tx) =>
    record(
      tx,
      { actor: systemActor("test"), clock: fixedClock(NOW), requestId: newId() },
      { subject, name, payload: {}, audience: [] },
    ),
  );

beforeAll(async () => {
  const school = await givenOrganization("school", "岭南机电职业学校");
  await givenProgramme(school, { majorCode: "660103", level: "secondary", name: "数控技术应用" });
  firm = await givenOrganization("enterprise", "精密机床厂");
  listing = await givenListing(firm, { title: "数控车工学徒" });
  await rebuildMap(fixedClock(NOW));
});

describe("the resource map", () => {
  it("shows what verified organizations teach and offer, down to the county", async () => {
    const page = await asked("");
    const row = page.rows.find(({ code }) => code === "440000");
    const seats = await read.programme.aggregate({ _sum: { seats: true } });
    const free = await read.listing.findUniqueOrThrow({ where: { id: listing } });
    expect(row?.seats).toBe(seats._sum.seats);
    expect(row?.slots).toBe((free.seats ?? 0) - free.seatsTaken);
    expect(page.total.slots).toBe(row?.slots);
    const city = await asked("region=440100");
    expect(city.level).toBe("county");
    expect(city.total.seats).toBe(row?.seats);
  });

  it("follows a closed listing through its event, and counts a kept one only once", async () => {
    const before = (await asked("")).total.slots;
    await inTransaction((tx) => tx.listing.update({ where: { id: listing }, data: { state: "closed" } }));
    await told({ type: "listing", id: listing }, "listing.closed");
    expect(await followMap(LATER)).toBeGreaterThan(0);
    expect((await asked("")).total.slots).toBeLessThan(before);
    expect(await followMap(LATER)).toBe(0);
    await inTransaction((tx) => tx.listing.update({ where: { id: listing }, data: { state: "published" } }));
    await rebuildMap(LATER);
    expect((await asked("")).total.slots).toBe(before);
  });

  it("holds the same sums after following events as after building everything anew", async () => {
    await told({ type: "organization", id: firm }, "organization.changed");
    await followMap(LATER);
    const cells = () =>
      read.mapCell.findMany({
        orderBy: [{ measure: "asc" }, { family: "asc" }, { industry: "asc" }, { regionCode: "asc" }],
      });
    const followed = await cells();
    await inTransaction(async (tx) => {
      await tx.mapShare.deleteMany({});
      await tx.mapCell.deleteMany({});
    });
    expect(await rebuildMap(LATER)).toBeGreaterThan(0);
    expect(await cells()).toEqual(followed);
    expect(await rebuildMap(LATER)).toBe(0);
  });

  it("takes an organization off the map when it is no longer verified", async () => {
    await inTransaction((tx) => tx.organization.update({ where: { id: firm }, data: { state: "returned" } }));
    await rebuildMap(LATER);
    expect((await asked("")).total.slots).toBe(0);
    expect(await read.mapCell.count({ where: { parties: { lte: 0 } } })).toBe(0);
    expect(await read.mapShare.count({ where: { organizationId: firm } })).toBe(0);
  });

  it("tells unmet demand by place; hides counts below five, what would give them away, and that on the pages below", async () => {
    const cell = { day: TODAY, kind: "*", source: "search", reason: "" };
    await inTransaction((tx) =>
      tx.demandSignal.createMany({
        data: [
          { ...cell, regionCode: "440113", family: "06-01", count: 3 },
          { ...cell, regionCode: "310115", family: "06-03", count: 12 },
          { ...cell, regionCode: "330402", family: "06-03", count: 40 },
        ],
      }),
    );
    const page = await asked("family=06");
    const rows = new Map(page.rows.map((row) => [row.code, row.unmet]));
    expect(page.unmetTotal).toEqual({ under: false, count: 55 });
    expect(rows.get("440000")).toEqual({ under: true, beside: false });
    expect(rows.get("310000")).toEqual({ under: true, beside: true });
    expect(rows.get("330000")).toEqual({ under: false, count: 40 });
    const shanghai = await asked("family=06&region=310000");
    expect(shanghai.unmetTotal).toEqual({ under: true, beside: true });
    expect(shanghai.rows.every(({ unmet }) => unmet?.under !== false)).toBe(true);
    const zhejiang = await asked("family=06&region=330000");
    expect(zhejiang.unmetTotal).toEqual({ under: false, count: 40 });
    expect(
      new Map((await asked("family=06-01")).rows.map((row) => [row.code, row.unmet])).get("310000"),
    ).toBeNull();
  });

  it("reads along the primary key", () => {
    const plan = rawReader()
      .prepare<unknown[], { detail: string }>(`EXPLAIN QUERY PLAN ${MAP_SUMS}`)
      .all(2, '["slots"]', "*", "*", "0", ":");
    const steps = plan.map(({ detail }) => detail).filter((detail) => detail.includes("MapCell"));
    expect(steps.length).toBeGreaterThan(0);
    for (const step of steps) expect(step).toMatch(/SEARCH MapCell USING .*INDEX/);
  });
});
