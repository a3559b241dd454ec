import { beforeAll, describe, expect, it } from "vitest";
import type { MemberCtx } from "~/identity/actor";
import { followIndicators } from "~/oversight/commands/follow-indicators.server";
import { rebuildIndicators } from "~/oversight/commands/rebuild-indicators.server";
import { takeSnapshot } from "~/oversight/commands/take-snapshot.server";
import { indicatorCounts, indicatorRows } from "~/oversight/queries/indicator-records.sqlite.server";
import { figureRows } from "~/oversight/report-sheet.server";
import type { SnapshotContent } from "~/oversight/rules/indicators/snapshot";
import { read } from "~/platform/db/client.server";
import { inTransaction } from "~/platform/db/gate.server";
import { newId } from "~/platform/id";
import { openMail } from "~/platform/mail/sealed-mail.server";
import { endSurvey } from "~/surveys/commands/end-survey.server";
import { openSurvey } from "~/surveys/commands/open-survey.server";
import { remindInvited } from "~/surveys/commands/remind-invited.server";
import { sendInvitations } from "~/surveys/commands/send-invitations.server";
import { resultTables } from "~/surveys/components/result-tables";
import { expectedInvitees } from "~/surveys/queries/expected-invitees.server";
import { surveyPage } from "~/surveys/queries/survey-page.server";
import { surveySheets } from "~/surveys/queries/survey-sheets.server";
import { surveysList } from "~/surveys/queries/surveys-list.server";
import { waitingSurveys } from "~/surveys/queries/surveys-waiting.server";
import type { Audience } from "~/surveys/rules/template";
import { surveyInScope } from "~/surveys/survey-scope.server";
import { translatorFor } from "~/words/translator.server";
import { givenAtWork } from "~tests/fixtures/at-work";
import { givenOrganization, givenPerson, memberCtx } from "~tests/fixtures/people";
import { givenGuardian, givenSchoolWithRoll, givenStudent } from "~tests/fixtures/students";
import { answerWith, countedAfter, givenSurvey, houseOn, linksOf } from "~tests/fixtures/surveys";

type School = Awaited<ReturnType<typeof givenSchoolWithRoll>>;

const on = (ctx: MemberCtx, day: string): MemberCtx => ({ ...ctx, clock: houseOn(day).clock });

/** The page as it stands on a day, the day after the last one unless told otherwise. */
const pageOf = async (ctx: MemberCtx, id: string, day = "2026-12-07") => {
  const seen = on(ctx, day);
  const scope = await surveyInScope(seen, id);
  if (!scope) throw new Error("not in scope");
  return surveyPage(seen, scope, true);
};

const letters = async (surveyId: string) => {
  const ids = (await read.surveyInvitation.findMany({ where: { surveyId } })).map(({ id }) => id);
  const mails = await read.delivery.findMany({ where: { key: { startsWith: "mail:survey:" } } });
  return mails.filter(({ key }) => ids.some((id) => key.includes(id)));
};

/** A school whose parents are reached by mail, so many of them, and some on paper. */
const givenParents = async (name: string, byMail: number, paper = 0): Promise<School> => {
  const school = await givenSchoolWithRoll(name);
  for (let index = 0; index < byMail + paper; index += 1) {
    const { studentId } = await givenStudent(school);
    const email = index < byMail ? `${newId()}@parents.example` : undefined;
    await givenGuardian(school.ctx, studentId, { phone: `139${String(index).padStart(8, "0")}`, email });
  }
  return school;
};

const answerAll = async (
  surveyId: string,
  schoolId: string,
  audience: Audience,
  steps: readonly number[],
) => {
  const links = await linksOf(surveyId, schoolId);
  for (const [index, step] of steps.entries()) await answerWith(links[index]!.token, audience, step);
};

describe.sequential("opening a survey", () => {
  let school: School;

  beforeAll(async () => {
    school = await givenParents("开办学校", 3, 2);
  });

  const asked = {
    audience: "parent" as const,
    title: "家长满意度调查",
    opensOn: "2026-11-22",
    closesOn: "2026-12-05",
  };

  it("is for owners and coordinators of verified schools and authorities", async () => {
    for (const role of ["teacher", "viewer"] as const) {
      const ctx = memberCtx(newId(), { id: school.id, kind: "school", name: school.name, role });
      expect(await openSurvey(ctx, asked)).toMatchObject({ ok: false, refusal: { code: "forbidden" } });
    }
    const draft = memberCtx(newId(), { ...school, kind: "school", role: "owner", verified: false });
    expect(await openSurvey(draft, asked)).toMatchObject({ refusal: { key: "surveys.errors.notVerified" } });
  });

  it("takes days that make sense, and refuses an authority without schools", async () => {
    const late = await openSurvey(school.ctx, { ...asked, opensOn: "2026-11-01" });
    expect(late).toMatchObject({
      refusal: { fields: [{ field: "opensOn", key: "surveys.errors.opensPast" }] },
    });
    const id = await givenOrganization("authority", "空局", { regionCode: "650100" });
    const authority = memberCtx(newId(), { id, kind: "authority", name: "空局", role: "owner" });
    expect(await openSurvey(authority, asked)).toMatchObject({
      refusal: { key: "surveys.errors.noSchools" },
    });
  });

  it("sent twice opens one, and the same people are not asked twice at once", async () => {
    const submissionKey = newId();
    const [first, second] = await Promise.all([
      openSurvey(school.ctx, { ...asked, submissionKey }),
      openSurvey(school.ctx, { ...asked, submissionKey }),
    ]);
    expect(first.ok && second.ok && first.value.id === second.value.id).toBe(true);
    const again = await openSurvey(school.ctx, { ...asked, opensOn: "2026-12-05", closesOn: "2026-12-20" });
    expect(again).toMatchObject({ refusal: { fields: [{ key: "surveys.errors.overlaps" }] } });
    expect((await openSurvey(school.ctx, { ...asked, audience: "teacher" })).ok).toBe(true);
  });

  it("invites those on record: by mail where an address is known, else by a slip without a person", async () => {
    const expected = await expectedInvitees(school.id, "2026-11-22");
    expect(expected.find(({ audience }) => audience === "parent")).toMatchObject({ byMail: 3, onPaper: 2 });
    const survey = await read.survey.findFirstOrThrow({ where: { ownerId: school.id, audience: "parent" } });
    await Promise.all([sendInvitations(houseOn("2026-11-22")), sendInvitations(houseOn("2026-11-22"))]);
    await sendInvitations(houseOn("2026-11-23"));
    const rows = await read.surveyInvitation.findMany({ where: { surveyId: survey.id } });
    expect(rows.map(({ way }) => way).sort()).toEqual(["mail", "mail", "mail", "paper", "paper"]);
    for (const { way, subjectId, className } of rows) {
      expect(subjectId === null).toBe(way === "paper");
      expect(className).toBe(way === "paper" ? "24数控1班" : "");
    }
    const [mail] = await letters(survey.id);
    expect(await letters(survey.id)).toHaveLength(3);
    const { text } = openMail(JSON.parse(mail!.payload) as Record<string, unknown>);
    expect(text).toMatch(/\/surveys\/answer\/[\w-]{43}\n$/);
    const links = await linksOf(survey.id);
    expect(links.some(({ token }) => text.includes(token))).toBe(true);
  });

  it("reminds twice at most, five days apart, and never after an answer", async () => {
    const survey = await read.survey.findFirstOrThrow({ where: { ownerId: school.id, audience: "parent" } });
    const [answers] = (await linksOf(survey.id)).filter(({ way }) => way === "mail");
    await answerWith(answers!.token, "parent", 4);
    const sent = async () => (await letters(survey.id)).length;
    await remindInvited(houseOn("2026-11-26"));
    expect(await sent()).toBe(3);
    for (const day of ["2026-11-27", "2026-11-27", "2026-11-28"]) await remindInvited(houseOn(day));
    expect(await sent()).toBe(5);
    for (const day of ["2026-12-02", "2026-12-04", "2026-12-05"]) await remindInvited(houseOn(day));
    expect(await sent()).toBe(7);
    expect((await letters(survey.id)).filter(({ key }) => key.includes(answers!.id))).toHaveLength(1);
  });

  it("waits in the workspace of whoever may print, until the first slip is answered", async () => {
    const survey = await read.survey.findFirstOrThrow({ where: { ownerId: school.id, audience: "parent" } });
    const { actor } = memberCtx(newId(), { ...school, kind: "school", role: "teacher" });
    const viewer = memberCtx(newId(), { ...school, kind: "school", role: "viewer" }).actor;
    expect([waitingSurveys.isFor(actor), waitingSurveys.isFor(viewer)]).toEqual([true, false]);
    const waits = async (day: string) =>
      (await waitingSurveys.load(actor, day)).map(({ action }) => action.href);
    expect(await waits("2026-11-24")).toEqual([`/surveys/${survey.id}/sheets`]);
    expect(await waits("2026-12-06")).toEqual([]);
    const [paper] = (await linksOf(survey.id)).filter(({ way }) => way === "paper");
    await answerWith(paper!.token, "parent", 5);
    expect(await waits("2026-11-24")).toEqual([]);
  });

  it("prints slips for a class: one link each, no name, all of them whoever answered", async () => {
    const survey = await read.survey.findFirstOrThrow({ where: { ownerId: school.id, audience: "parent" } });
    expect((await linksOf(survey.id)).filter(({ way, used }) => way === "paper" && used)).toHaveLength(1);
    const sheet = await surveySheets(school.ctx, survey, "24数控1班");
    expect(sheet.classes).toEqual([{ name: "24数控1班", slips: 2 }]);
    expect(new Set(sheet.slips.map(({ qr }) => qr.path)).size).toBe(2);
    expect(JSON.stringify(sheet)).not.toMatch(/陈/);
    const stranger = await givenSchoolWithRoll("邻校");
    expect((await surveySheets(stranger.ctx, survey, "24数控1班")).slips).toEqual([]);
  });

  it("is ended early by its owner alone; one not begun is cancelled and invites nobody", async () => {
    const { id, version } = await read.survey.findFirstOrThrow({
      where: { ownerId: school.id, audience: "parent" },
    });
    const stranger = await givenSchoolWithRoll("别校");
    expect(await endSurvey(stranger.ctx, id, version)).toMatchObject({ refusal: { code: "not_found" } });
    expect(await endSurvey(school.ctx, id, version + 7)).toMatchObject({ refusal: { code: "conflict" } });
    expect(await endSurvey(school.ctx, id, version)).toMatchObject({ value: { state: "counting" } });
    const [link] = (await linksOf(id)).filter(({ used }) => !used);
    expect(await answerWith(link!.token, "parent", 1)).toMatchObject({
      refusal: { key: "surveys.errors.notOpen" },
    });
    const later = await openSurvey(school.ctx, { ...asked, opensOn: "2027-01-10", closesOn: "2027-01-20" });
    if (!later.ok) throw new Error("refused");
    expect(await endSurvey(school.ctx, later.value.id, 1)).toMatchObject({ value: { state: "cancelled" } });
    await sendInvitations(houseOn("2027-01-12"));
    expect(await read.surveyInvitation.count({ where: { surveyId: later.value.id } })).toBe(0);
  });
});

describe.sequential("what came", () => {
  let school: School;
  let id = "";

  beforeAll(async () => {
    school = await givenParents("结果学校", 9);
    id = await givenSurvey(school.ctx, "parent");
  });

  it("is only how many, until the last day is over", async () => {
    await answerAll(id, school.id, "parent", [5, 5, 4, 4, 2, 1]);
    const page = await pageOf(school.ctx, id, "2026-12-05");
    expect(page).toMatchObject({
      phase: "open",
      answered: 6,
      byMail: 9,
      told: false,
      questions: [],
      texts: [],
    });
    expect((await surveysList(on(school.ctx, "2026-12-05"), null)).own[0]?.figure).toEqual({ told: false });
  });

  it("is told once counted, each figure with what it was divided from", async () => {
    const links = await linksOf(id);
    await answerWith(links[6]!.token, "parent", 3, { text: "=HYPERLINK(1)" });
    await countedAfter();
    const page = await pageOf(school.ctx, id);
    expect(page).toMatchObject({ phase: "closed", told: true, answered: 7, texts: ["=HYPERLINK(1)"] });
    expect(page.questions[0]?.figure).toEqual({
      told: true,
      answers: 7,
      distribution: [1, 1, 1, 2, 2],
      satisfied: 4,
      shareBp: 5714,
      sum: 24,
      meanCenti: 343,
    });
    // Nobody answered the other questions.
    expect(page.questions[1]?.figure).toEqual({ told: false });
    const viewer = memberCtx(newId(), { ...school, kind: "school", role: "viewer" });
    expect(await pageOf(viewer, id)).toMatchObject({ told: true, texts: [], keeps: false });
  });

  it("stays as it is when counted again, and takes no answer any more", async () => {
    const before = await read.surveyCount.findMany({ where: { surveyId: id } });
    expect(await countedAfter("2026-12-08")).toBe(0);
    expect(await read.surveyCount.findMany({ where: { surveyId: id } })).toEqual(before);
    expect(await linksOf(id)).toEqual([]);
  });

  it("stands in a file, a row a question, texts apart", async () => {
    const tables = resultTables(await pageOf(school.ctx, id), translatorFor("zh-CN"));
    expect(tables[0]?.rows[0]?.slice(0, 8)).toEqual([
      "parent.overall",
      "总的来说，您对孩子的学校满意吗？",
      "7",
      "2",
      "2",
      "1",
      "1",
      "1",
    ]);
    expect(tables.map(({ name }) => name)).toEqual(["各题结果", "开放题"]);
  });

  it("is compared with the year before, by the same question", async () => {
    await inTransaction((tx) =>
      tx.survey.update({ where: { id }, data: { opensOn: "2025-11-22", closesOn: "2025-12-05" } }),
    );
    const next = await givenSurvey(school.ctx, "parent", "第二年");
    await answerAll(next, school.id, "parent", [5, 5, 5, 5, 4, 2]);
    await countedAfter();
    const page = await pageOf(school.ctx, next);
    expect(page.earlier).toEqual({ id, year: "2025" });
    expect(page.questions[0]).toMatchObject({ changeBp: 8333 - 5714, before: { told: true, answers: 7 } });
  });

  it("is nothing at all under five answers: destroyed, not hidden", async () => {
    const small = await givenParents("小校", 6);
    const survey = await givenSurvey(small.ctx, "parent");
    const links = await linksOf(survey);
    for (const { token } of links.slice(0, 4)) await answerWith(token, "parent", 1, { text: "秘密" });
    await countedAfter();
    const page = await pageOf(small.ctx, survey);
    expect(page).toMatchObject({ told: false, counted: true, answered: 4, questions: [], texts: [] });
    for (const left of [
      read.surveyCount.count({ where: { surveyId: survey } }),
      read.surveyText.count({ where: { surveyId: survey } }),
      read.surveyEnvelope.count({ where: { surveyId: survey } }),
    ])
      expect(await left).toBe(0);
  });
});

describe.sequential("an authority's survey of its region", () => {
  const schools: School[] = [];
  let authority: MemberCtx;
  let id = "";

  beforeAll(async () => {
    for (const [index, parents] of [10, 6, 6, 8].entries())
      schools.push(await givenParents(`珠区${index + 1}校`, parents));
    await inTransaction((tx) =>
      tx.organization.updateMany({
        where: { id: { in: schools.map((one) => one.id) } },
        data: { regionCode: "440402" },
      }),
    );
    const office = await givenOrganization("authority", "珠区局", { regionCode: "440400" });
    const { personId } = await givenPerson("科长", { organizationId: office, role: "owner" });
    authority = memberCtx(personId, { id: office, kind: "authority", name: "珠区局", role: "owner" });
    id = await givenSurvey(authority, "parent", "全市家长满意度");
    const said = [
      [5, 5, 5, 5, 4, 4, 4, 3],
      [1, 1, 2],
      [5, 4, 3, 3, 2, 1],
      [4, 4, 4, 4, 4, 5, 1],
    ];
    for (const [index, steps] of said.entries()) await answerAll(id, schools[index]!.id, "parent", steps);
    // Two at once, as after a restart in the middle of it: every school is counted once.
    await Promise.all([countedAfter(), countedAfter()]);
  });

  it("asks every verified school of the region, and nobody else's", async () => {
    const asked = await read.surveySchool.findMany({ where: { surveyId: id } });
    expect(asked.map(({ schoolId }) => schoolId).sort()).toEqual(schools.map((one) => one.id).sort());
    const stranger = await givenSchoolWithRoll("外市学校");
    expect(await surveyInScope(stranger.ctx, id)).toBeNull();
  });

  it("tells schools apart, but for one under five and the next smallest beside it", async () => {
    const page = await pageOf(authority, id);
    const withheld = new Map(page.bySchool.map((one) => [one.id, one.withheld]));
    expect(schools.map((one) => withheld.get(one.id))).toEqual(["", "few", "cover", ""]);
    const total = page.questions[0]?.figure;
    expect(total).toMatchObject({ told: true, answers: 24 });
    const told = page.bySchool.filter(({ figure }) => figure.told);
    expect(told.map(({ name }) => name)).toEqual(["珠区4校", "珠区1校"]);
    const rest = 24 - told.reduce((sum, { figure }) => sum + (figure.told ? figure.answers : 0), 0);
    expect(rest).toBe(9);
    // What would give the small school away is not even kept under its name.
    expect(await read.surveyCount.count({ where: { surveyId: id, schoolId: schools[1]!.id } })).toBe(0);
  });

  it("shows each school its own part and nothing of the others", async () => {
    const own = await pageOf(schools[3]!.ctx, id);
    expect(own).toMatchObject({ as: "school", answered: 7, bySchool: [], texts: [], mayEnd: false });
    expect(own.questions[0]?.figure).toMatchObject({ answers: 7, satisfied: 6 });
    expect(await pageOf(schools[1]!.ctx, id)).toMatchObject({ told: false, questions: [] });
    expect((await surveysList(on(schools[3]!.ctx, "2026-12-07"), null)).others.map((one) => one.id)).toEqual([
      id,
    ]);
  });

  it("feeds the indicator with what is told, rows adding up to the figure", async () => {
    const ids = schools.map((one) => one.id);
    const counts = indicatorCounts("satisfaction_parents", ids);
    const of = (index: number, verdict: string) =>
      counts.find((one) => one.organizationId === ids[index] && one.verdict === verdict)?.amount;
    expect([of(0, "met"), of(0, "unmet"), of(3, "met"), of(3, "unmet")]).toEqual([7, 1, 6, 1]);
    expect(counts.filter(({ organizationId }) => [ids[1], ids[2]].includes(organizationId))).toEqual([]);
    expect(new Set(counts.map(({ period }) => period))).toEqual(new Set(["2026"]));
    const rows = indicatorRows({
      indicatorId: "satisfaction_parents",
      organizationId: ids[0]!,
      period: "2026",
      leadOnly: true,
      named: false,
      after: "",
      take: 50,
    });
    expect(rows.reduce((sum, { amount }) => sum + amount, 0)).toBe(8);
    expect(rows.every(({ studentId, withName }) => studentId === null && withName === "珠区局")).toBe(true);
    // The event of the count alone moves the kept figures; the daily recount finds nothing else.
    for (let moved = 1; moved > 0; ) moved = await followIndicators(houseOn("2026-12-07").clock);
    const share = await read.indicatorShare.findMany({
      where: { indicatorId: "satisfaction_parents", organizationId: ids[3]! },
    });
    expect(share.map(({ verdict, amount }) => [verdict, Number(amount)]).sort()).toEqual([
      ["met", 6],
      ["unmet", 1],
    ]);
    const told = () =>
      read.indicatorShare.findMany({
        where: { indicatorId: "satisfaction_parents", organizationId: { in: ids } },
      });
    const followed = await told();
    await rebuildIndicators(houseOn("2026-12-07").clock);
    expect(await told()).toEqual(followed);
  });
});

describe.sequential("an organization answers by name", () => {
  it("once for each school, its words kept with its name for the asker alone", async () => {
    const world = await givenAtWork("具名", 2);
    const id = await givenSurvey(world.school.ctx, "employer");
    const links = await linksOf(id);
    expect(links.map(({ subjectId }) => subjectId)).toEqual([world.host.id]);
    await answerWith(links[0]!.token, "employer", 4, { text: "多教识图" });
    expect(await answerWith(links[0]!.token, "employer", 1)).toEqual({
      ok: true,
      value: { done: "already" },
    });
    expect(await read.surveyEnvelope.count({ where: { surveyId: id } })).toBe(0);
    expect((await pageOf(world.school.ctx, id, "2026-12-01")).named).toEqual([]);
    await countedAfter();
    const page = await pageOf(world.school.ctx, id);
    expect(page).toMatchObject({ told: false, anonymous: false });
    expect(page.named).toMatchObject([{ organization: world.host.name, overall: 4, text: "多教识图" }]);
    const teacher = memberCtx(newId(), { ...world.school, kind: "school", role: "teacher" });
    expect((await pageOf(teacher, id)).named).toEqual([]);
  });
});

describe.sequential("a yearly report", () => {
  it("names the surveys its satisfaction comes from, frozen with the figure", async () => {
    const school = await givenParents("年报学校", 8);
    const id = await givenSurvey(school.ctx, "parent", "家长问卷");
    await answerAll(id, school.id, "parent", [5, 5, 4, 4, 4, 1]);
    await countedAfter();
    const clock = houseOn("2026-12-07").clock;
    await rebuildIndicators(clock);
    const taken = await takeSnapshot({ ...school.ctx, clock }, "2026");
    if (!taken.ok) throw new Error("refused");
    const { content } = await read.indicatorSnapshot.findUniqueOrThrow({ where: { id: taken.value.id } });
    const kept = JSON.parse(content) as SnapshotContent;
    const parents = kept.figures.find(({ indicatorId }) => indicatorId === "satisfaction_parents");
    expect(parents).toMatchObject({ state: "told", numerator: 5, denominator: 6 });
    expect(parents?.source?.zh).toBe(
      "来源：1 次调查，一次性链接或二维码匿名作答，邀请 8，有效回答 6：《家长问卷》（年报学校，2026-11-22 至 2026-12-05）。",
    );
    const [row] = figureRows(
      kept.figures.filter(({ indicatorId }) => indicatorId === "satisfaction_parents"),
    );
    expect(row?.notes).toContain("《家长问卷》");
    const staff = kept.figures.find(({ indicatorId }) => indicatorId === "satisfaction_staff");
    expect(staff).toMatchObject({ state: "none" });
    expect(staff?.source).toBeUndefined();
  });
});
