import { beforeAll, describe, expect, it } from "vitest";
import { addStudents } from "~/articulation/commands/add-students.server";
import { answerPathway } from "~/articulation/commands/answer-pathway.server";
import { changeCohort } from "~/articulation/commands/change-cohort.server";
import { changePlan } from "~/articulation/commands/change-plan.server";
import { createPathway } from "~/articulation/commands/create-pathway.server";
import { decidePathway } from "~/articulation/commands/decide-pathway.server";
import { enterResults } from "~/articulation/commands/enter-results.server";
import { movePathway } from "~/articulation/commands/move-pathway.server";
import { openCohort } from "~/articulation/commands/open-cohort.server";
import { recordLeaving } from "~/articulation/commands/record-leaving.server";
import { cohortPage } from "~/articulation/queries/cohort-page.server";
import { openPathways } from "~/articulation/queries/open-pathways.server";
import { pathwayPage } from "~/articulation/queries/pathway-page.server";
import { pathwaysList } from "~/articulation/queries/pathways-list.server";
import { waitingPathways } from "~/articulation/queries/pathways-waiting.server";
import { RESULT_IMPORT } from "~/articulation/result-import.server";
import { read } from "~/platform/db/client.server";
import { inTransaction } from "~/platform/db/gate.server";
import { checkChain } from "~/platform/events/history.server";
import { newId } from "~/platform/id";
import type { Result } from "~/platform/result";
import { fixedClock } from "~/platform/time/clock";
import { FOUNDED, givenPathway, givenPathwayCity, givenRoll, planOf } from "~tests/fixtures/pathways";
import { givenPerson, personCtx } from "~tests/fixtures/people";
import { must, speak } from "~tests/fixtures/transfers";

const ALL = { after: null, open: false };
const NOBODY = "019aa000-0000-7000-8000-000000000000";
const versionOf = async (id: string) =>
  (await read.articulationPathway.findUniqueOrThrow({ where: { id } })).version;
const refusalOf = (done: Result<unknown>) => {
  if (done.ok) throw new Error("nothing was refused");
  return done.refusal;
};
const fieldsOf = (done: Result<unknown>) => (refusalOf(done).fields ?? []).map((one) => [one.field, one.key]);

let city: Awaited<ReturnType<typeof givenPathwayCity>>;
beforeAll(async () => {
  city = await givenPathwayCity();
});

describe("founding a pathway", () => {
  it("makes one draft however often it is sent, seen by nobody else", async () => {
    const asked = {
      submissionKey: newId(),
      kind: "three_two" as const,
      title: "数控 3+2",
      agreement: city.agreementId,
      firstIntake: 2026,
    };
    const first = must(await createPathway(speak(city.school, FOUNDED), asked));
    const second = must(await createPathway(speak(city.school, FOUNDED), asked));
    expect(second.id).toBe(first.id);
    expect(await pathwayPage(speak(city.school, FOUNDED), first.id)).not.toBeNull();
    expect(await pathwayPage(speak(city.college, FOUNDED), first.id)).toBeNull();
    expect(await pathwayPage(speak(city.authority, FOUNDED), first.id)).toBeNull();
  });

  it("refuses an agreement of others and kinds of organization that do not teach", async () => {
    const asked = {
      kind: "three_two" as const,
      title: "数控 3+2",
      agreement: city.agreementId,
      firstIntake: 2026,
    };
    expect(fieldsOf(await createPathway(speak(city.stranger, FOUNDED), asked))).toEqual([
      ["agreement", "articulation.errors.agreementUnknown"],
    ]);
    expect(refusalOf(await createPathway(speak(city.authority, FOUNDED), asked)).code).toBe("forbidden");
  });

  it("says what the plan lacks and does not propose it unfinished", async () => {
    const founder = speak(city.school, FOUNDED);
    const { id } = must(
      await createPathway(founder, { kind: "three_two", title: "数控 3+2", firstIntake: 2026 }),
    );
    const page = await pathwayPage(founder, id);
    expect(page?.gaps.map((gap) => gap.key)).toContain("articulation.gap.agreement");
    const done = await movePathway(founder, id, { version: 1, action: "propose" });
    expect(refusalOf(done)).toMatchObject({ code: "blocked", key: "articulation.errors.planIncomplete" });
  });

  it("refuses majors, schools and days that do not exist, each beside its field", async () => {
    const founder = speak(city.school, FOUNDED);
    const id = await givenPathway(city, "draft");
    const plan = planOf(city, await versionOf(id));
    const wrong = {
      ...plan,
      stages: [
        { school: city.stranger.id, major: "不存在的专业", quota: 40 },
        { school: city.college.id, major: "460103", quota: 36 },
      ],
      examMonth: 2,
      examDate: 30,
      parts: [{ weight: 10_000 }],
    };
    expect(
      fieldsOf(await changePlan(founder, id, wrong))
        .map(([field]) => field)
        .sort(),
    ).toEqual(["examDate", "parts[0].name", "stages[0].major", "stages[0].school"]);
    expect(refusalOf(await changePlan(founder, id, { ...plan, version: 1 })).code).toBe("conflict");
    expect(refusalOf(await changePlan(speak(city.college, FOUNDED), id, plan)).code).toBe("not_found");
  });
});

describe("from the proposal to the filing number", () => {
  it("goes to the authority once every partner confirmed, and runs with its filing number", async () => {
    const id = await givenPathway(city, "running");
    const page = await pathwayPage(speak(city.college, FOUNDED), id);
    expect(page).toMatchObject({
      state: "running",
      filingNumber: "教职成备〔2026〕1号",
      approvedBy: "市教育局",
      runs: true,
    });
    expect(page?.hint).toMatchObject({ sameFamily: true });
    expect(await checkChain("articulationPathway", id)).toEqual({ intact: true });
    const open = await openPathways({ q: "数控" });
    expect(open.pathways.map((one) => one.id)).toContain(id);
    expect(JSON.stringify(open)).not.toContain("reason");
  });

  it("is the partner's word: not the founder's, not a stranger's, not twice", async () => {
    const id = await givenPathway(city, "proposed");
    const answer = { version: await versionOf(id), outcome: "confirm" as const };
    expect(refusalOf(await answerPathway(speak(city.school, FOUNDED), id, answer)).code).toBe("forbidden");
    expect(refusalOf(await answerPathway(speak(city.stranger, FOUNDED), id, answer)).code).toBe("not_found");
    must(await answerPathway(speak(city.college, FOUNDED), id, answer));
    expect(refusalOf(await answerPathway(speak(city.college, FOUNDED), id, answer)).code).toBe("conflict");
  });

  it("becomes a draft again with a decline, whose reason the founder reads, and every word is asked anew", async () => {
    const id = await givenPathway(city, "proposed");
    const college = speak(city.college, FOUNDED);
    const version = await versionOf(id);
    expect(fieldsOf(await answerPathway(college, id, { version, outcome: "decline" }))).toEqual([
      ["reason", "articulation.errors.reason"],
    ]);
    must(await answerPathway(college, id, { version, outcome: "decline", reason: "名额太多" }));
    const page = await pathwayPage(speak(city.school, FOUNDED), id);
    expect(page).toMatchObject({ state: "draft", reason: "名额太多" });
    must(
      await movePathway(speak(city.school, FOUNDED), id, { version: await versionOf(id), action: "propose" }),
    );
    const again = await answerPathway(college, id, { version: await versionOf(id), outcome: "confirm" });
    expect(must(again).state).toBe("confirmed");
  });

  it("is approved only by the authority of the region and with a filing number", async () => {
    const id = await givenPathway(city, "confirmed");
    const authority = speak(city.authority, FOUNDED);
    const version = await versionOf(id);
    expect(fieldsOf(await decidePathway(authority, id, { version, outcome: "approve" }))).toEqual([
      ["filingNumber", "articulation.errors.filingNumber"],
    ]);
    const strange = await decidePathway(speak(city.college, FOUNDED), id, {
      version,
      outcome: "approve",
      filingNumber: "一号",
    });
    expect(refusalOf(strange).code).toBe("forbidden");
    must(await decidePathway(authority, id, { version, outcome: "giveBack", reason: "写明衔接课程" }));
    expect((await pathwayPage(speak(city.school, FOUNDED), id))?.state).toBe("draft");
  });

  it("does not move on when the agreement beneath has ended meanwhile", async () => {
    const id = await givenPathway(city, "approved");
    await inTransaction((tx) =>
      tx.agreement.update({ where: { id: city.agreementId }, data: { state: "suspended" } }),
    );
    const done = await movePathway(speak(city.school, FOUNDED), id, {
      version: await versionOf(id),
      action: "start",
    });
    await inTransaction((tx) =>
      tx.agreement.update({ where: { id: city.agreementId }, data: { state: "active" } }),
    );
    expect(refusalOf(done)).toMatchObject({ key: "articulation.errors.agreementNotRunning" });
  });

  it("waits for the partner, then for the authority, then for the founder", async () => {
    const id = await givenPathway(city, "proposed");
    const waits = async (who: typeof city.school) =>
      (await waitingPathways.load(speak(who, FOUNDED).actor, "2026-11-10"))
        .filter((item) => item.action.href === `/pathways/${id}`)
        .map((item) => item.title.key);
    expect(await waits(city.college)).toEqual(["articulation.waits.confirm"]);
    must(
      await answerPathway(speak(city.college, FOUNDED), id, {
        version: await versionOf(id),
        outcome: "confirm",
      }),
    );
    expect(await waits(city.college)).toEqual([]);
    expect(await waits(city.authority)).toEqual(["articulation.waits.approve"]);
    must(
      await decidePathway(speak(city.authority, FOUNDED), id, {
        version: await versionOf(id),
        outcome: "approve",
        filingNumber: "二号",
      }),
    );
    expect(await waits(city.school)).toEqual(["articulation.waits.start"]);
  });

  it("shows an authority its region, a school its own and nobody a stranger's", async () => {
    const id = await givenPathway(city, "proposed");
    const seen = async (who: typeof city.school) =>
      (await pathwaysList(speak(who, FOUNDED).actor, null)).rows.some((row) => row.id === id);
    expect(await Promise.all([city.school, city.college, city.authority].map(seen))).toEqual([
      true,
      true,
      true,
    ]);
    expect(await seen(city.stranger)).toBe(false);
  });
});

const AFTER = "2026-06-10T02:00:00.000Z";

describe("cohorts and results", () => {
  let pathway: string;
  let cohort: string;
  let numbers: string[];
  const school = (at = FOUNDED) => speak(city.school, at);

  beforeAll(async () => {
    pathway = await givenPathway(city, "running");
    numbers = await givenRoll(city, 2023, 12);
    cohort = must(await openCohort(school(), pathway, { intakeYear: 2023, enrolled: 12 })).id;
  });

  it("are the first stage's school's alone, within the seats, once a year", async () => {
    const asked = { intakeYear: 2024, enrolled: 30 };
    expect(refusalOf(await openCohort(speak(city.college, FOUNDED), pathway, asked)).code).toBe("forbidden");
    expect(refusalOf(await openCohort(speak(city.stranger, FOUNDED), pathway, asked)).code).toBe("not_found");
    expect(fieldsOf(await openCohort(school(), pathway, { intakeYear: 2024, enrolled: 41 }))).toEqual([
      ["enrolled", "articulation.errors.overQuota"],
    ]);
    expect(fieldsOf(await openCohort(school(), pathway, { intakeYear: 2022, enrolled: 4 }))).toEqual([
      ["intakeYear", "articulation.errors.beforeFirst"],
    ]);
    expect(fieldsOf(await openCohort(school(), pathway, { intakeYear: 2023, enrolled: 4 }))).toEqual([
      ["intakeYear", "articulation.errors.cohortKnown"],
    ]);
  });

  it("have the day of the plan for their year", async () => {
    const row = await read.articulationCohort.findUniqueOrThrow({ where: { id: cohort } });
    expect(row.examinationOn).toBe("2026-05-20");
  });

  it("take students of the roll, name who is not on it, and nobody twice", async () => {
    expect(fieldsOf(await addStudents(school(), pathway, cohort, { numbers: "2023A0001 X99" }))).toEqual([
      ["numbers", "articulation.errors.notOnRoll"],
    ]);
    expect(
      must(await addStudents(school(), pathway, cohort, { numbers: "2023A0001，2023A0002" })).added,
    ).toBe(2);
    expect(must(await addStudents(school(), pathway, cohort, { className: "数控1班" })).added).toBe(10);
    expect(must(await addStudents(school(), pathway, cohort, { className: "数控1班" })).added).toBe(0);
    const fewer = await changeCohort(school(), pathway, cohort, {
      version: 1,
      enrolled: 11,
      examinationOn: "2026-05-20",
    });
    expect(fieldsOf(fewer)).toEqual([["enrolled", "articulation.errors.fewerThanListed"]]);
    const other = await givenPathway(city, "running");
    const second = must(await openCohort(school(), other, { intakeYear: 2023, enrolled: 20 })).id;
    expect(fieldsOf(await addStudents(school(), other, second, { numbers: numbers[0] }))).toEqual([
      ["numbers", "articulation.errors.elsewhere"],
    ]);
  });

  it("wait for results from the day of the examination on, and take none before it", async () => {
    const items = async (today: string) =>
      (await waitingPathways.load(school().actor, today)).filter((item) =>
        item.action.href.endsWith(`/cohorts/${cohort}`),
      );
    expect(await items("2026-05-19")).toEqual([]);
    expect((await items("2026-05-20"))[0]?.title.values).toMatchObject({ count: 12 });
    const [row] = (await cohortPage(school(), pathway, cohort, ALL))?.members ?? [];
    const early = await enterResults(school("2026-05-19T02:00:00.000Z"), pathway, cohort, {
      rows: [{ member: row?.id ?? NOBODY, version: 1, scores: [8_000, 8_000] }],
    });
    expect(refusalOf(early)).toMatchObject({ key: "articulation.errors.beforeExamination" });
  });

  it("are entered together or not at all, and two people do not overwrite one another", async () => {
    const members = (await cohortPage(school(AFTER), pathway, cohort, ALL))?.members ?? [];
    const rows = members.map((one, at) => ({
      member: one.id,
      version: one.version,
      scores: at < 7 ? [8_000, 7_500] : at < 9 ? [5_000, 5_500] : at === 9 ? [9_000, undefined] : [],
    }));
    expect(must(await enterResults(school(AFTER), pathway, cohort, { rows })).changed).toBe(10);
    expect(
      refusalOf(
        await enterResults(school(AFTER), pathway, cohort, {
          rows: rows.map((row) => ({ ...row, scores: [1_000, 1_000] })),
        }),
      ).code,
    ).toBe("conflict");
    const page = await cohortPage(school(AFTER), pathway, cohort, ALL);
    expect(page?.members.map((one) => one.state)).toEqual([
      ...Array.from({ length: 7 }, () => "passed"),
      "failed",
      "failed",
      ...Array.from({ length: 3 }, () => "studying"),
    ]);
    expect(page?.figure?.figure).toMatchObject({ numerator: 7, denominator: 9, unknown: 3, rateBp: 7_778 });
    expect(page?.open).toBe(3);
  });

  it("show names to the receiving school only of those who passed, figures alone to others, none under five", async () => {
    const receiving = await cohortPage(speak(city.college, AFTER), pathway, cohort, ALL);
    expect(receiving?.members).toHaveLength(7);
    expect(
      receiving?.members.every((one) => one.name !== "" && one.number === "" && one.totalBp === null),
    ).toBe(true);
    expect(receiving?.figure?.figure).toBeNull();
    const authority = await cohortPage(speak(city.authority, AFTER), pathway, cohort, ALL);
    expect(authority?.members).toEqual([]);
    expect(authority?.figure?.figure).toBeNull();
    expect(await cohortPage(speak(city.stranger, AFTER), pathway, cohort, ALL)).toBeNull();
  });

  it("note who left with a reason, and take off only a mistake without a result", async () => {
    const page = await cohortPage(school(AFTER), pathway, cohort, ALL);
    const passed = page?.members.find((one) => one.state === "passed");
    const [leaves, wrong] = page?.members.filter((one) => one.totalBp === null).slice(-2) ?? [];
    const leave = (member: string | undefined, leaving: "moved" | "mistake") =>
      recordLeaving(school(AFTER), pathway, cohort, { member: member ?? NOBODY, leaving });
    expect(fieldsOf(await leave(passed?.id, "mistake"))).toEqual([
      ["leaving", "articulation.errors.hasResult"],
    ]);
    must(await leave(leaves?.id, "moved"));
    expect(refusalOf(await leave(leaves?.id, "moved")).code).toBe("conflict");
    must(await leave(wrong?.id, "mistake"));
    const after = await cohortPage(school(AFTER), pathway, cohort, ALL);
    expect(after?.figure?.figure).toMatchObject({
      denominator: 9,
      unknown: 2,
      exclusions: [{ reason: "moved", count: 1 }],
    });
  });

  it("read scores from a spreadsheet, each wrong row with its reason", async () => {
    const owner = { organizationId: city.school.id, personId: city.school.personId, personName: "办公室" };
    const kept = await read.articulationPathway.findUniqueOrThrow({ where: { id: pathway } });
    const options = { cohort, pathway, parts: kept.examParts };
    expect(RESULT_IMPORT.columns(options).map((one) => one.names[0])).toEqual([
      "学号",
      "文化基础",
      "专业技能",
    ]);
    const session = must(await RESULT_IMPORT.open(owner, options, fixedClock(AFTER), newId()));
    const open = (await cohortPage(school(AFTER), pathway, cohort, ALL))?.members.find(
      (one) => one.state === "studying",
    );
    const lines = [
      { line: 2, cells: { studentNumber: open?.number ?? "", part0: "70", part1: "70" } },
      { line: 3, cells: { studentNumber: "X99", part0: "70", part1: "70" } },
      { line: 4, cells: { studentNumber: open?.number ?? "", part0: "七十", part1: "70" } },
    ];
    expect((await session.judge(lines)).map((row) => row.map((one) => one.key))).toEqual([
      [],
      ["articulation.errors.noMember"],
      ["articulation.errors.score"],
    ]);
    const written = await inTransaction((tx) => session.write(tx, lines));
    expect(written.map((row) => row.state)).toEqual(["updated", "refused", "refused"]);
    const strange = { organizationId: city.college.id, personId: city.college.personId, personName: "x" };
    expect((await RESULT_IMPORT.open(strange, options, fixedClock(AFTER), newId())).ok).toBe(false);
  });

  it("are read by the student as their own way, and by no other student", async () => {
    const student = await read.student.findFirstOrThrow({
      where: { organizationId: city.school.id, studentNumber: numbers[0] },
    });
    const { personId } = await givenPerson("学生", { organizationId: city.school.id, role: "student" });
    const other = await givenPerson("同学", { organizationId: city.school.id, role: "student" });
    await inTransaction((tx) => tx.student.update({ where: { id: student.id }, data: { personId } }));
    const own = await pathwayPage(personCtx(personId, false, AFTER), pathway);
    expect(own?.own).toHaveLength(1);
    expect(own?.own[0]).toMatchObject({ state: "passed", examinationOn: "2026-05-20" });
    expect(own?.cohorts).toEqual([]);
    expect(own?.history).toEqual([]);
    expect(await pathwayPage(personCtx(other.personId, false, AFTER), pathway)).toBeNull();
  });

  it("end only when nobody is on the way, and take nobody in once they are closed", async () => {
    const founder = school(AFTER);
    const other = await givenPathway(city, "running");
    const [late] = await givenRoll(city, 2024, 1);
    const second = must(await openCohort(founder, other, { intakeYear: 2024, enrolled: 1 })).id;
    must(await addStudents(founder, other, second, { numbers: late }));
    const move = async (id: string, action: "close" | "end", reason?: string) =>
      movePathway(founder, id, { version: await versionOf(id), action, reason });
    expect(fieldsOf(await move(other, "close"))).toEqual([["reason", "articulation.errors.reason"]]);
    must(await move(other, "close", "专业调整"));
    const intake = await openCohort(founder, other, { intakeYear: 2025, enrolled: 5 });
    expect(refusalOf(intake).key).toBe("articulation.errors.noIntake");
    expect(refusalOf(await move(other, "end")).key).toBe("articulation.errors.onTheWay");
    must(await move(pathway, "close", "专业调整"));
    expect(must(await move(pathway, "end")).state).toBe("ended");
  });
});
