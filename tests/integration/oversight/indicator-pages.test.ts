import { beforeAll, describe, expect, it } from "vitest";
import type { OrganizationKind, Role } from "~/identity/actor";
import { openRows } from "~/oversight/commands/open-rows.server";
import { rebuildIndicators } from "~/oversight/commands/rebuild-indicators.server";
import { takeSnapshot } from "~/oversight/commands/take-snapshot.server";
import { snapshotTables } from "~/oversight/components/snapshot-tables";
import { accessLog } from "~/oversight/queries/access-log.server";
import { indicatorPage } from "~/oversight/queries/indicator-page.server";
import { indicatorRowsPage } from "~/oversight/queries/indicator-rows-page.server";
import { indicatorsPage } from "~/oversight/queries/indicators-page.server";
import { snapshotPage } from "~/oversight/queries/snapshot-page.server";
import { read } from "~/platform/db/client.server";
import { inTransaction } from "~/platform/db/gate.server";
import { fixedClock } from "~/platform/time/clock";
import { translatorFor } from "~/words/translator.server";
import { givenProgramme } from "~tests/fixtures/enquiries";
import { givenPlacement } from "~tests/fixtures/indicators";
import { givenOrganization, givenPerson, memberCtx, NOW } from "~tests/fixtures/people";

const REASON = "核查 2026 年 11 月投诉所涉实习的报酬。";
const HOUR_LATER = "2026-11-22T03:00:01.000Z";

let authority: string;
let school: string;
let firm: string;
const people = new Map<string, string>();

const as = async (id: string, kind: OrganizationKind, role: Role = "owner", now = NOW) => {
  const key = `${id} ${role}`;
  const personId = people.get(key) ?? (await givenPerson("李督导", { organizationId: id, role })).personId;
  people.set(key, personId);
  return memberCtx(personId, { id, kind, name: kind, role }, now);
};
const query = (text: string) => new URLSearchParams(text);
const figureOn = async (id: string, ctx: Awaited<ReturnType<typeof as>>) =>
  (await indicatorPage(ctx, id, query("")))?.figure;

beforeAll(async () => {
  authority = await givenOrganization("authority", "市教育局", { regionCode: "440100" });
  school = await givenOrganization("school", "岭南机电职业学校");
  firm = await givenOrganization("enterprise", "精密机床厂");
  await givenProgramme(school, { majorCode: "660103", level: "secondary", name: "数控技术应用" });
  for (let at = 0; at < 12; at += 1) {
    await givenPlacement({
      school,
      host: firm,
      state: at < 6 ? "completed" : "broken",
      pay: at < 9 ? 380_000 : null,
    });
  }
  await rebuildIndicators(fixedClock(NOW));
});

describe("a figure opened", () => {
  it("tells numerator, denominator, exclusions and the organizations behind it", async () => {
    const page = await indicatorPage(await as(authority, "authority"), "placements_completed", query(""));
    expect(page?.figure).toMatchObject({ state: "told", value: 5000, numerator: 6, denominator: 12 });
    expect(page?.organizations.map(({ id, figure }) => [id, figure.value])).toEqual([[school, 5000]]);
    expect(page?.parts.map(({ code, figure }) => [code, figure.denominator])).toEqual([["440113", 12]]);
  });

  it("is withheld from an authority where it stands for one to four students, not from the school", async () => {
    expect(await figureOn("placements_paid", await as(authority, "authority"))).toMatchObject({
      state: "withheld",
      value: null,
      numerator: 0,
    });
    expect(await figureOn("placements_paid", await as(school, "school"))).toMatchObject({
      value: 7500,
      numerator: 9,
      denominator: 12,
    });
  });

  it("says that nothing is recorded, that a figure is to be imported, and that no other indicator exists", async () => {
    const ctx = await as(authority, "authority");
    expect((await figureOn("agreements_sealed", ctx))?.state).toBe("none");
    expect((await figureOn("monthly_income", ctx))?.state).toBe("awaited");
    expect(await indicatorPage(ctx, "happiness", query(""))).toBeNull();
    const past = await indicatorPage(ctx, "programmes_open", query("year=2025"));
    expect(past?.figure.state).toBe("standing");
  });

  it("shows one region nothing of another", async () => {
    const elsewhere = await givenOrganization("authority", "嘉兴市教育局", { regionCode: "330400" });
    const ctx = await as(elsewhere, "authority");
    expect((await figureOn("placements_started", ctx))?.state).toBe("none");
    expect(await indicatorRowsPage(ctx, "placements_started", query(`organization=${school}`))).toBeNull();
    const refused = await openRows(ctx, {
      indicatorId: "placements_started",
      organizationId: school,
      year: "2026",
      reason: REASON,
    });
    expect(refused).toMatchObject({ ok: false, refusal: { code: "not_found" } });
  });
});

describe("rows about students", () => {
  const asked = (extra = "") => query(`organization=${school}&year=2026${extra}`);

  it("are the school's own without a reason, and nobody else's school's", async () => {
    const own = await indicatorRowsPage(await as(school, "school"), "placements_started", asked());
    expect(own?.locked).toBe(false);
    expect(own?.rows).toHaveLength(12);
    expect(own?.rows.every(({ studentName }) => studentName !== null)).toBe(true);
    expect(await indicatorRowsPage(await as(firm, "enterprise"), "placements_started", asked())).toBeNull();
  });

  it("open to an authority for a reason, for an hour, to the person who gave it; the school reads the log", async () => {
    const ctx = await as(authority, "authority");
    expect(await indicatorRowsPage(ctx, "placements_started", asked())).toMatchObject({
      locked: true,
      rows: [],
    });
    const input = { indicatorId: "placements_started", organizationId: school, year: "2026", reason: REASON };
    const viewer = await openRows(await as(authority, "authority", "viewer"), input);
    expect(viewer).toMatchObject({ ok: false, refusal: { code: "forbidden" } });
    const opened = await openRows(ctx, input);
    if (!opened.ok) throw new Error(opened.refusal.key);
    const key = `&access=${opened.value.accessId}`;
    expect((await indicatorRowsPage(ctx, "placements_started", asked(key)))?.rows).toHaveLength(12);
    expect((await indicatorRowsPage(ctx, "placements_paid", asked(key)))?.locked).toBe(true);
    const other = await as(authority, "authority", "coordinator");
    expect((await indicatorRowsPage(other, "placements_started", asked(key)))?.locked).toBe(true);
    const late = await as(authority, "authority", "owner", HOUR_LATER);
    expect((await indicatorRowsPage(late, "placements_started", asked(key)))?.locked).toBe(true);
    const log = await accessLog(await as(school, "school"), null);
    expect(log.items).toMatchObject([{ reason: REASON, rows: 12, indicatorId: "placements_started" }]);
    expect((await accessLog(await as(firm, "enterprise"), null)).items).toEqual([]);
  });

  it("leave a log nobody can change", async () => {
    const change = inTransaction((tx) => tx.$executeRawUnsafe("UPDATE DataAccess SET reason = ''"));
    await expect(change).rejects.toThrow();
    const wipe = inTransaction((tx) => tx.$executeRawUnsafe("DELETE FROM DataAccess"));
    await expect(wipe).rejects.toThrow();
  });
});

describe("a snapshot", () => {
  it("gives the same digits after the records have changed, and cannot be changed itself", async () => {
    const ctx = await as(authority, "authority");
    const taken = await takeSnapshot(ctx, "2026");
    if (!taken.ok) throw new Error(taken.refusal.key);
    const { id } = taken.value;
    const words = translatorFor("zh-CN");
    const report = async () => {
      const page = await snapshotPage(ctx, id);
      if (!page?.fits) throw new Error("the snapshot does not fit its hash");
      return snapshotTables(page.content, "", words);
    };
    const before = await report();
    await inTransaction((tx) =>
      tx.placement.updateMany({ where: { schoolId: school, state: "broken" }, data: { state: "completed" } }),
    );
    await rebuildIndicators(fixedClock(NOW));
    expect((await figureOn("placements_completed", ctx))?.value).toBe(10_000);
    expect(await report()).toEqual(before);
    expect(
      before
        .flatMap(({ rows }) => rows)
        .find(([, title]) => title === "实习完成率")
        ?.slice(2, 5),
    ).toEqual(["50.0%", "6", "12"]);
    const tampered = inTransaction((tx) =>
      tx.indicatorSnapshot.update({ where: { id }, data: { content: "{}" } }),
    );
    await expect(tampered).rejects.toThrow();
    expect((await indicatorsPage(ctx, query(""))).snapshots).toHaveLength(1);
  });

  it("is refused to who only reads, and is nobody else's", async () => {
    const viewer = await takeSnapshot(await as(authority, "authority", "viewer"), "2026");
    expect(viewer).toMatchObject({ ok: false, refusal: { code: "forbidden" } });
    const { id } = await read.indicatorSnapshot.findFirstOrThrow();
    expect(await snapshotPage(await as(school, "school"), id)).toBeNull();
  });
});
