import { beforeAll, describe, expect, it } from "vitest";
import { evaluateWeeks } from "~/placements/commands/evaluate-weeks.server";
import { submitWeek } from "~/placements/commands/submit-week.server";
import { findingsList } from "~/placements/queries/findings-list.server";
import { waitingFindings } from "~/placements/queries/findings-waiting.server";
import { systemActor } from "~/platform/command";
import { read } from "~/platform/db/client.server";
import { inTransaction } from "~/platform/db/gate.server";
import { newId } from "~/platform/id";
import { fixedClock } from "~/platform/time/clock";
import { givenAtWork } from "~tests/fixtures/at-work";
import { givenOrganization, givenPerson, memberCtx } from "~tests/fixtures/people";

const MONDAY = "2026-11-23";
const house = (day: string) => ({
  actor: systemActor("平台"),
  clock: fixedClock(`${day}T01:00:00.000Z`),
  requestId: newId(),
});

let city: Awaited<ReturnType<typeof givenAtWork>>;
let authority: ReturnType<typeof memberCtx>;

const open = (rule: string) =>
  read.placementFinding.findMany({
    where: { rule, state: "open" },
    orderBy: { placementId: "asc" },
    select: { placementId: true, openedOn: true, level: true, who: true },
  });

beforeAll(async () => {
  city = await givenAtWork("周检", 3);
  const bureau = await givenOrganization("authority", "番禺教育局");
  const { personId } = await givenPerson("处长", { organizationId: bureau, role: "owner" });
  authority = memberCtx(personId, { id: bureau, kind: "authority", name: "番禺教育局", role: "owner" });
  const { ctx, id: placementId } = city.placements[0]!;
  const sent = await submitWeek(ctx, {
    placementId,
    monday: "2026-11-16",
    version: 0,
    minutes: [600, 600, 600, 600, 600, 0, 0],
    night: false,
    lines: "赶一批轴套，每天十个小时。",
    artefact: null,
  });
  if (!sent.ok) throw new Error(sent.refusal.key);
});

describe.sequential("Monday's evaluation", () => {
  it("finds worked hours beyond the rule and tells the host, which must put them right", async () => {
    expect(await evaluateWeeks(house(MONDAY))).toBeGreaterThanOrEqual(3);
    const { id } = city.placements[0]!;
    expect(await open("INT-25")).toEqual([{ placementId: id, openedOn: MONDAY, level: 0, who: "host" }]);
    const list = await findingsList(city.host.ctx.actor);
    const row = list?.rows.find((one) => one.rule === "INT-25");
    expect([row?.student, row?.message.zh]).toEqual(["学生1", expect.stringContaining("10 小时")]);
    const waits = await waitingFindings.load(city.host.ctx.actor, MONDAY);
    expect(waits.map((one) => one.title.key)).toEqual(["findings.waits.host"]);
    expect(await findingsList(city.mentor.actor)).toBeNull();
  });

  it("runs once a week, and goes on where it was killed without telling anything twice", async () => {
    expect(await evaluateWeeks(house("2026-11-24"))).toBe(0);
    const before = await read.placementFinding.count();
    const [first] = [...city.placements.map((one) => one.id)].sort();
    await inTransaction((tx) =>
      tx.weekRun.update({ where: { monday: MONDAY }, data: { finishedAt: null, after: first! } }),
    );
    expect(await evaluateWeeks(house("2026-11-25"))).toBeGreaterThanOrEqual(2);
    expect(await read.placementFinding.count()).toBe(before);
    expect(await open("INT-25")).toHaveLength(1);
    expect((await open("INT-25"))[0]!.openedOn).toBe(MONDAY);
  });

  it("takes what nobody fixes to the school's owner, then to the authority without a name", async () => {
    const placement = { id: city.placements[0]!.id };
    const long = JSON.stringify([600, 600, 600, 600, 600, 0, 0]);
    const again = async (monday: string, worked: string) => {
      await inTransaction((tx) =>
        tx.weekRecord.updateMany({
          where: { placementId: placement.id },
          data: { monday: worked, minutes: long },
        }),
      );
      await evaluateWeeks(house(monday));
    };
    const seen = async (actor: Parameters<typeof findingsList>[0]) =>
      (await findingsList(actor))?.rows.filter((one) => one.rule === "INT-25") ?? [];
    expect(await seen(city.school.ctx.actor)).toEqual([]);
    await again("2026-11-30", "2026-11-23");
    expect((await open("INT-25"))[0]!.level).toBe(1);
    expect(await seen(city.school.ctx.actor)).toHaveLength(1);
    expect(await seen(authority.actor)).toEqual([]);
    await again("2026-12-07", "2026-11-30");
    const [told] = await seen(authority.actor);
    expect([told?.level, told?.student, told?.placementId]).toEqual([2, null, null]);
  });

  it("solves what is gone, and begins anew when it comes back", async () => {
    await evaluateWeeks(house("2026-12-14"));
    expect(await open("INT-25")).toEqual([]);
    const solved = await read.placementFinding.findFirst({ where: { rule: "INT-25" } });
    expect([solved?.state, solved?.solvedOn]).toEqual(["solved", "2026-12-14"]);
    await inTransaction((tx) =>
      tx.weekRecord.updateMany({
        where: { placementId: city.placements[0]!.id },
        data: { monday: "2026-12-14" },
      }),
    );
    await evaluateWeeks(house("2026-12-21"));
    expect((await open("INT-25"))[0]).toMatchObject({ openedOn: "2026-12-21", level: 0 });
  });
});
