import exceljs from "exceljs";
import { beforeAll, describe, expect, it } from "vitest";
import { read } from "~/platform/db/client.server";
import { inTransaction } from "~/platform/db/gate.server";
import { newId } from "~/platform/id";
import { addDays, civilDate } from "~/platform/time/clock";
import { countSurveys } from "~/surveys/commands/count-surveys.server";
import { sendInvitations } from "~/surveys/commands/send-invitations.server";
import { action as end, loader as page } from "~/surveys/routes/survey";
import { action as answer, loader as answerPage } from "~/surveys/routes/survey.answer";
import { loader as file } from "~/surveys/routes/survey.export";
import { loader as newPage, action as open } from "~/surveys/routes/survey.new";
import { cookieOf, givenPerson } from "~tests/fixtures/people";
import { outcomeOf, routeArgs } from "~tests/fixtures/route";
import { givenGuardian, givenSchoolWithRoll, givenStudent } from "~tests/fixtures/students";
import { houseOn, linksOf } from "~tests/fixtures/surveys";

/** Routes read the real clock: the survey of this file opens today. */
const TODAY = civilDate(new Date());

let cookie = "";
let survey = "";
let tokens: string[] = [];

type Asked = {
  data: { page?: Record<string, unknown>; state?: { fields: { field: string }[]; typed: object } };
};
const look = (token: string) =>
  outcomeOf(() => answerPage(routeArgs(`/surveys/answer/${token}`, { params: { token } }))) as Promise<
    { status: number } & Asked
  >;
const send = (token: string, form: Record<string, string>) =>
  outcomeOf(() => answer(routeArgs(`/surveys/answer/${token}`, { params: { token }, form }))) as Promise<
    { status: number; location: string | null } & Asked
  >;
const rows = async () => ({
  envelopes: await read.surveyEnvelope.count({ where: { surveyId: survey } }),
  used: await read.surveyInvitation.count({ where: { surveyId: survey, used: true } }),
  events: await read.event.count(),
  submissions: await read.submission.count(),
});

beforeAll(async () => {
  const school = await givenSchoolWithRoll("页面学校");
  for (let index = 0; index < 8; index += 1) {
    const { studentId } = await givenStudent(school);
    const email = `${newId()}@parents.example`;
    await givenGuardian(school.ctx, studentId, { phone: `138${String(index).padStart(8, "0")}`, email });
  }
  const { personId } = await givenPerson("校企办", { organizationId: school.id, role: "coordinator" });
  cookie = await cookieOf(personId);
});

describe.sequential("opening by the form", () => {
  it("shows whom the records would invite before anything is opened", async () => {
    const shown = await outcomeOf(() => newPage(routeArgs("/surveys/new", { cookie })));
    const { expected } = shown.data as { expected: { audience: string; byMail: number }[] };
    expect(expected.find(({ audience }) => audience === "parent")?.byMail).toBe(8);
  });

  it("says what is wrong beside the field and keeps what was typed", async () => {
    const form = { audience: "parent", title: "家长", opensOn: TODAY, closesOn: "2026-02-30" };
    const refused = await outcomeOf(() => open(routeArgs("/surveys/new", { cookie, form })));
    expect(refused.status).toBe(422);
    expect(refused.data).toMatchObject({
      state: { typed: form, fields: [{ field: "title" }, { field: "closesOn" }] },
    });
  });

  it("opens it, and the same form sent again leads to the same survey", async () => {
    const form = {
      submissionKey: newId(),
      audience: "parent",
      title: "家长满意度",
      opensOn: TODAY,
      closesOn: addDays(TODAY, 10),
    };
    const first = await outcomeOf(() => open(routeArgs("/surveys/new", { cookie, form })));
    const second = await outcomeOf(() => open(routeArgs("/surveys/new", { cookie, form })));
    expect(first.status).toBe(303);
    expect(second.location).toBe(first.location);
    survey = first.location?.split("/").at(-1) ?? "";
    await sendInvitations(houseOn(TODAY));
    tokens = (await linksOf(survey)).map(({ token }) => token);
    expect(tokens).toHaveLength(8);
  });
});

describe.sequential("answering by the link", () => {
  it("changes nothing by looking, as often as one looks", async () => {
    const before = await rows();
    for (let times = 0; times < 3; times += 1) expect((await look(tokens[0]!)).status).toBe(200);
    expect(await rows()).toEqual(before);
    expect((await look(tokens[0]!)).data.page).toMatchObject({
      state: "open",
      anonymous: true,
      inNameOf: null,
    });
  });

  it("says what is missing and keeps every choice and word typed", async () => {
    const form = { q_parent_teaching: "4", text: "食堂不错" };
    const refused = await send(tokens[0]!, form);
    expect(refused.status).toBe(422);
    expect(refused.data.state).toMatchObject({ typed: form, fields: [{ field: "q_parent_overall" }] });
    expect((await send(tokens[0]!, { q_parent_overall: "9" })).status).toBe(422);
    expect((await rows()).used).toBe(0);
  });

  it("keeps one answer of a form sent twice at the same moment, and says thank you both times", async () => {
    const before = await rows();
    const both = await Promise.all([1, 2].map(() => send(tokens[0]!, { q_parent_overall: "5" })));
    expect(both.map(({ status }) => status)).toEqual([303, 303]);
    expect(await rows()).toEqual({ ...before, envelopes: 1, used: 1 });
    expect((await look(tokens[0]!)).data.page).toMatchObject({ state: "used" });
    expect((await send(tokens[0]!, { q_parent_overall: "1" })).status).toBe(303);
    expect((await rows()).envelopes).toBe(1);
  });

  it("explains a link nobody made, and one of a survey that has not begun or is over", async () => {
    const unknown = "nobody-made-this-token-nobody-made-this-token";
    expect((await look(unknown)).status).toBe(404);
    expect((await send(unknown, { q_parent_overall: "5" })).status).toBe(404);
    const move = (opensOn: string, closesOn: string) =>
      inTransaction((tx) => tx.survey.update({ where: { id: survey }, data: { opensOn, closesOn } }));
    await move(addDays(TODAY, 2), addDays(TODAY, 10));
    expect((await look(tokens[1]!)).data.page).toMatchObject({ state: "planned" });
    expect((await send(tokens[1]!, { q_parent_overall: "5" })).status).toBe(409);
    await move(addDays(TODAY, -9), addDays(TODAY, -1));
    expect((await look(tokens[1]!)).data.page).toMatchObject({ state: "ended" });
    expect((await send(tokens[1]!, { q_parent_overall: "5" })).status).toBe(409);
    await move(TODAY, addDays(TODAY, 10));
  });
});

describe.sequential("the results", () => {
  it("are no file while it is open", async () => {
    for (const token of tokens.slice(1, 6)) await send(token, { q_parent_overall: "4", text: '=1+1"x"' });
    const args = routeArgs(`/surveys/${survey}/results/csv`, {
      cookie,
      params: { id: survey, format: "csv" },
    });
    expect((await outcomeOf(() => file(args))).status).toBe(404);
  });

  it("are ended and counted, and stand in both files, formulas made harmless", async () => {
    const shown = await outcomeOf(() =>
      page(routeArgs(`/surveys/${survey}`, { cookie, params: { id: survey } })),
    );
    const { version } = (shown.data as { page: { version: number } }).page;
    const form = { intent: "end", version: String(version) };
    const ended = await outcomeOf(() =>
      end(routeArgs(`/surveys/${survey}`, { cookie, params: { id: survey }, form })),
    );
    expect(ended.status).toBe(303);
    await countSurveys(houseOn(TODAY));
    const take = async (format: string) => {
      const args = routeArgs(`/surveys/${survey}/results/${format}`, {
        cookie,
        params: { id: survey, format },
      });
      return (await file(args)) as Response;
    };
    const csv = await (await take("csv")).text();
    expect(csv).toContain("parent.overall");
    expect(csv).toContain(",6,1,5,0,0,0,6,100%,25,4.17,");
    expect(csv).not.toContain("=1+1");
    const book = new exceljs.Workbook();
    await book.xlsx.load(await (await take("xlsx")).arrayBuffer());
    expect(book.worksheets.map(({ name }) => name)).toEqual(["各题结果", "开放题"]);
    const told = book.getWorksheet("开放题")?.getCell("A3");
    expect(told?.type).toBe(exceljs.ValueType.String);
    expect(told?.text).toMatch(/^[^=].*1\+1/);
    expect((await outcomeOf(() => take("pdf"))).status).toBe(404);
  });
});
