import { beforeAll, describe, expect, it } from "vitest";
import type { MemberCtx, OrganizationKind, Role } from "~/identity/actor";
import { answerAlert } from "~/oversight/commands/answer-alert.server";
import { orderRectification } from "~/oversight/commands/order-rectification.server";
import { raiseAlerts } from "~/oversight/commands/raise-alerts.server";
import { rebuildIndicators } from "~/oversight/commands/rebuild-indicators.server";
import { reviewAnswer } from "~/oversight/commands/review-answer.server";
import { setTarget } from "~/oversight/commands/set-target.server";
import { alertPage } from "~/oversight/queries/alert-page.server";
import { waitingAlerts } from "~/oversight/queries/alerts.server";
import { consortiaPage, consortiumOverseen } from "~/oversight/queries/consortia-page.server";
import { oversightHome } from "~/oversight/queries/oversight-home.server";
import { partnershipFilter, partnershipsPage } from "~/oversight/queries/partnerships-page.server";
import { read } from "~/platform/db/client.server";
import { inTransaction } from "~/platform/db/gate.server";
import { newId } from "~/platform/id";
import { fixedClock } from "~/platform/time/clock";
import { givenConsortium } from "~tests/fixtures/consortia";
import { givenProgramme } from "~tests/fixtures/enquiries";
import { givenPlacement } from "~tests/fixtures/indicators";
import { givenOrganization, givenPerson, memberCtx } from "~tests/fixtures/people";

const at = (day: string) => `${day}T02:00:00.000Z`;
const clockOn = (day: string) => fixedClock(at(day));
type Party = { id: string; on: (day: string, role?: Role) => MemberCtx };

const givenParty = async (kind: OrganizationKind, name: string, regionCode: string): Promise<Party> => {
  const id = await givenOrganization(kind, name, { regionCode });
  const { personId } = await givenPerson(name, { organizationId: id, role: "owner" });
  return { id, on: (day, role = "owner") => memberCtx(personId, { id, kind, name, role }, at(day)) };
};
const must = <T>(result: { ok: true; value: T } | { ok: false; refusal: { key: string } }): T => {
  if (!result.ok) throw new Error(`refused: ${result.refusal.key}`);
  return result.value;
};

let city: Party;
let school: Party;
let firm: Party;
let association: Party;
let stranger: Party;

const givenWindow = (id: string, closesOn: string, state = "open") =>
  inTransaction((tx) =>
    tx.transferWindow.create({
      data: {
        id,
        authorityId: city.id,
        regionCode: "440100",
        direction: "to_general",
        schoolYear: 2026,
        grade: 1,
        term: 1,
        edge: id.slice(-6),
        opensOn: "2026-09-01",
        closesOn,
        state,
        rules: "{}",
        seedSealed: "",
        seedHash: "",
        createdAt: new Date(at("2026-08-20")),
        version: 1,
      },
    }),
  );

let moves = 0;
const givenMove = (fromSchoolId: string, toSchoolId: string, movedOn: string) => {
  moves += 1;
  const id = newId();
  return inTransaction((tx) =>
    tx.transfer.create({
      data: {
        id,
        windowId: "another-window",
        quotaId: "quota",
        direction: "to_general",
        regionCode: "440113",
        studentId: id,
        studentName: "学生",
        identityKey: id,
        fromSchoolId,
        toSchoolId,
        majorCode: "",
        grade: 1,
        state: "moved",
        reference: `R-${moves}`,
        facts: "{}",
        findings: "[]",
        chain: "receiving",
        step: 1,
        turn: "none",
        dueOn: "",
        reason: "",
        reasonCode: "",
        creditsNote: "",
        within: 1,
        movedOn,
        createdAt: new Date(at(movedOn)),
        updatedAt: new Date(at(movedOn)),
        version: 1,
      },
    }),
  );
};

const alertsOf = (ruleId: string) =>
  read.alert.findMany({ where: { ruleId }, orderBy: { createdAt: "asc" } });

beforeAll(async () => {
  city = await givenParty("authority", "市教育局", "440100");
  school = await givenParty("school", "岭南机电职业学校", "440113");
  firm = await givenParty("enterprise", "精密机床厂", "440115");
  association = await givenParty("industry_body", "装备行协", "440115");
  stranger = await givenParty("industry_body", "外市行协", "330100");
  await givenProgramme(school.id, { majorCode: "660103", level: "secondary", name: "数控技术应用" });
  for (let index = 0; index < 8; index += 1)
    await givenPlacement({ school: school.id, host: firm.id, state: "in_progress", pay: null });
  await rebuildIndicators(clockOn("2026-11-01"));
});

describe("a target that was missed", () => {
  it("raises one alert after its day, which its authority answers itself, and never a second one", async () => {
    const common = { intent: "set", indicator: "placements_started", ownerName: "李科长" } as const;
    must(
      await setTarget(city.on("2026-11-01"), {
        ...common,
        goal: 20,
        dueOn: "2026-11-10",
        project: "秋季到岗",
      }),
    );
    must(
      await setTarget(city.on("2026-11-01"), {
        ...common,
        goal: 8,
        dueOn: "2026-11-10",
        project: "已经达到",
      }),
    );
    await raiseAlerts(clockOn("2026-11-10"));
    expect(await alertsOf("target_missed")).toEqual([]);
    await raiseAlerts(clockOn("2026-11-11"));
    const [alert, ...more] = await alertsOf("target_missed");
    expect(more).toEqual([]);
    expect(JSON.parse(alert?.facts ?? "")).toEqual({
      indicator: "placements_started",
      value: "8",
      goal: "20",
      dueOn: "2026-11-10",
      ownerName: "李科长",
    });
    const id = alert?.id ?? "";
    const version = async () => (await read.alert.findUniqueOrThrow({ where: { id } })).version;
    must(
      await orderRectification(city.on("2026-11-12"), id, {
        intent: "order",
        version: await version(),
        text: "说明原因和新的期限",
        dueOn: "2026-12-01",
      }),
    );
    const waits = await waitingAlerts.load(city.on("2026-11-12").actor, "2026-11-12");
    expect(waits.map(({ action }) => action.href)).toContain(`/rectifications/${id}`);
    expect((await alertPage(city.on("2026-11-12"), id, "owner"))?.trace).toBe("/oversight/targets");
    expect((await alertPage(city.on("2026-11-12"), id, "authority"))?.state).toBe("ordered");
    expect(await alertPage(school.on("2026-11-12"), id, "owner")).toBeNull();
    const said = { intent: "answer" as const, version: await version(), text: "改到年底" };
    must(await answerAlert(city.on("2026-11-13"), id, said, null));
    must(await reviewAnswer(city.on("2026-11-14"), id, { intent: "accept", version: await version() }));
    await raiseAlerts(clockOn("2027-03-01"));
    expect(await alertsOf("target_missed")).toHaveLength(1);
  });
});

describe("transfers that alarm", () => {
  it("a window that closed without one application is told once, one that is open or cancelled is not", async () => {
    await givenWindow("window-unused", "2026-11-05");
    await givenWindow("window-opened", "2026-12-20");
    await givenWindow("window-cancel", "2026-11-05", "cancelled");
    await givenWindow("window-oldest", "2025-11-05");
    await raiseAlerts(clockOn("2026-11-15"));
    const found = await alertsOf("transfer_window_unused");
    expect(found.map(({ subjectId, organizationId }) => [subjectId, organizationId])).toEqual([
      ["window-unused", city.id],
    ]);
  });

  it("a school that loses five and a twentieth more than it gains is told, and no longer once it evens out", async () => {
    const general = await givenParty("general_school", "甲中学", "440113");
    for (let index = 0; index < 4; index += 1) await givenMove(school.id, general.id, "2026-10-10");
    await raiseAlerts(clockOn("2026-11-16"));
    expect(await alertsOf("disorderly_flow")).toEqual([]);
    await givenMove(school.id, general.id, "2026-10-11");
    await raiseAlerts(clockOn("2026-11-17"));
    const [alert] = await alertsOf("disorderly_flow");
    expect(JSON.parse(alert?.facts ?? "")).toEqual({ left: 5, came: 0, lost: 5, enrolled: 8 });
    expect(alert?.organizationId).toBe(school.id);
    await givenMove(general.id, school.id, "2026-11-17");
    await raiseAlerts(clockOn("2026-11-18"));
    expect((await alertsOf("disorderly_flow"))[0]?.closeReason).toBe("cause_gone");
  });

  it("stand counted once on the authority's first page", async () => {
    const home = await oversightHome(city.on("2026-11-18"));
    const open = await read.alert.count({ where: { state: "open", regionCode: { startsWith: "4401" } } });
    expect(home.figures.alerts).toBe(open);
    expect(home.waiting.every(({ state }) => state === "open" || state === "answered")).toBe(true);
  });
});

describe("consortia and partnerships by place", () => {
  it("show each member's promises and who is silent, to their own and the authority above alone", async () => {
    const id = await givenConsortium(
      "装备制造共同体",
      [
        { id: association.id, role: "convener", promises: [[6, 6, "2026-10-01"]], active: "2026-11" },
        { id: school.id, role: "lead_school", promises: [[3, 1, "2027-06-01"]] },
        { id: firm.id, role: "lead_enterprise", promises: [[2, 0, "2026-09-01"]], active: "2026-03" },
      ],
      { state: "at_risk", score: 41, reasons: [{ id: "silence", points: -30 }] },
    );
    const own = await consortiumOverseen(association.on("2026-11-20"), id);
    expect(
      own?.members.map(({ standing, promised, delivered, overdue }) => [
        standing,
        promised,
        delivered,
        overdue,
      ]),
    ).toEqual([
      ["moving", 1, 1, 0],
      ["idle", 1, 0, 0],
      ["quiet", 1, 0, 1],
    ]);
    expect([own?.health, own?.silent.map((member) => member.id)]).toEqual(["watch", [firm.id]]);
    expect((await consortiumOverseen(city.on("2026-11-20"), id))?.totals).toMatchObject({
      promised: 3,
      partly: 1,
      delivered: 1,
    });
    expect(await consortiumOverseen(stranger.on("2026-11-20"), id)).toBeNull();
    const none = await consortiaPage(stranger.on("2026-11-20"), new URLSearchParams());
    expect(none.items).toEqual([]);
  });

  it("are counted the same on the map, in the table and in the list, one place at a time", async () => {
    const page = (query: string) => partnershipsPage(city.id, partnershipFilter(new URLSearchParams(query)));
    const all = await page("view=map");
    const watched = all.places.filter(({ watch }) => watch > 0).map(({ code, watch }) => [code, watch]);
    expect(watched).toEqual([
      ["440113", 1],
      ["440115", 1],
    ]);
    expect(all.places.length).toBeGreaterThan(5);
    const one = await page("region=440113&health=watch");
    expect([one.items.length, one.totals.watch, one.within]).toEqual([1, 1, "番禺区"]);
    expect((await page("region=440103")).items).toEqual([]);
    expect((await page("region=330100")).within).toBeNull();
  });
});
