import { describe, expect, it } from "vitest";
import { z } from "zod";
import { evaluateCall } from "~/regulations/evaluate-call";
import { definitionOf, FACT_KEYS } from "~/regulations/rules/facts/dictionary";
import { evaluationAnswer, evaluationRequest, factsSchema, parseEvaluationCall } from "~/regulations/schema";
import { LAWFUL, ON, REGION } from "./lawful";

const call = (facts: unknown, rest: object = {}) => ({ on: ON, region: REGION, facts, ...rest });

const nested = (facts: object) => {
  const tree: Record<string, Record<string, unknown>> = {};
  const flat: Record<string, unknown> = {};
  for (const [key, value] of Object.entries(facts)) {
    const [head = "", leaf] = key.split(".");
    if (leaf === undefined) flat[key] = value;
    else tree[head] = { ...tree[head], [leaf]: value };
  }
  return { ...flat, ...tree };
};

describe("the evaluation call", () => {
  it("answers the same for dotted and nested facts", () => {
    const dotted = evaluateCall(call(LAWFUL), "zh-CN");
    expect(dotted).toMatchObject({ ok: true, answer: { verdict: "pass" } });
    expect(evaluateCall(call(nested(LAWFUL)), "zh-CN")).toEqual(dotted);
  });

  it("answers in the caller's language, in the published shape", () => {
    const body = call({ ...LAWFUL, "shifts.night": true });
    const [zh, en] = [evaluateCall(body, "zh-CN"), evaluateCall(body, "en")];
    if (!zh.ok || !en.ok) throw new Error("refused");
    const blocked = (answer: typeof zh.answer) => answer.findings.find((one) => one.verdict === "block");
    expect(blocked(zh.answer)).toMatchObject({
      rule: "INT-24",
      article: "内部规则",
      message: "安排了夜班。",
    });
    expect(blocked(en.answer)).toMatchObject({ article: "house rule", fix: "Move to day shifts." });
    expect(evaluationAnswer.parse(zh.answer)).toEqual(zh.answer);
  });

  it.each([
    ["a list", [], "", "regulations.errors.notAnObject"],
    ["no facts", { on: ON, region: REGION }, "/facts", "errors.required"],
    ["facts as a list", call([]), "/facts", "regulations.errors.notAnObject"],
    ["an impossible date", call({}, { on: "2026-02-30" }), "/on", "errors.notADate"],
    ["a date that is not one", call({}, { on: 20260228 }), "/on", "errors.wrongFormat"],
    ["a region by name", call({}, { region: "广州" }), "/region", "errors.notACode"],
    ["a stage nobody knows", call({}, { stage: "lunch" }), "/stage", "errors.notAChoice"],
    ["another key beside", call({}, { fact: {} }), "/fact", "errors.unknownField"],
    [
      "an unknown fact",
      call({ "student.shoeSize": 41 }),
      "/facts/student.shoeSize",
      "regulations.errors.unknownFact",
    ],
    [
      "an unknown nested fact",
      call({ student: { shoeSize: 41 } }),
      "/facts/student/shoeSize",
      "regulations.errors.unknownFact",
    ],
    [
      "a birthday on 30 February",
      call({ student: { birthDate: "2010-02-30" } }),
      "/facts/student/birthDate",
      "errors.notADate",
    ],
    [
      "pay with a fraction of a fen",
      call({ "pay.monthlyFen": 1.5 }),
      "/facts/pay.monthlyFen",
      "errors.notAnInteger",
    ],
    ["text for a number", call({ "hours.perDay": "8" }), "/facts/hours.perDay", "errors.notANumber"],
    [
      "a negative head-count",
      call({ "host.onPostEmployees": -1 }),
      "/facts/host.onPostEmployees",
      "errors.tooSmall",
    ],
    [
      "a hazard nobody knows",
      call({ "post.hazardCodes": ["dust", "ghosts"] }),
      "/facts/post.hazardCodes/1",
      "errors.notAChoice",
    ],
    [
      "an hour past midnight",
      call({ "shifts.endTime": "24:30" }),
      "/facts/shifts.endTime",
      "regulations.errors.notATime",
    ],
    [
      "a reversed segment",
      call({ "placement.segments": ["2026-10-01/2026-09-01"] }),
      "/facts/placement.segments/0",
      "regulations.errors.notAPeriod",
    ],
    [
      "the same fact twice",
      call({ "student.sex": "male", student: { sex: "male" } }),
      "/facts/student/sex",
      "regulations.errors.twice",
    ],
    ["an object for a fact", call({ fees: { deposit: 1 } }), "/facts/fees", "errors.wrongFormat"],
  ])("refuses %s with a pointer", (_title, body, pointer, key) => {
    const parsed = parseEvaluationCall(body);
    expect(parsed.ok).toBe(false);
    if (parsed.ok) return;
    expect(parsed.errors.map((one) => [one.pointer, one.key])).toContainEqual([pointer, key]);
  });

  it("takes null for unknown and a missing region for the national rules", () => {
    const parsed = parseEvaluationCall({ on: ON, facts: { "student.sex": null } });
    expect(parsed).toEqual({ ok: true, value: { on: ON, region: null, facts: {} } });
  });

  it("does not take inherited names for facts", () => {
    const parsed = parseEvaluationCall(
      JSON.parse(`{"on":"${ON}","facts":{"__proto__":{"sex":"male"},"constructor":1}}`),
    );
    expect(parsed.ok).toBe(false);
  });
});

describe("the published schema", () => {
  it("describes every fact with an example it accepts", () => {
    const document = z.toJSONSchema(evaluationRequest, { io: "input" });
    const facts = document.properties?.facts;
    if (typeof facts !== "object") throw new Error("no facts in the document");
    expect(Object.keys(facts.properties ?? {})).toEqual(FACT_KEYS);
    for (const key of FACT_KEYS) {
      expect(factsSchema.safeParse({ [key]: definitionOf(key).example }).success, key).toBe(true);
      expect(facts.properties?.[key], key).toMatchObject({ description: expect.stringContaining("。") });
    }
  });
});
