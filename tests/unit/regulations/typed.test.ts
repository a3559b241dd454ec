import { describe, expect, it } from "vitest";
import { checkTyped } from "~/regulations/check";
import { browseRules, packChoices, stageChoices } from "~/regulations/rule-view";
import { type EXAMPLES, exampleFacts } from "~/regulations/rules/examples";
import { PACKS } from "~/regulations/rules/packs/all";
import { thresholdText } from "~/regulations/rules/thresholds";
import { callFromTyped, typedFromFacts } from "~/regulations/rules/typed-facts";
import { LAWFUL, LISTED, ON, REGION } from "./lawful";

const typedExample = (name: (typeof EXAMPLES)[number], on = ON) => ({
  ...typedFromFacts(exampleFacts(name, on)),
  on,
  region: REGION,
});

describe("what somebody types", () => {
  it("comes back as the facts it was made from", () => {
    for (const facts of [LAWFUL, LISTED]) expect(callFromTyped(typedFromFacts(facts))).toEqual(facts);
  });

  it.each([
    ["pay.monthlyFen", "3,200.5", 320_050],
    ["pay.monthlyFen", "三千", "三千"],
    ["pay.monthlyFen", "-1", "-1"],
    ["pay.monthlyFen", "0.29", 29],
    ["hours.perDay", "7.5", 7.5],
    ["hours.perDay", "8h", "8h"],
    ["host.onPostEmployees", "1，200", 1200],
    ["shifts.night", "yes", true],
    ["shifts.night", "maybe", "maybe"],
    ["post.tasks", "读图\n 装夹 \n\n", ["读图", "装夹"]],
    ["post.majorCodes", "660301、6601 66", ["660301", "6601", "66"]],
    ["host.creditFlags", "无", []],
    ["post.hazardCodes", ["none"], []],
    ["post.hazardCodes", "dust", ["dust"]],
    ["post.hazardCodes", ["none", "dust"], ["none", "dust"]],
  ])("%s typed as %j is %j", (fact, typed, value) => {
    expect(callFromTyped({ [fact]: typed })).toEqual({ [fact]: value });
  });

  it("leaves out what was left empty and what is no fact", () => {
    expect(callFromTyped({ "student.birthDate": "  ", "student.shoe": "41", on: ON })).toEqual({});
  });
});

describe("the check", () => {
  it.each([
    ["lawful", "pass", null],
    ["tooYoung", "block", "INT-18"],
    ["overRatio", "block", "INT-14"],
    ["night", "block", "INT-24"],
    ["lowPay", "warn", "INT-26"],
    ["uninsured", "block", "INT-38"],
    ["wrongMajor", "block", "INT-08"],
    ["agency", "block", "INT-22"],
  ] as const)("the example %s is judged %s", (name, verdict, rule) => {
    for (const on of [ON, "2027-02-28", "2028-02-29"]) {
      const checked = checkTyped(typedExample(name, on), "zh-CN");
      if (!checked.ok) throw new Error(JSON.stringify(checked.errors));
      expect(checked.verdict).toBe(verdict);
      if (rule) expect(checked.findings[0]?.id).toBe(rule);
    }
  });

  it("names the field of what could not be read, once, and needs a date", () => {
    const checked = checkTyped(
      { region: "44", "pay.monthlyFen": "lots", "placement.start": "2026-02-30" },
      "en",
    );
    expect(checked.ok ? [] : checked.errors.map((one) => one.field).sort()).toEqual([
      "on",
      "pay.monthlyFen",
      "placement.start",
      "region",
    ]);
  });

  it("leads from a missing fact to its field and says facts in words", () => {
    const checked = checkTyped({ on: ON, "placement.type": "internship" }, "en");
    if (!checked.ok) throw new Error("refused");
    const line = checked.findings.find((one) => one.id === "INT-17");
    expect(line).toMatchObject({
      verdict: "missing",
      fixHref: "#student.gradeYear",
      source: expect.stringContaining("art. 16(1)"),
    });
    expect(line?.facts).toContain("internship on a post");
  });
});

describe("the list of rules", () => {
  it("shows every rule once, and filters by pack and stage as it counts", () => {
    const all = browseRules(null, null, "zh-CN");
    expect(all.flatMap((pack) => pack.rules).length).toBe(PACKS.flatMap((pack) => pack.rules).length);
    for (const { id, count } of packChoices("start", "en")) {
      expect(browseRules(id, "start", "en").flatMap((pack) => pack.rules).length).toBe(count);
    }
    for (const { id, count } of stageChoices("listing-house")) {
      expect(browseRules("listing-house", id, "en").flatMap((pack) => pack.rules).length).toBe(count);
    }
    expect(browseRules("nobody", null, "en")).toEqual([]);
  });

  it("has words for every adjustable number", () => {
    const numbers = PACKS.flatMap((pack) => pack.rules).flatMap((rule) =>
      Object.entries(rule.thresholds).filter(([, value]) => typeof value !== "object"),
    );
    expect(numbers.filter(([name, value]) => thresholdText(name, value) === null)).toEqual([]);
    expect(thresholdText("shareBp", 1000)).toEqual({ zh: "人数比例上限 10%", en: "Highest share 10%" });
  });
});
