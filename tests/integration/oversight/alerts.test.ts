import { beforeAll, describe, expect, it } from "vitest";
import type { MemberCtx } from "~/identity/actor";
import { answerAlert } from "~/oversight/commands/answer-alert.server";
import { dismissAlert } from "~/oversight/commands/dismiss-alert.server";
import { escalateAlerts } from "~/oversight/commands/escalate-alerts.server";
import { orderRectification } from "~/oversight/commands/order-rectification.server";
import { raiseAlerts } from "~/oversight/commands/raise-alerts.server";
import { reviewAnswer } from "~/oversight/commands/review-answer.server";
import { alertPage } from "~/oversight/queries/alert-page.server";
import { alertsInRegion, ownRectifications, waitingAlerts } from "~/oversight/queries/alerts.server";
import { read } from "~/platform/db/client.server";
import { inTransaction } from "~/platform/db/gate.server";
import { fixedClock } from "~/platform/time/clock";
import { givenOrganization, givenPerson, memberCtx } from "~tests/fixtures/people";

const at = (day: string) => `${day}T02:00:00.000Z`;
const clockOn = (day: string) => fixedClock(at(day));

type Party = { id: string; on: (day: string) => MemberCtx };

const givenParty = async (
  kind: "authority" | "enterprise",
  name: string,
  regionCode: string,
): Promise<Party> => {
  const id = await givenOrganization(kind, name, { regionCode });
  const { personId } = await givenPerson(name, { organizationId: id, role: "owner" });
  return { id, on: (day) => memberCtx(personId, { id, kind, name, role: "owner" }, at(day)) };
};

let city: Party;
let province: Party;
let elsewhere: Party;
let firm: Party;

const silent = (organizationId: string, silentInRow: number) =>
  inTransaction((tx) =>
    tx.replyRecord.upsert({
      where: { organizationId },
      create: { organizationId, due: 5, answered: 1, hours: 10, silentInRow },
      update: { silentInRow },
    }),
  );

const rowOf = (organizationId: string) =>
  read.alert.findFirstOrThrow({ where: { organizationId }, orderBy: { createdAt: "desc" } });

const must = <T>(result: { ok: true; value: T } | { ok: false; refusal: { key: string } }): T => {
  if (!result.ok) throw new Error(`refused: ${result.refusal.key}`);
  return result.value;
};

beforeAll(async () => {
  city = await givenParty("authority", "市教育局", "440100");
  province = await givenParty("authority", "省教育厅", "440000");
  elsewhere = await givenParty("authority", "外市教育局", "330100");
  firm = await givenParty("enterprise", "久不答复厂", "440113");
  await silent(firm.id, 4);
});

describe("an alert", () => {
  it("is raised once with its facts, shown to the authorities it lies under and to no other", async () => {
    expect(await raiseAlerts(clockOn("2026-11-01"))).toEqual({ raised: 1, closed: 0 });
    expect((await raiseAlerts(clockOn("2026-11-02"))).raised).toBe(0);
    const alert = await rowOf(firm.id);
    expect(JSON.parse(alert.facts)).toEqual({ silentInRow: 4, due: 5, answered: 1 });
    const seenBy = async (party: Party) =>
      (await alertsInRegion(party.on("2026-11-02"), { state: null, after: null })).items.length;
    expect(await seenBy(city)).toBe(1);
    expect(await seenBy(province)).toBe(1);
    expect(await seenBy(elsewhere)).toBe(0);
    expect(await alertPage(elsewhere.on("2026-11-02"), alert.id, "authority")).toBeNull();
    expect(await alertPage(firm.on("2026-11-02"), alert.id, "owner")).toBeNull();
  });

  it("goes from order to answer, back once, and is closed by the accepted answer", async () => {
    const { id } = await rowOf(firm.id);
    const version = async () => (await rowOf(firm.id)).version;
    const order = {
      intent: "order" as const,
      version: await version(),
      text: "答复等待的对接",
      dueOn: "2026-11-20",
    };
    const refused = await orderRectification(elsewhere.on("2026-11-03"), id, order);
    expect(refused.ok ? "" : refused.refusal.code).toBe("not_found");
    const late = await orderRectification(city.on("2026-11-03"), id, { ...order, dueOn: "2026-11-03" });
    expect(late.ok ? [] : late.refusal.fields?.map(({ field }) => field)).toEqual(["dueOn"]);
    must(await orderRectification(city.on("2026-11-03"), id, order));
    const again = await orderRectification(province.on("2026-11-03"), id, order);
    expect(again.ok ? "" : again.refusal.key).toBe("alerts.errors.state");

    expect((await ownRectifications(firm.on("2026-11-04"), { state: null, after: null })).items).toHaveLength(
      1,
    );
    const waits = await waitingAlerts.load(firm.on("2026-11-04").actor, "2026-11-04");
    expect(waits.map(({ due, action }) => [due, action.href])).toEqual([
      ["2026-11-20", `/rectifications/${id}`],
    ]);

    const answer = async (text: string, day: string) =>
      answerAlert(firm.on(day), id, { intent: "answer", version: await version(), text }, null);
    must(await answer("已答复两条", "2026-11-05"));
    must(
      await reviewAnswer(city.on("2026-11-06"), id, {
        intent: "return",
        version: await version(),
        note: "还有两条",
        dueOn: "2026-11-27",
      }),
    );
    must(await answer("全部答复", "2026-11-09"));
    must(await reviewAnswer(city.on("2026-11-10"), id, { intent: "accept", version: await version() }));

    const page = await alertPage(firm.on("2026-11-10"), id, "owner");
    expect(page?.state).toBe("closed");
    expect(page?.replies.map(({ decision }) => decision)).toEqual(["accepted", "returned"]);
    expect(page?.events.map(({ name }) => name).reverse()).toEqual([
      "alert.raised",
      "alert.ordered",
      "alert.answered",
      "alert.returned",
      "alert.answered",
      "alert.accepted",
    ]);
    const letters = await read.delivery.findMany({ where: { kind: "mail", key: { contains: "alert-" } } });
    expect(letters.length).toBeGreaterThanOrEqual(5);
  });

  it("is not raised again while an accepted plan has its thirty days, and is after them", async () => {
    expect((await raiseAlerts(clockOn("2026-11-20"))).raised).toBe(0);
    expect((await raiseAlerts(clockOn("2026-12-11"))).raised).toBe(1);
  });

  it("closes itself when its cause is gone, and says so", async () => {
    const { id } = await rowOf(firm.id);
    await silent(firm.id, 0);
    expect((await raiseAlerts(clockOn("2026-12-12"))).closed).toBe(1);
    const alert = await read.alert.findUniqueOrThrow({ where: { id } });
    expect([alert.state, alert.closeReason]).toEqual(["closed", "cause_gone"]);
    const told = await read.event.findFirst({ where: { subjectId: id, name: "alert.vanished" } });
    expect(told).not.toBeNull();
  });

  it("stays dismissed while its cause lasts, and comes back when it returns after being gone", async () => {
    await silent(firm.id, 3);
    await raiseAlerts(clockOn("2026-12-20"));
    const { id, version } = await rowOf(firm.id);
    const note = "企业停产检修，已说明";
    const nobody = await dismissAlert(firm.on("2026-12-20"), id, { intent: "dismiss", version, note });
    expect(nobody.ok ? "" : nobody.refusal.code).toBe("forbidden");
    must(await dismissAlert(city.on("2026-12-20"), id, { intent: "dismiss", version, note }));
    for (const day of ["2026-12-21", "2026-12-22", "2026-12-23"]) {
      expect((await raiseAlerts(clockOn(day))).raised).toBe(0);
    }
    await silent(firm.id, 0);
    await raiseAlerts(clockOn("2026-12-28"));
    await silent(firm.id, 3);
    expect((await raiseAlerts(clockOn("2026-12-29"))).raised).toBe(1);
  });

  it("is passed on when nobody orders: first to the authority again, then to the one above", async () => {
    const { id } = await rowOf(firm.id);
    expect(await escalateAlerts(clockOn("2027-01-20"))).toBe(0);
    expect(await escalateAlerts(clockOn("2027-01-29"))).toBe(1);
    expect(await escalateAlerts(clockOn("2027-01-29"))).toBe(0);
    expect(await escalateAlerts(clockOn("2027-03-01"))).toBe(1);
    expect(await escalateAlerts(clockOn("2027-06-01"))).toBe(0);
    const told = await read.event.findMany({
      where: { subjectId: id, name: "alert.escalated" },
      orderBy: { sequence: "asc" },
    });
    expect(told.map(({ payload }) => JSON.parse(payload).level)).toEqual([1, 2]);
  });

  it("refuses a decision on a version somebody else has changed", async () => {
    const { id, version } = await rowOf(firm.id);
    const stale = await dismissAlert(city.on("2027-03-02"), id, {
      intent: "dismiss",
      version: version - 1,
      note: "晚了",
    });
    expect(stale.ok ? "" : stale.refusal.code).toBe("conflict");
  });
});
