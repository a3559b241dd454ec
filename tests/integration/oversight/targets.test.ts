import { beforeAll, describe, expect, it } from "vitest";
import { followTargets } from "~/oversight/commands/follow-targets.server";
import { rebuildIndicators } from "~/oversight/commands/rebuild-indicators.server";
import { setTarget } from "~/oversight/commands/set-target.server";
import { withdrawTarget } from "~/oversight/commands/withdraw-target.server";
import { targetsPage } from "~/oversight/queries/targets-page.server";
import { read } from "~/platform/db/client.server";
import { newId } from "~/platform/id";
import { fixedClock } from "~/platform/time/clock";
import { givenProgramme } from "~tests/fixtures/enquiries";
import { givenPlacement } from "~tests/fixtures/indicators";
import { givenOrganization, givenPerson, memberCtx, NOW } from "~tests/fixtures/people";

type Ctx = ReturnType<typeof memberCtx>;

let owner: Ctx;
let viewer: Ctx;
let school: Ctx;

const wanted = {
  intent: "set",
  indicator: "placements_started",
  goal: 20,
  dueOn: "2026-12-31",
  project: "秋季实习扩容",
  ownerName: "李科长",
} as const;

beforeAll(async () => {
  const authority = await givenOrganization("authority", "市教育局", { regionCode: "440100" });
  const schoolId = await givenOrganization("school", "岭南机电职业学校");
  const firm = await givenOrganization("enterprise", "精密机床厂");
  await givenProgramme(schoolId, { majorCode: "660103", level: "secondary", name: "数控技术应用" });
  for (let at = 0; at < 8; at += 1)
    await givenPlacement({ school: schoolId, host: firm, state: "in_progress", pay: null });
  await rebuildIndicators(fixedClock(NOW));
  const as = async (id: string, kind: "authority" | "school", role: "owner" | "viewer") =>
    memberCtx((await givenPerson("人", { organizationId: id, role })).personId, {
      id,
      kind,
      name: kind,
      role,
    });
  owner = await as(authority, "authority", "owner");
  viewer = await as(authority, "authority", "viewer");
  school = await as(schoolId, "school", "owner");
});

describe("targets", () => {
  it("stand at the figure of the records, with gap and forecast from month-end figures", async () => {
    const done = await setTarget(owner, wanted);
    expect(done.ok).toBe(true);
    const { targets } = await targetsPage(owner);
    expect(targets).toMatchObject([
      { goal: 20, gap: 12, standing: "behind", figure: { value: 8 }, forecast: { points: 9, value: 8 } },
    ]);
    expect((await targetsPage(school)).targets).toEqual([]);
  });

  it("are set once, however often the form is sent", async () => {
    const submissionKey = newId();
    const share = { ...wanted, indicator: "placements_local", goal: 90, submissionKey };
    const first = await setTarget(owner, share);
    expect(await setTarget(owner, share)).toEqual(first);
    expect(await read.indicatorTarget.count({ where: { indicatorId: "placements_local" } })).toBe(1);
  });

  it("refuse who only reads, what nothing is counted for, days that are over and goals that are none", async () => {
    const field = (done: Awaited<ReturnType<typeof setTarget>>) =>
      done.ok ? "ok" : done.refusal.fields?.[0]?.field;
    expect(await setTarget(viewer, wanted)).toMatchObject({ refusal: { code: "forbidden" } });
    expect(field(await setTarget(owner, { ...wanted, indicator: "monthly_income" }))).toBe("indicator");
    expect(field(await setTarget(owner, { ...wanted, dueOn: "2026-11-21" }))).toBe("dueOn");
    expect(field(await setTarget(owner, { ...wanted, goal: 0.5 }))).toBe("goal");
  });

  it("are counted again once a day", async () => {
    const clock = fixedClock("2026-12-01T02:00:00.000Z");
    expect(await followTargets(clock)).toBe(2);
    expect(await followTargets(clock)).toBeNull();
    const target = await read.indicatorTarget.findFirstOrThrow({
      where: { indicatorId: "placements_started" },
    });
    expect(
      await read.targetPoint.findFirst({ where: { targetId: target.id }, orderBy: { day: "desc" } }),
    ).toMatchObject({
      day: "2026-12-01",
      value: 8n,
    });
  });

  it("are withdrawn with a reason, once, by their own organization", async () => {
    const { id, version } = (await targetsPage(owner)).targets[0]!;
    const input = { id, version, reason: "项目改期，另设目标" };
    expect(await withdrawTarget(school, input)).toMatchObject({ refusal: { code: "not_found" } });
    expect(await withdrawTarget(viewer, input)).toMatchObject({ refusal: { code: "forbidden" } });
    expect((await withdrawTarget(owner, input)).ok).toBe(true);
    expect(await withdrawTarget(owner, input)).toMatchObject({ refusal: { code: "conflict" } });
    expect((await targetsPage(owner)).targets.some((target) => target.id === id)).toBe(false);
  });
});
