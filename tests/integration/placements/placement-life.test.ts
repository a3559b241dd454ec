import { beforeAll, describe, expect, it } from "vitest";
import { attendance, rubricOn } from "~/placements/assessment-record.server";
import { answerAsEmployer } from "~/placements/commands/answer-as-employer.server";
import { answerHostChange } from "~/placements/commands/answer-host-change.server";
import { answerOutcome } from "~/placements/commands/answer-outcome.server";
import { askGraduatesAgain } from "~/placements/commands/ask-graduates-again.server";
import { confirmWeeks } from "~/placements/commands/confirm-weeks.server";
import { enterPay } from "~/placements/commands/enter-pay.server";
import { evaluateWeeks } from "~/placements/commands/evaluate-weeks.server";
import { followHostChanges } from "~/placements/commands/follow-host-changes.server";
import { proposeHostChange } from "~/placements/commands/propose-host-change.server";
import { raiseConcern } from "~/placements/commands/raise-concern.server";
import { remindConcerns } from "~/placements/commands/remind-concerns.server";
import { remindEmployers } from "~/placements/commands/remind-employers.server";
import { saveRubric } from "~/placements/commands/save-rubric.server";
import { submitWeek } from "~/placements/commands/submit-week.server";
import { PAY_IMPORT } from "~/placements/pay-import.server";
import { employerPage } from "~/placements/queries/employer-request.server";
import { figuresPage } from "~/placements/queries/figures-page.server";
import { hostChangePage } from "~/placements/queries/host-change-page.server";
import { ownWeeks } from "~/placements/queries/own-weeks.server";
import { payMonth } from "~/placements/queries/pay-month.server";
import { systemActor } from "~/platform/command";
import { openField, sealField } from "~/platform/crypto/fields.server";
import { read } from "~/platform/db/client.server";
import { inTransaction } from "~/platform/db/gate.server";
import { newId } from "~/platform/id";
import { fixedClock } from "~/platform/time/clock";
import { givenHost, givenPlace, guardianAgrees, refusedWith } from "~tests/fixtures/applications";
import { BEGAN, givenAtWork } from "~tests/fixtures/at-work";
import { givenOrganization, givenPerson, memberCtx, NOW } from "~tests/fixtures/people";
import { MINOR_BORN } from "~tests/fixtures/students";

type City = Awaited<ReturnType<typeof givenAtWork>>;

const house = (iso = NOW) => ({ actor: systemActor("平台"), clock: fixedClock(iso), requestId: newId() });
const placementOf = (id: string) => read.placement.findUniqueOrThrow({ where: { id } });
const lettersLike = (key: string) => read.delivery.count({ where: { key: { startsWith: key } } });

const workedWeek = async (city: City, index: number) => {
  const { ctx, id } = city.placements[index]!;
  const sent = await submitWeek(ctx, {
    placementId: id,
    monday: BEGAN,
    version: 0,
    minutes: [480, 480, 480, 480, 480, 0, 0],
    night: false,
    lines: "独立完成了十二件轴套的粗车。",
    artefact: null,
  });
  if (!sent.ok) throw new Error(sent.refusal.key);
  const way = { by: "page" as const, actor: city.mentor.actor };
  await confirmWeeks(city.mentor, { way, ids: [sent.value.id], device: "d" });
};

describe.sequential("a change of host", () => {
  let city: City;
  let next: Awaited<ReturnType<typeof givenHost>>;
  let listing = "";
  const propose = (placementId: string, ctx = city.school.ctx, changes = {}) =>
    proposeHostChange(ctx, placementId, {
      listing,
      startsOn: "2026-11-25",
      reason: "safety",
      note: "防护不到位",
      submissionKey: newId(),
      ...changes,
    });
  const changeOf = (placementId: string) =>
    read.hostChange.findFirstOrThrow({ where: { placementId }, orderBy: { askedAt: "desc" } });
  const say = async (
    ctx: Parameters<typeof answerHostChange>[0],
    placementId: string,
    intent: "agree" | "decline" | "withdraw",
  ) => {
    const { id: change, version } = await changeOf(placementId);
    return answerHostChange(ctx, placementId, { change, version, intent, language: "zh-CN" });
  };

  beforeAll(async () => {
    city = await givenAtWork("换岗", 3);
    next = await givenHost("接收机械");
    listing = await givenPlace(next);
    await workedWeek(city, 0);
  });

  it("is proposed by the school alone, for a place that is free, once at a time", async () => {
    const { id, ctx } = city.placements[0]!;
    expect(refusedWith(await propose(id, city.host.ctx))).toBe("errors.forbidden");
    expect(refusedWith(await propose(id, ctx as typeof city.school.ctx))).toBe("errors.forbidden");
    expect(refusedWith(await propose(id, next.ctx))).toBe("errors.notFound");
    const gone = await propose(id, city.school.ctx, { listing: newId() });
    expect(!gone.ok && gone.refusal.fields?.[0]?.field).toBe("listing");
    const past = await propose(id, city.school.ctx, { startsOn: "2026-11-21" });
    expect(!past.ok && past.refusal.fields?.[0]?.field).toBe("startsOn");
    expect((await propose(id)).ok).toBe(true);
    expect(refusedWith(await propose(id))).toBe("placements.errors.notNow");
    expect((await placementOf(id)).state).toBe("in_progress");
  });

  it("is shown to the student with its terms and wording, never to the host", async () => {
    const { id, ctx } = city.placements[0]!;
    const page = await hostChangePage(ctx.actor, id, new Date(NOW), "zh-CN");
    expect([page?.mayAnswer, page?.mayWithdraw, page?.open?.host.name]).toEqual([true, false, "接收机械"]);
    expect(page?.open?.terms?.endsOn).toBe("2027-03-26");
    expect(await hostChangePage(city.host.ctx.actor, id, new Date(NOW), "zh-CN")).toBeNull();
    expect(await hostChangePage(city.mentor.actor, id, new Date(NOW), "zh-CN")).toBeNull();
  });

  it("ends the old placement and prepares the new one on the student's word; weeks and hours stay", async () => {
    const { id, ctx } = city.placements[0]!;
    expect(refusedWith(await say(city.school.ctx, id, "agree"))).toBe("errors.forbidden");
    const { teacherId } = await placementOf(id);
    const agreed = await say(ctx, id, "agree");
    if (!agreed.ok) throw new Error(JSON.stringify(agreed.refusal));
    expect(agreed.value.state).toBe("done");
    const [old, fresh] = [await placementOf(id), await placementOf(agreed.value.placementId ?? "")];
    expect([old.state, old.endReason, old.endNote, old.endedOn]).toEqual([
      "broken",
      "safety",
      null,
      "2026-11-22",
    ]);
    expect(fresh).toMatchObject({
      state: "preparing",
      hostId: next.id,
      continuesId: id,
      teacherId,
      listingId: listing,
    });
    expect((await read.listing.findUniqueOrThrow({ where: { id: listing } })).seatsTaken).toBe(1);
    const track = await read.partnerTrack.findUniqueOrThrow({ where: { organizationId: city.host.id } });
    expect(track.breaks).toBe(1);
    expect(refusedWith(await say(ctx, id, "decline"))).toBe("errors.conflict");
    const worked = await attendance(read, { ...fresh, startedOn: "2027-02-22" });
    expect([worked.daysPresent, worked.weeks]).toEqual([null, expect.any(Number)]);
    const alone = await attendance(read, old);
    expect([alone.basis, alone.daysPresent, alone.hours]).toEqual(["records", 5, 40]);
    expect(worked.weeks).toBeGreaterThan(alone.weeks);
    const weeks = await ownWeeks(ctx.actor, new Date(NOW));
    expect(weeks?.kind === "own" && weeks.placements.map((one) => one.id)).toEqual([id]);
  });

  it("waits for a minor's guardian and is then carried out by itself", async () => {
    const { id, ctx, studentId } = city.placements[1]!;
    const { personId } = await givenPerson("陈伯年", null);
    const guardianId = newId();
    await inTransaction(async (tx) => {
      await tx.student.update({
        where: { id: studentId },
        data: { birthDateSealed: sealField("student.birthDate", MINOR_BORN) },
      });
      await tx.guardian.create({
        data: {
          id: guardianId,
          studentId,
          name: "陈伯年",
          relation: "father",
          personId,
          phoneSealed: sealField("guardian.phone", "13800001111"),
          createdAt: new Date(NOW),
          updatedAt: new Date(NOW),
          version: 1,
        },
      });
    });
    expect((await propose(id)).ok).toBe(true);
    const agreed = await say(ctx, id, "agree");
    expect(agreed.ok && agreed.value).toEqual({ state: "agreed", placementId: null });
    expect(await followHostChanges(house())).toBe(0);
    expect((await placementOf(id)).state).toBe("in_progress");
    expect((await guardianAgrees(personId, studentId, "share_application", next.id)).ok).toBe(true);
    expect(await followHostChanges(house())).toBe(1);
    expect(await followHostChanges(house())).toBe(0);
    expect((await placementOf(id)).state).toBe("broken");
  });

  it("leaves everything as it is when the student declines or the school takes it back", async () => {
    const { id, ctx } = city.placements[2]!;
    await propose(id);
    expect((await say(ctx, id, "decline")).ok).toBe(true);
    await propose(id);
    expect((await say(city.school.ctx, id, "withdraw")).ok).toBe(true);
    expect((await placementOf(id)).state).toBe("in_progress");
    const states = await read.hostChange.findMany({
      where: { placementId: id },
      orderBy: { askedAt: "asc" },
    });
    expect(states.map((one) => one.state).sort()).toEqual(["declined", "withdrawn"]);
  });
});

describe.sequential("a school's rubric", () => {
  let city: City;
  const parts = [
    { name: "报告", by: "school" as const, weight: 40 },
    { name: "技能", by: "host" as const, weight: 60 },
  ];
  const rubric = (changes = {}) => ({
    major: "660103",
    validFrom: "2026-11-22",
    credits: 0.5,
    competences: "识图\n对刀",
    parts,
    ...changes,
  });

  beforeAll(async () => {
    city = await givenAtWork("标准", 1);
  });

  it("is set by the school's acting people for a major it teaches, never for a day past", async () => {
    expect(refusedWith(await saveRubric(city.teacher, rubric()))).toBe("errors.forbidden");
    expect(refusedWith(await saveRubric(city.host.ctx, rubric()))).toBe("errors.forbidden");
    const fieldOf = async (changes: object) => {
      const saved = await saveRubric(city.school.ctx, rubric(changes));
      return saved.ok ? null : saved.refusal.fields?.[0]?.field;
    };
    expect(await fieldOf({ validFrom: "2026-11-21" })).toBe("validFrom");
    expect(await fieldOf({ major: "740201" })).toBe("major");
    expect(await fieldOf({ parts: parts.slice(0, 1) })).toBe("parts[0].weight");
    expect(await fieldOf({})).toBeNull();
  });

  it("is used from its day for its major, before the one of all majors", async () => {
    await saveRubric(city.school.ctx, rubric({ major: "*", validFrom: "2026-11-23", competences: "" }));
    await saveRubric(city.school.ctx, rubric({ validFrom: "2026-12-01", credits: 1 }));
    const on = (majorCode: string, day: string) =>
      rubricOn(read, { schoolId: city.school.id, majorCode }, day);
    expect((await on("660103", "2026-11-21")).id).toBe("house");
    expect(await on("660103", "2026-11-30")).toMatchObject({
      creditsPerWeekCenti: 50,
      competences: ["识图", "对刀"],
    });
    expect((await on("660103", "2026-12-01")).creditsPerWeekCenti).toBe(100);
    expect(await on("740201", "2026-11-30")).toMatchObject({ validFrom: "2026-11-23", competences: [] });
  });
});

describe.sequential("a month's pay from a list", () => {
  const DAY = "2026-12-20T02:00:00.000Z";
  let city: City;
  let numbers: string[] = [];
  const open = async (by: { id: string; personId: string }) => {
    const owner = { organizationId: by.id, personId: by.personId, personName: "办公室" };
    const opened = await PAY_IMPORT.open(owner, {}, fixedClock(DAY), newId());
    if (!opened.ok) throw new Error(opened.refusal.key);
    return opened.value;
  };
  const line = (at: number, cells: Record<string, string>) => ({
    line: at + 2,
    cells: {
      studentNumber: numbers[at] ?? "",
      name: `学生${at + 1}`,
      month: "2026-11",
      paid: "3800",
      paidOn: "2026-12-15",
      ...cells,
    },
  });

  beforeAll(async () => {
    city = await givenAtWork("发放", 3);
    const rows = await read.student.findMany({
      where: { id: { in: city.placements.map((one) => one.studentId) } },
      orderBy: { name: "asc" },
    });
    numbers = rows.map((one) => one.studentNumber);
  });

  it("tells beside each row what is wrong with it", async () => {
    const { judge } = await open(city.host);
    const findings = await judge([
      line(0, {}),
      line(1, { name: "别人" }),
      line(2, { month: "2026-09" }),
      line(0, { studentNumber: "S-none" }),
      line(0, { paidOn: "2026-12-21" }),
      line(0, { paid: "许多" }),
    ]);
    expect(findings.map((one) => one.map(({ field, key }) => `${field}:${key}`).join())).toEqual([
      "",
      "name:pay.errors.otherName",
      "month:pay.errors.month",
      "studentNumber:pay.errors.noStudent",
      "paidOn:pay.errors.future",
      "paid:pay.errors.amount",
    ]);
  });

  it("writes by the same rules as by hand: again is unchanged, another amount replaces it", async () => {
    const { write } = await open(city.host);
    const states = async (cells: Record<string, string>) =>
      (await inTransaction((tx) => write(tx, [line(0, cells)]))).map((one) => one.state);
    expect(await states({})).toEqual(["created"]);
    expect(await states({})).toEqual(["unchanged"]);
    expect(await states({ paid: "3000" })).toEqual(["updated"]);
    const record = await read.payRecord.findFirstOrThrow({ where: { placementId: city.placements[0]!.id } });
    expect([record.paidFen, record.enteredAs, record.dueOn]).toEqual([300_000, "host", "2026-12-15"]);
  });

  it("reaches no placement of another school or host", async () => {
    const other = await givenAtWork("别校", 1);
    const { judge } = await open(other.host);
    expect((await judge([line(0, {})]))[0]?.[0]?.key).toBe("pay.errors.noStudent");
    const viewer = await givenPerson("看客", { organizationId: city.host.id, role: "viewer" });
    const owner = { organizationId: city.host.id, personId: viewer.personId, personName: "看客" };
    const opened = await PAY_IMPORT.open(owner, {}, fixedClock(DAY), newId());
    expect(!opened.ok && opened.refusal.code).toBe("forbidden");
  });

  it("stands on one page for the month, what is wrong first, alike for school and host", async () => {
    const at = new Date(DAY);
    const [bySchool, byHost] = [
      await payMonth(city.school.ctx.actor, "2026-11", at),
      await payMonth(city.host.ctx.actor, "2026-11", at),
    ];
    expect(bySchool?.rows.map((row) => [row.student, row.paidFen, row.problems])).toEqual(
      byHost?.rows.map((row) => [row.student, row.paidFen, row.problems]),
    );
    expect([bySchool?.entered, bySchool?.wrong, bySchool?.rows[0]?.problems.length]).toEqual([1, 3, 1]);
    expect(await payMonth(city.placements[0]!.ctx.actor, "2026-11", at)).toBeNull();
  });

  it("counts in the unit's track record once Monday has found it wrong", async () => {
    await enterPay({ ...city.host.ctx, clock: fixedClock(DAY) }, city.placements[1]!.id, {
      month: "2026-11",
      paid: 100_000,
      paidOn: "2026-12-15",
      payee: "student",
    });
    const trackOf = () => read.partnerTrack.findUnique({ where: { organizationId: city.host.id } });
    expect((await trackOf())?.payFindings ?? 0).toBe(0);
    await evaluateWeeks(house("2026-12-21T01:00:00.000Z"));
    expect((await trackOf())?.payFindings).toBe(2);
  });
});

describe.sequential("a concern nobody answers", () => {
  it("is brought back to the school, then told to the authority, each once", async () => {
    const city = await givenAtWork("催办", 1);
    const bureau = await givenOrganization("authority", "催办教育局");
    const { personId } = await givenPerson("处长", { organizationId: bureau, role: "owner" });
    const { ctx, id: placementId } = city.placements[0]!;
    const way = { by: "page" as const, actor: ctx.actor, placementId };
    const raised = await raiseConcern(ctx, way, { kind: "pay", submissionKey: newId() });
    const id = raised.ok ? raised.value.id : "";
    const authorityOf = async () => (await read.concern.findUniqueOrThrow({ where: { id } })).authorityId;
    const told = await authorityOf();
    await remindConcerns(house("2026-11-22T03:00:00.000Z"));
    expect(await lettersLike(`mail:concern-soon:${id}`)).toBe(0);
    await remindConcerns(house("2026-11-23T15:00:00.000Z"));
    await remindConcerns(house("2026-11-23T16:00:00.000Z"));
    const soon = await read.delivery.findMany({ where: { key: { contains: `concern-soon:${id}` } } });
    expect(soon.map((one) => one.key.endsWith(city.school.personId))).toEqual([true]);
    await remindConcerns(house("2026-11-25T02:00:00.000Z"));
    await remindConcerns(house("2026-11-25T03:00:00.000Z"));
    const late = await read.delivery.findMany({ where: { key: { contains: `concern-late:${id}` } } });
    expect(late).toHaveLength(1);
    const reader = late[0]?.key.split(":").at(-1) ?? "";
    const member = await read.membership.findFirstOrThrow({ where: { personId: reader } });
    expect(member.organizationId).toBe(told);
    expect(await read.delivery.count({ where: { key: { contains: `concern-lateSchool:${id}` } } })).toBe(1);
    expect(personId).not.toBe(city.school.personId);
  });
});

describe.sequential("what an employer is asked", () => {
  let city: City;
  let studentId = "";
  let token = "";
  const on = (day: string) => house(`${day}T02:00:00.000Z`);

  beforeAll(async () => {
    city = await givenAtWork("回访", 2);
    studentId = city.placements[0]!.studentId;
    await inTransaction(async (tx) => {
      await tx.placement.updateMany({
        where: { id: { in: city.placements.map((one) => one.id) } },
        data: { state: "certified", endedOn: "2027-03-26" },
      });
      await tx.student.updateMany({
        where: { id: { in: city.placements.map((one) => one.studentId) } },
        data: { state: "graduated" },
      });
    });
  });

  it("follows the school's question, which leaves the unreachable and the lately asked in peace", async () => {
    const ctx = { ...city.school.ctx, clock: fixedClock("2028-03-01T02:00:00.000Z") };
    const asked = await askGraduatesAgain(ctx, { year: 2027, month: 6 });
    expect(asked.ok && asked.value).toEqual({ asked: 2, unreachable: 0, lately: 0 });
    const again = await askGraduatesAgain(ctx, { year: 2027, month: 6 });
    expect(again.ok && again.value).toEqual({ asked: 0, unreachable: 0, lately: 2 });
    expect(refusedWith(await askGraduatesAgain(ctx, { year: 2027, month: 24 }))).toBe(
      "outcomes.errors.notYetDue",
    );
    const teacher = { ...city.teacher, clock: ctx.clock };
    expect(refusedWith(await askGraduatesAgain(teacher, { year: 2027, month: 6 }))).toBe("errors.forbidden");
  });

  it("is put only about a graduate who says they stayed", async () => {
    const requestOf = (id: string) =>
      read.outcomeRequest.findUniqueOrThrow({ where: { studentId_month: { studentId: id, month: 6 } } });
    const tokenOf = async (id: string) => openField("outcome.token", (await requestOf(id)).tokenSealed);
    const away = city.placements[1]!.studentId;
    const left = await answerOutcome(on("2028-03-02"), await tokenOf(away), {
      destination: "11",
      sameUnit: "no",
    });
    expect(left.ok).toBe(true);
    const stayed = { destination: "11", sameUnit: "yes" as const, region: "440100", satisfaction: 4 };
    const own = await tokenOf(studentId);
    expect((await answerOutcome(on("2028-03-02"), own, stayed)).ok).toBe(true);
    expect((await answerOutcome(on("2028-03-03"), own, stayed)).ok).toBe(true);
    const requests = await read.employerRequest.findMany({ where: { hostId: city.host.id } });
    expect(requests.map((one) => one.studentId)).toEqual([studentId]);
    token = openField("employer.token", requests[0]?.tokenSealed ?? "");
    expect(await read.delivery.count({ where: { key: { contains: `employer:${requests[0]?.id}:1` } } })).toBe(
      1,
    );
  });

  it("changes nothing when it is only opened, and is reminded of once", async () => {
    expect((await employerPage(token, new Date("2028-03-04T02:00:00.000Z")))?.answered).toBe(false);
    expect(await remindEmployers(on("2028-03-10"))).toBe(0);
    expect(await remindEmployers(on("2028-03-17"))).toBe(1);
    expect(await remindEmployers(on("2028-04-10"))).toBe(0);
    expect(await read.graduateOutcome.count({ where: { studentId, source: "employer" } })).toBe(0);
  });

  it("stands beside the graduate's word without losing any of it, and dies with its days", async () => {
    const answer = { employed: true, satisfaction: 5 };
    expect((await answerAsEmployer(on("2028-03-20"), token, answer)).ok).toBe(true);
    const standing = await read.graduateOutcome.findFirstOrThrow({
      where: { studentId, month: 6, stands: true },
    });
    expect(standing).toMatchObject({
      source: "employer",
      destination: "11",
      sameUnit: true,
      regionCode: "440100",
      satisfaction: 4,
      employerSatisfaction: 5,
    });
    expect(refusedWith(await answerAsEmployer(on("2028-06-20"), token, answer))).toBe("outcomes.ask.dead");
    expect(refusedWith(await answerAsEmployer(on("2028-03-20"), "nobody-made-this", answer))).toBe(
      "outcomes.ask.dead",
    );
  });
});

describe("figures by programme", () => {
  it("tell a change of host from a break, and are nobody else's", async () => {
    const school = await read.organization.findFirstOrThrow({ where: { name: "换岗学校" } });
    const member = memberCtx("p", { id: school.id, kind: "school", name: school.name, role: "owner" });
    const page = await figuresPage(member.actor, null);
    expect(page?.figures).toHaveLength(1);
    expect(page?.figures[0]).toMatchObject({ changed: 2, breaks: [], running: 1 });
    expect(await figuresPage(member.actor, newId())).toBeNull();
    const bureau = await givenOrganization("authority", "看数教育局");
    const authority = memberCtx("a", { id: bureau, kind: "authority", name: "看数教育局", role: "owner" });
    const seen = await figuresPage(authority.actor, school.id);
    expect(seen?.figures[0]).toMatchObject({ changed: null, running: null, breaks: [] });
  });
});
