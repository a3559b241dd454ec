import ICAL from "ical.js";
import { beforeAll, describe, expect, it } from "vitest";
import type { MemberCtx, OrganizationKind, Role } from "~/identity/actor";
import { anonymousCtx } from "~/identity/session.server";
import { openField } from "~/platform/crypto/fields.server";
import { read } from "~/platform/db/client.server";
import { inTransaction } from "~/platform/db/gate.server";
import { newId } from "~/platform/id";
import { fixedClock } from "~/platform/time/clock";
import { answerForVisitor } from "~/resources/commands/answer-for-visitor.server";
import { bookSession } from "~/resources/commands/book-session.server";
import { cancelBooking } from "~/resources/commands/cancel-booking.server";
import { cancelSession } from "~/resources/commands/cancel-session.server";
import { changeResource } from "~/resources/commands/change-resource.server";
import { changeResourceState } from "~/resources/commands/change-resource-state.server";
import { createResource } from "~/resources/commands/create-resource.server";
import { forgetVisitors } from "~/resources/commands/forget-visitors.server";
import { openSessions } from "~/resources/commands/open-sessions.server";
import { recordAttendance } from "~/resources/commands/record-attendance.server";
import { recordPaperAnswer } from "~/resources/commands/record-paper-answer.server";
import { setClassList } from "~/resources/commands/set-class-list.server";
import { bookingPage } from "~/resources/queries/booking-page.server";
import { bookingsList } from "~/resources/queries/bookings-list.server";
import { waitingBookings } from "~/resources/queries/bookings-waiting.server";
import { guardianPage } from "~/resources/queries/guardian-page.server";
import { myResources } from "~/resources/queries/my-resources.server";
import { resourcesList } from "~/resources/queries/resources-list.server";
import type { BookingForm, ResourceForm } from "~/resources/schema";
import { sessionCalendar } from "~/resources/session-calendar.server";
import { factsOfTest, givenOrganization, givenPerson, memberCtx } from "~tests/fixtures/people";
import { must } from "~tests/fixtures/transfers";

const NOW = "2026-11-22T02:00:00.000Z";
const TODAY = "2026-11-22";
const DAY = "2026-12-01";
const ON_THE_DAY = "2026-12-01T04:00:00.000Z";

type Party = { id: string; as: (at?: string, role?: Role) => MemberCtx };

const given = async (kind: OrganizationKind, name: string): Promise<Party> => {
  const id = await givenOrganization(kind, name);
  const { personId } = await givenPerson(name, { organizationId: id, role: "owner" });
  return { id, as: (at = NOW, role = "owner") => memberCtx(personId, { id, kind, name, role }, at) };
};

const OFFER: ResourceForm = {
  kind: "experience_day",
  title: "数控车间体验日",
  description: "看数控机床怎样把一块铝变成陀螺，自己做一个带回家。",
  place: "实训楼 2 楼",
  capacity: 40,
  noticeDays: 3,
  minAge: 11,
  safetyNotice: "穿运动鞋，长发束起。\n车间内听从指导教师安排。",
};

const share = async (owner: Party, changes: Partial<ResourceForm> = {}) => {
  const { id } = must(await createResource(owner.as(), { ...OFFER, ...changes }));
  must(await openSessions(owner.as(), id, { from: DAY, to: DAY, begins: 540, ends: 690 }));
  const slot = await read.resourceSlot.findFirstOrThrow({ where: { resourceId: id } });
  return { id, slot: slot.id };
};

const group = (slot: string, changes: Partial<BookingForm> = {}): BookingForm => ({
  slot,
  groupName: "初一(3)班",
  people: 20,
  adults: 2,
  youngest: 12,
  oldest: 14,
  contact: "周老师 13800000000",
  ...changes,
});

const takenOf = async (slot: string) =>
  (await read.resourceSlot.findUniqueOrThrow({ where: { id: slot } })).taken;
const versionOf = async (id: string) =>
  (await read.resourceBooking.findUniqueOrThrow({ where: { id } })).version;
const keyOf = (done: { ok: boolean } & Record<string, unknown>) => {
  const refusal = done.refusal as { key: string; fields?: { key: string }[] } | undefined;
  return refusal?.fields?.[0]?.key ?? refusal?.key;
};

let owner: Party;
let school: Party;
let other: Party;

beforeAll(async () => {
  owner = await given("school", "甲职校");
  school = await given("general_school", "乙初中");
  other = await given("general_school", "丙初中");
});

describe("booking", () => {
  it("gives the last seats to one of two who ask at once", async () => {
    const { id, slot } = await share(owner);
    const asked = [school, other].map((who) => bookSession(who.as(), id, group(slot, { people: 30 })));
    const done = await Promise.all(asked);
    expect(done.filter((one) => one.ok)).toHaveLength(1);
    expect(done.map(keyOf)).toContain("resources.errors.full");
    expect(await takenOf(slot)).toBe(30);
  });

  it("never fills a session beyond its seats, however many ask", async () => {
    const { id, slot } = await share(owner);
    const asks = Array.from({ length: 12 }, (_, index) =>
      bookSession(school.as(), id, group(slot, { groupName: `第${index}组`, people: 7, adults: 1 })),
    );
    const done = await Promise.all(asks);
    expect(done.filter((one) => one.ok)).toHaveLength(5);
    expect(await takenOf(slot)).toBe(35);
    const overfull = inTransaction((tx) =>
      tx.resourceSlot.update({ where: { id: slot }, data: { taken: 41 } }),
    );
    await expect(overfull).rejects.toThrow();
  });

  it("gives the whole session to one where it is booked whole", async () => {
    const { id, slot } = await share(owner, { kind: "laboratory", exclusive: true });
    must(await bookSession(school.as(), id, group(slot, { people: 5, adults: 1 })));
    expect(await takenOf(slot)).toBe(40);
    expect(keyOf(await bookSession(other.as(), id, group(slot)))).toBe("resources.errors.takenWhole");
  });

  it("is one booking when its form is sent twice, and refuses the same group again", async () => {
    const { id, slot } = await share(owner);
    const form = group(slot, { submissionKey: newId() });
    const first = must(await bookSession(school.as(), id, form));
    expect(must(await bookSession(school.as(), id, form)).id).toBe(first.id);
    expect(await takenOf(slot)).toBe(20);
    expect(keyOf(await bookSession(school.as(), id, group(slot)))).toBe("resources.errors.sameGroup");
  });

  it("refuses who may not, one's own, what is closed, and what is too late", async () => {
    const { id, slot } = await share(owner);
    expect(keyOf(await bookSession(school.as(NOW, "viewer"), id, group(slot)))).toBe("resources.errors.role");
    expect(keyOf(await bookSession(owner.as(), id, group(slot)))).toBe("resources.errors.own");
    expect(keyOf(await bookSession(school.as("2026-11-29T02:00:00.000Z"), id, group(slot)))).toBe(
      "resources.errors.tooLate",
    );
    expect(keyOf(await changeResourceState(school.as(), id, { version: 1, state: "closed" }))).toBe(
      "errors.notFound",
    );
    must(await changeResourceState(owner.as(), id, { version: 1, state: "closed" }));
    expect(keyOf(await bookSession(school.as(), id, group(slot)))).toBe("resources.errors.notOpen");
  });

  it("follows corrected terms from then on, and the owner's version alone", async () => {
    const { id, slot } = await share(owner);
    const change = { ...OFFER, version: 1, minAge: 13, noticeDays: 20 };
    expect(keyOf(await changeResource(school.as(), id, change))).toBe("errors.notFound");
    expect(keyOf(await changeResource(owner.as(NOW, "viewer"), id, change))).toBe("resources.errors.role");
    must(await changeResource(owner.as(), id, change));
    expect(keyOf(await changeResource(owner.as(), id, change))).toBe("errors.conflict");
    expect(keyOf(await bookSession(school.as(), id, group(slot)))).toBe("resources.errors.tooLate");
  });

  it("frees the seats when cancelled, tells the other side, and ends on the day", async () => {
    const { id, slot } = await share(owner);
    const booking = must(await bookSession(school.as(), id, group(slot)));
    expect(keyOf(await cancelBooking(other.as(), booking.id, { version: 1, reason: "不是我们" }))).toBe(
      "errors.notFound",
    );
    const late = await cancelBooking(school.as(ON_THE_DAY), booking.id, { version: 1, reason: "下雨" });
    expect(keyOf(late)).toBe("resources.errors.cancelOver");
    must(await cancelBooking(school.as(), booking.id, { version: 1, reason: "期中考试改期" }));
    expect(await takenOf(slot)).toBe(0);
    const mails = await read.delivery.count({
      where: { key: { startsWith: `mail:resource-cancelled:${booking.id}` } },
    });
    expect(mails).toBe(1);
    must(await bookSession(school.as(), id, group(slot)));
  });

  it("ends every booking of a session called off, with the reason", async () => {
    const { id, slot } = await share(owner);
    const one = must(await bookSession(school.as(), id, group(slot)));
    const { version } = await read.resourceSlot.findUniqueOrThrow({ where: { id: slot } });
    const off = must(await cancelSession(owner.as(), id, { slot, version, reason: "设备检修" }));
    expect(off.bookings).toBe(1);
    const page = await bookingPage(school.as(), one.id);
    expect(page).toMatchObject({ state: "cancelled", cancelledBy: "owner", reason: "设备检修" });
    expect(keyOf(await bookSession(other.as(), id, group(slot)))).toBe("resources.errors.notOpen");
  });

  it("plans no session over another", async () => {
    const { id } = await share(owner);
    const plan = { from: DAY, to: "2026-12-03", begins: 600, ends: 720 };
    expect(must(await openSessions(owner.as(), id, plan))).toEqual({ opened: 2, skipped: 1 });
    expect(keyOf(await openSessions(owner.as(), id, plan))).toBe("resources.errors.allOverlap");
    const past = { ...plan, from: "2026-11-01" };
    expect(keyOf(await openSessions(owner.as(), id, past))).toBe("resources.errors.past");
  });
});

describe("children under 14", () => {
  const tokenOf = (sealed: string | null) => openField("resourceVisitor.token", sealed ?? "");

  it("take part with a guardian's own yes or a paper slip, and the host learns names on the day", async () => {
    const { id, slot } = await share(owner);
    const booking = must(await bookSession(school.as(), id, group(slot, { people: 4, adults: 1 })));
    const waits = await waitingBookings.load(school.as().actor, TODAY);
    expect(waits.map((item) => item.id)).toContain(`resource-list:${booking.id}`);
    const list = { version: 1, list: "陈小雨 12\n李明 13\n王芳 13\n赵磊 14" };
    expect(must(await setClassList(school.as(), booking.id, list))).toEqual({ names: 4, guardians: 3 });
    const [rain, ming, fang, lei] = await read.resourceVisitor.findMany({
      where: { bookingId: booking.id },
      orderBy: { position: "asc" },
    });
    expect(lei!.tokenHash).toBeNull();
    const hidden = await bookingPage(owner.as(), booking.id);
    expect(hidden?.visitors.map((one) => one.name)).toEqual([null, null, null, null]);
    expect(hidden?.visitors.every((one) => one.link === null)).toBe(true);

    const anybody = { ...anonymousCtx(factsOfTest()), clock: fixedClock(NOW) };
    const yes = { language: "zh-CN", guardian: "陈伯年", relation: "father" } as const;
    const answer = { ...yes, token: tokenOf(rain!.tokenSealed), answer: "given" as const };
    expect(keyOf(await answerForVisitor(anybody, { ...answer, token: "nobody" }))).toBe("errors.notFound");
    must(await answerForVisitor(anybody, answer));
    must(
      await answerForVisitor(anybody, { ...answer, token: tokenOf(ming!.tokenSealed), answer: "refused" }),
    );
    const shown = await guardianPage(answer.token, "zh-CN", TODAY);
    expect(shown).toMatchObject({ answer: "given", open: true });
    expect(shown?.wording.heading).toContain("陈小雨");
    expect(shown?.wording.safety).toHaveLength(2);
    const stored = await read.resourceVisitor.findUniqueOrThrow({ where: { id: rain!.id } });
    expect(stored.wordingHash).toMatch(/^[0-9a-f]{64}$/);
    expect(JSON.stringify(stored)).not.toContain("陈");

    const slip = { version: await versionOf(booking.id), visitor: ming!.id, guardian: "李父" };
    expect(keyOf(await recordPaperAnswer(school.as(), booking.id, slip))).toBe("resources.errors.answered");
    must(await recordPaperAnswer(school.as(), booking.id, { ...slip, visitor: fang!.id }));

    const version = await versionOf(booking.id);
    const all = [rain!, fang!, lei!].map((one) => one.id);
    expect(keyOf(await recordAttendance(owner.as(), booking.id, { version, visitors: all }))).toBe(
      "resources.errors.notYet",
    );
    const late = { ...anybody, clock: fixedClock(ON_THE_DAY) };
    expect(keyOf(await answerForVisitor(late, answer))).toBe("resources.errors.answerOver");
    const today = owner.as(ON_THE_DAY);
    const smuggled = await recordAttendance(today, booking.id, { version, visitors: [...all, ming!.id] });
    expect(keyOf(smuggled)).toBe("resources.errors.noGuardianWord");
    expect(must(await recordAttendance(today, booking.id, { version, visitors: all })).came).toBe(3);
    const page = await bookingPage(today, booking.id);
    expect(page).toMatchObject({ state: "held", came: 3, namesShown: true });
    expect(page?.visitors[0]?.name).toBe("陈小雨");

    const after = { ...today, clock: fixedClock("2027-03-15T02:00:00.000Z") };
    expect(await forgetVisitors({ ...after, clock: fixedClock("2027-02-27T02:00:00.000Z") })).toBe(0);
    expect(await forgetVisitors(after)).toBe(4);
    expect((await bookingPage(today, booking.id))?.came).toBe(3);
  });

  it("keep a guardian's answer when the list changes, and lose it with the name", async () => {
    const { id, slot } = await share(owner);
    const booking = must(await bookSession(school.as(), id, group(slot, { people: 3, adults: 1 })));
    must(await setClassList(school.as(), booking.id, { version: 1, list: "陈小雨 12\n李明 13" }));
    const [rain] = await read.resourceVisitor.findMany({
      where: { bookingId: booking.id },
      orderBy: { position: "asc" },
    });
    const slip = { version: 2, visitor: rain!.id, guardian: "陈伯年" };
    must(await recordPaperAnswer(school.as(), booking.id, slip));
    const stale = await setClassList(school.as(), booking.id, { version: 2, list: "李明 13" });
    expect(keyOf(stale)).toBe("errors.conflict");
    must(await setClassList(school.as(), booking.id, { version: 3, list: "李明 13\n陈小雨 12\n王芳 13" }));
    const page = await bookingPage(school.as(), booking.id);
    expect(page?.visitors.map(({ name, answer }) => [name, answer])).toEqual([
      ["李明", null],
      ["陈小雨", "given"],
      ["王芳", null],
    ]);
    const wrong = await setClassList(school.as(), booking.id, { version: 4, list: "李明 9" });
    expect(keyOf(wrong)).toBe("resources.errors.listAge");
    const host = await setClassList(owner.as(), booking.id, { version: 4, list: "李明 13" });
    expect(keyOf(host)).toBe("resources.errors.otherSide");
  });

  it("cannot be counted without a list; a group of 14 and older can", async () => {
    const { id, slot } = await share(owner);
    const young = must(await bookSession(school.as(), id, group(slot)));
    const older = { youngest: 14, oldest: 15, adults: 0, groupName: "初三(1)班" };
    const grown = must(await bookSession(other.as(), id, group(slot, older)));
    const today = owner.as(ON_THE_DAY);
    const asked = { version: 1, visitors: [], came: 18 };
    expect(keyOf(await recordAttendance(today, young.id, asked))).toBe("resources.errors.listNeeded");
    expect(keyOf(await recordAttendance(today, grown.id, { ...asked, came: 21 }))).toBe(
      "resources.errors.moreThanBooked",
    );
    expect(must(await recordAttendance(today, grown.id, asked)).came).toBe(18);
  });
});

describe("what is read", () => {
  it("finds resources by kind, age and a day with seats", async () => {
    const lab = await share(owner, { kind: "laboratory", minAge: 16, maxAge: 18 });
    const found = async (query: Parameters<typeof resourcesList>[0]) =>
      (await resourcesList(query, TODAY)).resources.map((one) => one.id);
    expect(await found({ kind: "laboratory", age: 17 })).toContain(lab.id);
    expect(await found({ kind: "laboratory", age: 12 })).not.toContain(lab.id);
    expect(await found({ kind: "laboratory", day: DAY })).toContain(lab.id);
    expect(await found({ kind: "laboratory", day: "2026-12-02" })).not.toContain(lab.id);
    expect(await found({ kind: "course" })).toEqual([]);
  });

  it("counts use and the hours of teachers for both schools", async () => {
    const lender = await given("school", "丁职校");
    const borrower = await given("general_school", "戊中学");
    const { id, slot } = await share(lender, { kind: "teacher", minAge: undefined });
    const asked = { youngest: 15, oldest: 17, adults: 0 };
    const booking = must(await bookSession(borrower.as(), id, group(slot, asked)));
    must(await recordAttendance(lender.as(ON_THE_DAY), booking.id, { version: 1, visitors: [], came: 19 }));
    const later = "2026-12-05T02:00:00.000Z";
    const lent = await myResources(lender.as(later));
    expect(lent.hours).toMatchObject([{ partner: "戊中学", lentMinutes: 150, borrowedMinutes: 0 }]);
    expect(lent.resources[0]?.use).toMatchObject({ hoursBp: 10_000, seats: 40, taken: 40, came: 19 });
    const borrowed = await myResources(borrower.as(later));
    expect(borrowed.hours).toMatchObject([{ partner: "丁职校", lentMinutes: 0, borrowedMinutes: 150 }]);
    const made = await bookingsList(borrower.as(later), "made", null);
    expect(made.bookings).toMatchObject([{ id: booking.id, state: "held", other: "丁职校", day: DAY }]);
    expect((await bookingsList(lender.as(later), "received", null)).bookings).toHaveLength(1);
  });

  it("is read by calendar programs at the right hour, called off or not", () => {
    const session = {
      id: "session-1",
      day: DAY,
      fromMinute: 540,
      toMinute: 690,
      cancelled: false,
      sequence: 2,
      summary: "数控车间体验日（余 3 / 40）",
      description: "甲职校",
      location: "实训楼 2 楼",
      url: "https://bridge.example/resources/1",
    };
    const text = sessionCalendar({
      name: "数控车间体验日",
      language: "zh-CN",
      now: new Date(NOW),
      sessions: [session, { ...session, id: "session-2", cancelled: true }],
    });
    const calendar = new ICAL.Component(ICAL.parse(text));
    const [first, second] = calendar.getAllSubcomponents("vevent").map((one) => new ICAL.Event(one));
    expect(first?.uid).toBe("session-1@chanjiao-bridge");
    expect(first?.startDate.toJSDate().toISOString()).toBe("2026-12-01T01:00:00.000Z");
    expect(first?.endDate.toJSDate().toISOString()).toBe("2026-12-01T03:30:00.000Z");
    expect(first?.summary).toBe(session.summary);
    expect(first?.component.getFirstPropertyValue("status")).toBe("CONFIRMED");
    expect(second?.component.getFirstPropertyValue("status")).toBe("CANCELLED");
  });
});
