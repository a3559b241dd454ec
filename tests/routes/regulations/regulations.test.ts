import { describe, expect, it } from "vitest";
import { action as evaluate, loader as readEvaluate } from "~/api/routes/regulations-evaluate";
import { action as check, loader as openCheck } from "~/regulations/routes/regulation-check";
import { loader as list } from "~/regulations/routes/regulations";
import { outcomeOf, routeArgs } from "~tests/fixtures/route";

const call = (body: string, language = "zh-CN") => {
  const args = routeArgs("/api/v1/regulations/evaluate", { language });
  const request = new Request("http://localhost/api/v1/regulations/evaluate", {
    method: "POST",
    headers: args.request.headers,
    body,
  });
  return outcomeOf(() => evaluate({ ...args, request }));
};

describe("the evaluation call", () => {
  it("answers a stranger in the caller's language", async () => {
    const facts = {
      student: { birthDate: "2012-01-01" },
      placement: { type: "internship", start: "2026-09-01" },
    };
    const body = JSON.stringify({ on: "2026-08-28", region: "440100", facts });
    const [zh, en] = [await call(body), await call(body, "en")];
    expect([zh.status, en.status]).toEqual([200, 200]);
    expect(zh.data).toMatchObject({ verdict: "block" });
    const tooYoung = (answer: unknown) =>
      (answer as { findings: { rule: string; message: string }[] }).findings.find(
        (one) => one.rule === "INT-18",
      );
    expect(tooYoung(zh.data)).toMatchObject({
      verdict: "block",
      message: "实习开始日 2026-09-01 学生只有 14 周岁。",
    });
    expect(tooYoung(en.data)?.message).toContain("the student is 14");
  });

  it("refuses wrong places by pointer, exactly as they were written", async () => {
    const body = JSON.stringify({
      on: "2026-13-01",
      facts: { "student.shoe": 1, student: { birthDate: "x" } },
    });
    const { status, data } = await call(body, "en");
    expect(status).toBe(422);
    expect((data as { errors: { pointer: string }[] }).errors.map((one) => one.pointer).sort()).toEqual([
      "/facts/student.shoe",
      "/facts/student/birthDate",
      "/on",
    ]);
  });

  it.each([["{"], [""], ["\u0000"]])("refuses %j as no JSON", async (body) => {
    expect(await call(body)).toMatchObject({
      status: 422,
      data: { status: 422, title: "请求正文不是有效的 JSON。" },
    });
  });

  it("takes nothing but POST", async () => {
    expect((await outcomeOf(() => readEvaluate(routeArgs("/api/v1/regulations/evaluate")))).status).toBe(405);
  });
});

describe("the pages", () => {
  it("list the rules of one pack at one stage, and ignore a stage nobody knows", async () => {
    const { data } = await outcomeOf(() => list(routeArgs("/regulations?pack=shaanxi-2023&stage=start")));
    expect(data).toMatchObject({
      stage: "start",
      shown: [{ id: "shaanxi-2023", rules: [{ id: "INT-08-61" }] }],
    });
    expect((await outcomeOf(() => list(routeArgs("/regulations?stage=lunch")))).data).toMatchObject({
      stage: null,
    });
  });

  it("judge an example and open empty otherwise", async () => {
    const { data } = await outcomeOf(() => openCheck(routeArgs("/regulations/check?example=agency")));
    expect(data).toMatchObject({ example: "agency", answer: { result: { verdict: "block" } } });
    expect(
      (await outcomeOf(() => openCheck(routeArgs("/regulations/check?example=nobody")))).data,
    ).toMatchObject({
      example: null,
      answer: null,
    });
  });

  it("keep what was typed, with a word beside the field that is wrong", async () => {
    const form = {
      on: "2026-08-28",
      "student.birthDate": "2012-02-30",
      "pay.monthlyFen": "3,200",
      fees: ["none"],
    };
    const { status, data } = await outcomeOf(() => check(routeArgs("/regulations/check", { form })));
    expect(status).toBe(422);
    expect(data).toMatchObject({
      result: null,
      state: {
        typed: { ...form, fees: "none" },
        fields: [{ field: "student.birthDate", key: "errors.notADate" }],
      },
    });
  });

  it("answer typed facts with findings, worst first", async () => {
    const form = { on: "2026-08-28", region: "440300", "agent.involved": "yes", "student.gradeYear": "3" };
    const { status, data } = await outcomeOf(() =>
      check(routeArgs("/regulations/check", { form, language: "en" })),
    );
    expect(status).toBe(200);
    const { result } = data as { result: { verdict: string; findings: { id: string; verified: boolean }[] } };
    expect(result.verdict).toBe("block");
    expect(result.findings[0]).toMatchObject({ id: "INT-22", verified: true });
  });
});
