import { describe, expect, it } from "vitest";
import { publishedCalendar } from "~/regulations/rules/calendar";
import { evaluate } from "~/regulations/rules/evaluate";
import type { Facts } from "~/regulations/rules/facts/dictionary";
import { endOfYears } from "~/regulations/rules/terms";
import { LAWFUL, ON, REGION } from "./lawful";

const verdictOf = (rule: string, changes: Facts) =>
  evaluate({ on: ON, region: REGION, facts: { ...LAWFUL, ...changes } }).findings.find(
    (one) => one.rule === rule,
  );

describe("ages", () => {
  it.each([
    ["2010-09-01", "2026-09-01", "pass"],
    ["2010-09-02", "2026-09-01", "block"],
    ["2012-02-29", "2028-02-28", "block"],
    ["2012-02-29", "2028-02-29", "pass"],
    ["2008-02-29", "2025-02-28", "pass"],
  ])("born %s, starting %s: %s", (birth, start, verdict) => {
    expect(verdictOf("INT-18", { "student.birthDate": birth, "placement.start": start })?.verdict).toBe(
      verdict,
    );
  });

  it("says when somebody born on 29 February turns sixteen in a common year", () => {
    const finding = verdictOf("INT-18", {
      "student.birthDate": "2016-02-29",
      "placement.start": "2026-09-01",
    });
    expect(finding?.fix.zh).toContain("2032-02-29");
    const minor = verdictOf("INT-19", {
      "student.birthDate": "2012-02-29",
      "placement.start": "2029-09-01",
      "post.hazardCodes": ["dust"],
    });
    expect(minor?.message.en).toContain("2030-03-01");
  });

  it("holds the minors' list against who turns eighteen during the placement, and not against an adult", () => {
    const hazard: Facts = { "post.hazardCodes": ["dust"] };
    expect(verdictOf("INT-19", { ...hazard, "student.birthDate": "2008-09-02" })?.verdict).toBe("block");
    expect(verdictOf("INT-19", { ...hazard, "student.birthDate": "2008-09-01" })).toMatchObject({
      verdict: "pass",
      applies: false,
    });
  });
});

describe("the calendar", () => {
  it.each([
    ["2026-10-01", "rest_day"],
    ["2026-10-10", "workday"],
    ["2026-10-11", "rest_day"],
    ["2026-11-23", "workday"],
    ["2099-03-03", "unknown"],
  ])("%s is a %s", (date, kind) => {
    expect(publishedCalendar.kindOf(date)).toBe(kind);
  });

  it("lets a weekend moved to a work day be worked", () => {
    expect(verdictOf("INT-24", { workDates: ["2026-10-10"] })?.verdict).toBe("pass");
  });

  it("lets a filing that spans the placement cover nights, and not one that ends early", () => {
    const filed: Facts = {
      "shifts.night": true,
      "filing.specialNo": "示教备〔2026〕12号",
      "filing.specialScope": ["night_overtime"],
      "filing.specialFrom": "2026-09-01",
      "filing.specialTo": "2026-12-31",
    };
    expect(verdictOf("INT-24", filed)?.verdict).toBe("pass");
    expect(verdictOf("INT-24", { ...filed, "filing.specialTo": "2026-12-30" })?.verdict).toBe("block");
    expect(verdictOf("INT-24", { ...filed, "filing.specialScope": ["rest_days"] })?.verdict).toBe("block");
  });

  it.each([
    ["22:00", "06:00", "block"],
    ["05:00", "13:00", "block"],
    ["06:00", "14:00", "pass"],
    ["14:00", "22:00", "pass"],
    ["18:00", "02:00", "block"],
  ])("a shift %s to %s: %s", (from, to, verdict) => {
    expect(verdictOf("INT-24", { "shifts.startTime": from, "shifts.endTime": to })?.verdict).toBe(verdict);
  });
});

describe("terms", () => {
  it.each([
    ["2026-09-01", 3, "2029-08-31"],
    ["2024-02-29", 3, "2027-02-28"],
    ["2024-02-29", 4, "2028-02-29"],
    ["2026-01-01", 1, "2026-12-31"],
  ])("%s for %i years ends on %s", (start, years, end) => {
    expect(endOfYears(start, years)).toBe(end);
  });
});

describe("what was in force", () => {
  it("judges by the rules of the day of submission: a later exception does not heal, a later law does not harm", () => {
    const facts: Facts = {
      ...LAWFUL,
      "host.onPostEmployees": 100,
      "host.activePlacements": 11,
      "exception.headcountReason": "订单班",
      "exception.headcountAuthority": "市教育局",
    };
    const told = (on: string) =>
      evaluate({ on, region: REGION, stage: "application", facts })
        .findings.filter(({ rule }) => rule.startsWith("INT-14"))
        .map(({ rule, verdict, verified }) => [rule, verdict, verified]);
    expect(told("2021-12-30")).toEqual([["INT-14-2016", "block", true]]);
    expect(told("2021-12-31")).toEqual([["INT-14", "warn", false]]);
    expect(told("2016-04-10")).toEqual([]);
  });

  it("knows nothing of a year whose holidays are not published, instead of passing it", () => {
    expect(verdictOf("INT-24", { workDates: ["2099-03-03"] })?.verdict).toBe("missing");
  });

  it.each([
    ["2010-12-01", "2026-09-01", "block"],
    ["2010-08-31", "2026-09-01", "pass"],
  ])("asks for sixteen on the first day, not only on some day: born %s, starting %s", (birth, start, verdict) => {
    const facts = { "student.birthDate": birth, "placement.start": start, "placement.end": "2027-02-28" };
    expect(verdictOf("INT-18", facts)?.verdict).toBe(verdict);
  });

  const at = (on: string, region: string) =>
    evaluate({ on, region, facts: { ...LAWFUL, "insurance.workInjury": false } }).findings.map(
      (one) => one.rule,
    );

  it("asks Hunan's rule only there and only from 2025", () => {
    expect(at("2025-01-01", "430100")).toContain("INT-39");
    expect(at("2024-12-31", "430100")).not.toContain("INT-39");
    expect(at("2025-01-01", "440100")).not.toContain("INT-39");
  });

  it("puts Shaanxi's stricter rule in the place of the national one", () => {
    const cross: Facts = { "post.majorCodes": ["7203"], "post.crossCategoryReason": "联合开发岗位" };
    const inProvince = (region: string) =>
      evaluate({ on: ON, region, facts: { ...LAWFUL, ...cross } }).verdict;
    expect(at("2026-08-28", "610100")).not.toContain("INT-08");
    expect(inProvince("610100")).toBe("block");
    expect(inProvince("440300")).toBe("warn");
  });

  it("passes nothing on a date for which no rule is known", () => {
    expect(evaluate({ on: "2009-01-01", region: "440300", facts: LAWFUL })).toEqual({
      verdict: "missing",
      findings: [],
    });
  });
});
