import { beforeAll, describe, expect, it } from "vitest";
import { regionRange } from "~/catalogues/rules/regions";
import { followIndicators } from "~/oversight/commands/follow-indicators.server";
import { rebuildIndicators } from "~/oversight/commands/rebuild-indicators.server";
import { INDICATOR_RECORDS, indicatorRows } from "~/oversight/queries/indicator-records.sqlite.server";
import { indicatorSums, REGION_SUMS } from "~/oversight/queries/indicator-sums.sqlite.server";
import { indicatorsAsOf } from "~/oversight/queries/indicators-as-of.server";
import { indicatorsChecked } from "~/oversight/queries/indicators-checked.server";
import { INDICATORS } from "~/oversight/rules/indicators/catalogue";
import { figureOf } from "~/oversight/rules/indicators/figure";

import { systemActor } from "~/platform/command";
import { rawReader, read } from "~/platform/db/client.server";
import { inTransaction } from "~/platform/db/gate.server";
import { record } from "~/platform/events/record.server";
import { newId } from "~/platform/id";
import { fixedClock } from "~/platform/time/clock";
import { givenListing, givenProgramme } from "~tests/fixtures/enquiries";
import { givenPlacement } from "~tests/fixtures/indicators";
import { givenOrganization, NOW } from "~tests/fixtures/people";

const LATER = fixedClock(new Date(new Date(NOW).getTime() + 60_000).toISOString());

let school: string;
let firm: string;
let far: string;
const placements: string[] = [];

const sums = (region: string, year = "2026") =>
  indicatorSums(
    { kind: "region", code: region, range: regionRange(region) },
    year,
    INDICATORS.map(({ id }) => id),
  );

let tellings = 0;

/** Each a second after the one before: what happens within one millisecond has no order. */
const nextInstant = (): string => {
  tellings += 1;
  return new Date(new Date(NOW).getTime() + tellings * 1_000).toISOString();
};

const told = (type: string, id: string, name: string, at = nextInstant()) =>
  inTransaction((tx) =>
    record(
      tx,
      { actor: systemActor("test"), clock: fixedClock(at), requestId: newId() },
      { subject: { type, id }, name, payload: {}, audience: [] },
    ),
  );

beforeAll(async () => {
  school = await givenOrganization("school", "岭南机电职业学校");
  firm = await givenOrganization("enterprise", "精密机床厂");
  far = await givenOrganization("enterprise", "嘉兴电机厂", { regionCode: "330402" });
  await givenProgramme(school, { majorCode: "660103", level: "secondary", name: "数控技术应用" });
  await givenListing(firm, { title: "数控车工学徒" });
  for (const [host, state, pay] of [
    [firm, "completed", 380_000],
    [firm, "broken", 380_000],
    [far, "did_not_show", null],
    [far, "in_progress", null],
  ] as const) {
    placements.push(await givenPlacement({ school, host, state, pay }));
  }
  await rebuildIndicators(LATER);
});

describe("indicators", () => {
  it("are known to the catalogue, every one that records are counted for", () => {
    const computed = INDICATORS.filter(({ supply }) => supply === "computed").map(({ id }) => id);
    expect(Object.keys(INDICATOR_RECORDS).sort()).toEqual([...computed].sort());
  });

  it("count placements once, at the school's region, with what is left out", () => {
    const city = sums("440100");
    expect(figureOf(city.get("placements_completed") ?? {}, "share")).toEqual({
      value: 5000,
      numerator: 1,
      denominator: 2,
      exclusions: [{ reason: "didNotShow", count: 1 }],
    });
    expect(figureOf(city.get("placements_local") ?? {}, "share")).toMatchObject({
      numerator: 2,
      denominator: 3,
    });
    expect(figureOf(city.get("placements_paid") ?? {}, "share")).toMatchObject({
      numerator: 2,
      denominator: 3,
    });
    expect(sums("330400").get("placements_started")).toBeUndefined();
    expect(sums("440000")).toEqual(city);
    const host = indicatorSums({ kind: "organization", id: far }, "2026", ["placements_started"]);
    expect(host.get("placements_started")).toEqual({ met: 1 });
  });

  it("say nothing of a year without records", () => {
    expect(sums("440100", "2019").get("placements_started")).toBeUndefined();
    expect(figureOf({}, "share").value).toBeNull();
  });

  it("are each the sum of their rows", async () => {
    const organizations = await read.indicatorShare.findMany({
      distinct: ["organizationId", "indicatorId", "period"],
      select: { organizationId: true, indicatorId: true, period: true },
    });
    expect(organizations.length).toBeGreaterThan(10);
    for (const one of organizations) {
      const rows = indicatorRows({ ...one, leadOnly: false, named: false, after: "", take: 1_000 });
      const counted: Record<string, number> = {};
      for (const { verdict, amount } of rows) counted[verdict] = (counted[verdict] ?? 0) + amount;
      const year = one.period === "now" ? "2026" : one.period;
      const kept = indicatorSums({ kind: "organization", id: one.organizationId }, year, [one.indicatorId]);
      expect(kept.get(one.indicatorId), one.indicatorId).toEqual(counted);
    }
  });

  it("count graduates by the definitions of outcomes, unknown ones apart", async () => {
    const programme = await read.programme.findFirstOrThrow({ where: { organizationId: school } });
    const graduates = await read.student.findMany({
      where: { organizationId: school },
      orderBy: { id: "asc" },
    });
    const reports = [
      { destination: "11", regionCode: "440106", matched: "yes" },
      { destination: "75", regionCode: "330402", matched: null },
      { destination: "80", regionCode: null, matched: null },
    ];
    await inTransaction(async (tx) => {
      const all = { organizationId: school };
      await tx.student.updateMany({ where: all, data: { state: "graduated", entryYear: 2023 } });
      await tx.graduateOutcome.createMany({
        data: reports.map((report, at) => ({
          id: newId(),
          studentId: graduates[at]!.id,
          schoolId: school,
          programmeId: programme.id,
          majorCode: programme.majorCode,
          month: 0,
          source: "school_list",
          certainty: 1,
          stands: true,
          givenOn: "2026-07-01",
          recordedBy: "test",
          createdAt: new Date(NOW),
          ...report,
        })),
      });
    });
    await told("student", graduates[0]!.id, "student.outcome_recorded");
    expect(await followIndicators(LATER)).toBeGreaterThan(0);
    const city = sums("440100");
    expect(city.get("graduates")).toEqual({ met: 4 });
    expect(city.get("destinations_settled")).toEqual({ met: 3, unknown: 1 });
    expect(city.get("local_employment")).toEqual({ met: 1, unmet: 1, notAtWork: 1, unknown: 1 });
    expect(city.get("matched_employment")).toEqual({ met: 1, notAtWork: 1, unknown: 2 });
    expect(city.get("progression")).toEqual({ met: 1, unmet: 2, unknown: 1 });
    expect(city.get("founders")).toEqual({ met: 1, unmet: 2, unknown: 1 });
  });

  it("name a student only when asked to", () => {
    const asked = { indicatorId: "placements_started", organizationId: school, period: "2026" };
    const rows = indicatorRows({ ...asked, leadOnly: true, named: false, after: "", take: 10 });
    expect(rows).toHaveLength(3);
    expect(rows.every(({ studentName }) => studentName === null)).toBe(true);
    const named = indicatorRows({ ...asked, leadOnly: true, named: true, after: "", take: 10 });
    expect(named.every(({ studentName }) => studentName?.startsWith("学生"))).toBe(true);
  });

  it("follow an event to the same figures a full recount gives", async () => {
    await followIndicators(LATER);
    await inTransaction((tx) =>
      tx.placement.update({ where: { id: placements[1]! }, data: { state: "completed" } }),
    );
    expect((await indicatorsChecked()).differing.sort()).toEqual([school, firm].sort());
    await told("placement", placements[1]!, "placement.completed");
    expect(await followIndicators(LATER)).toBe(2);
    expect(sums("440100").get("placements_completed")).toEqual({ met: 2, didNotShow: 1 });
    expect(await indicatorsChecked()).toMatchObject({ differing: [], cells: [] });
    expect(await followIndicators(LATER)).toBe(0);
    expect(await rebuildIndicators(LATER)).toBe(0);
  });

  it("find a sum somebody tampered with", async () => {
    await inTransaction((tx) =>
      tx.$executeRawUnsafe(
        "UPDATE IndicatorCell SET amount = amount + 1 WHERE indicatorId = 'placements_started'",
      ),
    );
    expect((await indicatorsChecked()).cells.map(({ indicatorId }) => indicatorId)).toEqual([
      "placements_started",
    ]);
    await inTransaction((tx) =>
      tx.$executeRawUnsafe(
        "UPDATE IndicatorCell SET amount = amount - 1 WHERE indicatorId = 'placements_started'",
      ),
    );
  });

  it("go on where a killed recount stopped, and end with the same figures", async () => {
    const whole = sums("440000");
    await inTransaction(async (tx) => {
      await tx.indicatorShare.deleteMany({});
      await tx.indicatorCell.deleteMany({});
    });
    const killed = rebuildIndicators(LATER, {
      tell: () => {
        throw new Error("killed");
      },
    });
    await expect(killed).rejects.toThrow("killed");
    const way = await read.eventCursor.findUnique({ where: { name: "oversight-indicators-way" } });
    expect(way?.eventId).toBeTruthy();
    await rebuildIndicators(LATER);
    expect(await read.eventCursor.findUnique({ where: { name: "oversight-indicators-way" } })).toBeNull();
    expect(sums("440000")).toEqual(whole);
    expect(await rebuildIndicators(LATER, { onceADay: true })).toBeNull();
  });

  it("stay with a city when the district of an organization is abolished or left", async () => {
    await inTransaction((tx) =>
      tx.organization.update({ where: { id: school }, data: { regionCode: "440116" } }),
    );
    await told("organization", school, "organization.changed");
    await followIndicators(LATER);
    expect(sums("440116").get("placements_started")).toEqual({ met: 3 });
    expect(sums("440113").get("placements_started")).toBeUndefined();
    expect(sums("440100").get("placements_started")).toEqual({ met: 3 });
  });

  it("are as of now once every event is counted, and a recount spares the events before it", async () => {
    const soon = fixedClock("2099-01-02T05:00:00.000Z");
    await followIndicators(soon);
    expect(await indicatorsAsOf(soon)).toBe("2099-01-02T05:00:00.000Z");
    await inTransaction((tx) => tx.eventCursor.deleteMany({ where: { name: "oversight-indicators" } }));
    await rebuildIndicators(soon);
    expect(await followIndicators(soon)).toBe(0);
    expect(await indicatorsAsOf(soon)).toBe("2099-01-02T05:00:00.000Z");
    await told("placement", placements[0]!, "placement.completed", "2099-01-02T05:00:01.000Z");
    expect(await indicatorsAsOf(soon)).toBe("2099-01-02T04:59:00.000Z");
  });

  it("are counted along indexes, none by looking at a whole table", () => {
    for (const [id, records] of Object.entries(INDICATOR_RECORDS)) {
      const plan = rawReader()
        .prepare<unknown[], { detail: string }>(
          `EXPLAIN QUERY PLAN SELECT verdict, SUM(amount) FROM (${records}) GROUP BY 1`,
        )
        .all({ ids: "[]" })
        .map(({ detail }) => detail);
      const whole = plan.filter((step) => /^SCAN (?!json_each|\(?subquery|\d+ CONSTANT)/i.test(step));
      expect(whole, id).toEqual([]);
    }
  });

  it("read a region along the primary key", () => {
    const plan = rawReader()
      .prepare<unknown[], { detail: string }>(`EXPLAIN QUERY PLAN ${REGION_SUMS}`)
      .all({ indicators: '["placements_started"]', year: "2026", from: "4401", before: "4402" });
    const steps = plan.map(({ detail }) => detail).filter((detail) => detail.includes("IndicatorCell"));
    expect(steps.length).toBeGreaterThan(0);
    for (const step of steps) expect(step).toMatch(/SEARCH IndicatorCell USING .*INDEX/);
  });
});
