import { beforeAll, describe, expect, it } from "vitest";
import type { MemberCtx, OrganizationKind, Role } from "~/identity/actor";
import { sendBulletin } from "~/oversight/bulletin-mails.server";
import { defineBulletin } from "~/oversight/commands/define-bulletin.server";
import { drawBulletins } from "~/oversight/commands/draw-bulletins.server";
import { endBulletin } from "~/oversight/commands/end-bulletin.server";
import { rebuildIndicators } from "~/oversight/commands/rebuild-indicators.server";
import { bulletinIssue, bulletinsPage } from "~/oversight/queries/bulletins-page.server";
import type { BulletinInput } from "~/oversight/report-schema";
import { action } from "~/oversight/routes/bulletins";
import { read } from "~/platform/db/client.server";
import { inTransaction } from "~/platform/db/gate.server";
import { newId } from "~/platform/id";
import type { Result } from "~/platform/result";
import { fixedClock } from "~/platform/time/clock";
import { givenProgramme } from "~tests/fixtures/enquiries";
import { givenPlacement } from "~tests/fixtures/indicators";
import { cookieOf, givenOrganization, givenPerson, memberCtx, NOW } from "~tests/fixtures/people";
import { outcomeOf, routeArgs } from "~tests/fixtures/route";

let authority: string;
let province: string;
const schools: string[] = [];
let elsewhere: string;
const people = new Map<string, string>();

const as = async (
  id: string,
  kind: OrganizationKind,
  role: Role = "owner",
  now = NOW,
): Promise<MemberCtx> => {
  const key = `${id} ${role}`;
  const personId = people.get(key) ?? (await givenPerson("李督导", { organizationId: id, role })).personId;
  people.set(key, personId);
  return memberCtx(personId, { id, kind, name: kind, role }, now);
};
const value = <T>(done: Result<T>): T => {
  if (!done.ok) throw new Error(JSON.stringify(done.refusal));
  return done.value;
};
const plan = (more: Partial<BulletinInput> = {}): BulletinInput => ({
  intent: "define",
  title: "产教融合月报",
  rhythm: "monthly",
  day: 22,
  indicators: ["placements_started", "placements_completed"],
  parts: ["alerts", "hollow", "targets"],
  ...more,
});
const on = (day: string) => fixedClock(`${day}T02:00:00.000Z`);
const issues = () => read.bulletinIssue.findMany({ orderBy: { id: "asc" } });

beforeAll(async () => {
  authority = await givenOrganization("authority", "市教育局", { regionCode: "440100" });
  province = await givenOrganization("authority", "省教育厅", { regionCode: "440000" });
  elsewhere = await givenOrganization("school", "外省学校", { regionCode: "330402" });
  const firm = await givenOrganization("enterprise", "精密机床厂");
  for (const [name, count] of [
    ["岭南机电职业学校", 12],
    ["番禺职业学校", 9],
    ["小学校", 3],
  ] as const) {
    const school = await givenOrganization("school", name);
    schools.push(school);
    await givenProgramme(school, { majorCode: "660103", level: "secondary", name: "数控技术应用" });
    for (let at = 0; at < count; at += 1)
      await givenPlacement({ school, host: firm, state: at < 6 ? "completed" : "broken", pay: null });
    await as(school, "school");
    await as(school, "school", "coordinator");
  }
  await rebuildIndicators(fixedClock(NOW));
});

describe("a bulletin", () => {
  it("is defined by an authority alone, ranked by its owner alone, once however often it is sent", async () => {
    const ctx = await as(authority, "authority");
    const submissionKey = newId();
    const input = plan({ submissionKey, rankedBy: "placements_started" });
    const { id } = value(await defineBulletin(ctx, input));
    expect(value(await defineBulletin(ctx, input)).id).toBe(id);
    expect(await read.bulletin.count()).toBe(1);
    expect((await bulletinsPage(ctx, null)).running).toMatchObject([{ nextOn: "2026-11-22", day: 22 }]);
    const coordinator = await as(authority, "authority", "coordinator");
    expect(await defineBulletin(coordinator, plan({ rankedBy: "placements_started" }))).toMatchObject({
      refusal: { code: "forbidden", key: "reports.errors.rankingOwner" },
    });
    expect(await defineBulletin(await as(schools[0]!, "school"), plan())).toMatchObject({
      refusal: { code: "forbidden" },
    });
    expect(await defineBulletin(ctx, plan({ indicators: ["happiness"] }))).toMatchObject({
      refusal: { fields: [{ field: "indicators" }] },
    });
    expect(await defineBulletin(ctx, plan({ indicators: [], parts: [] }))).toMatchObject({
      refusal: { fields: [{ key: "reports.errors.nothingChosen" }] },
    });
  });

  it("is drawn on its day, once, and frozen with what was told", async () => {
    expect(await drawBulletins(on("2026-11-21"))).toBe(0);
    expect(await drawBulletins(on("2026-11-22"))).toBe(1);
    expect(await drawBulletins(on("2026-11-22"))).toBe(0);
    const [row] = await issues();
    const issue = await bulletinIssue(await as(authority, "authority"), row!.id);
    expect(issue).toMatchObject({ period: "2026-10", fits: true });
    expect(issue?.content).toMatchObject({
      place: "广东省广州市",
      authority: "市教育局",
      missed: [],
      alerts: { opened: 0, closed: 0 },
    });
    expect(issue?.content.figures.map(({ indicatorId, value: told }) => [indicatorId, told])).toEqual([
      ["placements_started", 24],
      ["placements_completed", 6250],
    ]);
    // The third school has three students; the second is hidden with it, or a subtraction would tell.
    expect(issue?.content.ranking).toMatchObject({
      rows: [{ rank: 1, name: "岭南机电职业学校", value: 12 }],
      leftOut: 2,
    });
    await expect(
      inTransaction((tx) => tx.$executeRawUnsafe("UPDATE BulletinIssue SET content = '{}'")),
    ).rejects.toThrow();
  });

  it("reaches the schools of its region by mail, each person once, and nobody else", async () => {
    const [row] = await issues();
    const mails = () => read.delivery.count({ where: { kind: "mail", key: { contains: row!.id } } });
    await sendBulletin({ issueId: row!.id, after: "" }, { id: "1", key: "k" });
    expect(await mails()).toBe(6);
    await sendBulletin({ issueId: row!.id, after: "" }, { id: "1", key: "k" });
    expect(await mails()).toBe(6);
    for (const school of schools)
      expect((await bulletinsPage(await as(school, "school"), null)).issues).toHaveLength(1);
    const stranger = await as(elsewhere, "school");
    expect((await bulletinsPage(stranger, null)).issues).toEqual([]);
    expect(await bulletinIssue(stranger, row!.id)).toBeNull();
    expect(await bulletinIssue(await as(province, "authority"), row!.id)).not.toBeNull();
  });

  it("catches up once after months in which nothing ran, and says which were missed", async () => {
    expect(await drawBulletins(on("2027-03-01"))).toBe(1);
    const rows = await issues();
    expect(rows.map(({ period }) => period)).toEqual(["2026-10", "2027-01"]);
    const issue = await bulletinIssue(await as(authority, "authority"), rows[1]!.id);
    expect(issue?.content.missed).toEqual(["2026-11", "2026-12"]);
    expect(issue?.content.figures.every(({ state }) => state !== "told")).toBe(true);
    expect((await read.bulletin.findFirstOrThrow()).nextOn).toBe("2027-03-22");
  });

  it("is ended by its authority and drawn no more", async () => {
    const { id, version } = await read.bulletin.findFirstOrThrow();
    expect(await endBulletin(await as(province, "authority"), { id, version })).toMatchObject({
      refusal: { code: "not_found" },
    });
    const ctx = await as(authority, "authority");
    expect(await endBulletin(ctx, { id, version: version - 1 })).toMatchObject({
      refusal: { code: "conflict" },
    });
    value(await endBulletin(ctx, { id, version }));
    expect(await drawBulletins(on("2027-12-31"))).toBe(0);
  });

  it("keeps everything typed when something is missing", async () => {
    const { actor } = await as(authority, "authority");
    const form = { intent: "define", title: "月", rhythm: "monthly", day: "31", parts: ["alerts", "hollow"] };
    const args = routeArgs("/oversight/bulletins", { cookie: await cookieOf(actor.personId), form });
    const answer = await outcomeOf(() => action(args));
    expect(answer.status).toBe(422);
    expect(answer.data).toMatchObject({ state: { typed: form } });
    const fields = (answer.data as { state: { fields: { field: string }[] } }).state.fields;
    expect(fields.map(({ field }) => field).sort()).toEqual(["day", "title"]);
  });
});
