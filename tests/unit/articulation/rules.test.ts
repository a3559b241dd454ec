import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { kindOf, kindsOn, lengthOf, PATHWAY_KINDS } from "~/articulation/rules/kinds";
import {
  PATHWAY_ACTIONS,
  PATHWAY_STATES,
  PATHWAY_TRANSITIONS,
  pathwayTransition,
} from "~/articulation/rules/lifecycle";
import { majorHint } from "~/articulation/rules/major-hint";
import { examDayOf, examinationOn, type Plan, planGaps } from "~/articulation/rules/plan";
import { readResultRow } from "~/articulation/rules/result-columns";
import { judge, LEAVING_REASONS, MEMBER_STATES, mayTell, progression } from "~/articulation/rules/results";

const plan = (changes: Partial<Plan> = {}): Plan => ({
  founderId: "a",
  agreementId: "agreement",
  stages: [
    { schoolId: "a", schoolLevel: "secondary", majorCode: "660103", majorLevel: "secondary", quota: 40 },
    { schoolId: "b", schoolLevel: "associate", majorCode: "460103", majorLevel: "associate", quota: 40 },
  ],
  enterprises: 0,
  examDay: "05-20",
  parts: [{ name: "技能", weightBp: 10_000 }],
  passBp: 6_000,
  ...changes,
});

const keys = (kind: string, changes: Partial<Plan> = {}) =>
  planGaps(kindOf(kind), plan(changes)).map((gap) => gap.key);

describe("the kinds of pathways", () => {
  it("have two stages whose levels rise, and say that no text was checked", () => {
    const order = ["secondary", "associate", "bachelor"];
    for (const kind of PATHWAY_KINDS) {
      const [first, second] = kind.stages;
      expect(order.indexOf(first.level)).toBeLessThan(order.indexOf(second.level));
      expect(kind.source.verified).toBe(false);
    }
    expect(PATHWAY_KINDS.map(lengthOf)).toEqual([5, 5, 7, 7, 6]);
  });

  it("are chosen by the day", () => {
    expect(kindsOn("2023-12-31")).toEqual([]);
    expect(kindsOn("2026-11-23")).toHaveLength(PATHWAY_KINDS.length);
  });
});

describe("the life of a pathway", () => {
  it("goes by the table alone", () => {
    for (const state of PATHWAY_STATES) {
      for (const action of PATHWAY_ACTIONS) {
        const row = PATHWAY_TRANSITIONS.find((one) => one.action === action && one.from.includes(state));
        const found = pathwayTransition(state, action, row?.who[0] ?? "founder", "why");
        expect(found.ok).toBe(row !== undefined);
      }
    }
  });

  it("asks for a reason and for the right one to speak", () => {
    expect(pathwayTransition("running", "close", "founder", " ")).toEqual({ ok: false, why: "reason" });
    expect(pathwayTransition("confirmed", "approve", "founder")).toEqual({ ok: false, why: "who" });
    expect(pathwayTransition("draft", "approve", "authority")).toEqual({ ok: false, why: "state" });
  });

  it("can be left from every state that is not over", () => {
    const over = ["ended", "withdrawn"];
    for (const state of PATHWAY_STATES) {
      const ways = PATHWAY_TRANSITIONS.filter((one) => one.from.includes(state));
      expect(ways.length > 0).toBe(!over.includes(state));
    }
  });
});

describe("what a plan lacks", () => {
  it("is nothing when it is complete", () => expect(keys("three_two")).toEqual([]));

  it.each([
    ["no second school", { stages: [plan().stages[0]!] }, "articulation.gap.school"],
    [
      "a college for the first stage",
      { stages: [{ ...plan().stages[0]!, schoolLevel: "associate" as const }, plan().stages[1]!] },
      "articulation.gap.schoolLevel.secondary",
    ],
    [
      "a major of another level",
      { stages: [plan().stages[0]!, { ...plan().stages[1]!, majorLevel: "bachelor" as const }] },
      "articulation.gap.majorLevel.associate",
    ],
    [
      "more seats in the second stage",
      { stages: [plan().stages[0]!, { ...plan().stages[1]!, quota: 41 }] },
      "articulation.gap.quotaGrows",
    ],
    ["no agreement", { agreementId: null }, "articulation.gap.agreement"],
    ["a founder who teaches nothing", { founderId: "c" }, "articulation.gap.founder"],
    ["weights of 90%", { parts: [{ name: "技能", weightBp: 9_000 }] }, "articulation.gap.weights"],
    ["no mark", { passBp: 0 }, "articulation.gap.pass"],
    ["no day", { examDay: null }, "articulation.gap.examDay"],
  ])("is said: %s", (_name, changes, key) => expect(keys("three_two", changes)).toContain(key));

  it("holds an unknown level of a school against nobody", () => {
    const stages = plan().stages.map((stage) => ({ ...stage, schoolLevel: null }));
    expect(keys("three_two", { stages })).toEqual([]);
  });

  it("follows the kind: who leads, an enterprise, one school for both", () => {
    expect(keys("secondary_bachelor")).toContain("articulation.gap.founds.two");
    expect(keys("school_college_enterprise")).toEqual(["articulation.gap.enterprise"]);
    const one = plan().stages.map((stage) => ({
      ...stage,
      schoolId: "a",
      schoolLevel: "associate" as const,
    }));
    expect(keys("five_year", { stages: one, agreementId: null })).toEqual([]);
    expect(keys("three_two", { stages: one })).toContain("articulation.gap.twoSchools");
  });

  it("takes only days that are in every year", () => {
    expect(examDayOf(5, 20)).toBe("05-20");
    expect(examDayOf(2, 29)).toBeNull();
    expect(examDayOf(13, 1)).toBeNull();
    expect(examinationOn(2024, 3, "05-20")).toBe("2027-05-20");
  });
});

const PARTS = [
  { name: "文化", weightBp: 4_000 },
  { name: "技能", weightBp: 6_000 },
];

describe("a result", () => {
  it("is the weighted total, rounded half up", () => {
    expect(judge(PARTS, [6_000, 6_000], 6_000)).toEqual({ state: "passed", totalBp: 6_000 });
    expect(judge(PARTS, [5_999, 6_000], 6_000)).toEqual({ state: "passed", totalBp: 6_000 });
    expect(judge(PARTS, [5_998, 6_000], 6_000)).toEqual({ state: "failed", totalBp: 5_999 });
  });

  it("is none while a part is missing, however good the rest", () => {
    expect(judge(PARTS, [10_000, null], 6_000)).toEqual({ state: "studying", totalBp: null });
    expect(judge(PARTS, [], 6_000)).toEqual({ state: "studying", totalBp: null });
  });

  it("is read from a row, and nothing is guessed", () => {
    expect(readResultRow({ studentNumber: "S1", part0: "82.5", part1: "" }, PARTS)).toEqual({
      ok: true,
      number: "S1",
      scores: [8_250, null],
    });
    const fields = (cells: Record<string, string>) => {
      const row = readResultRow(cells, PARTS);
      return row.ok ? [] : row.findings.map((one) => one.field);
    };
    expect(fields({ studentNumber: "", part0: "80" })).toEqual(["studentNumber"]);
    expect(fields({ studentNumber: "S1", part0: "101", part1: "八十" })).toEqual(["part0", "part1"]);
    expect(fields({ studentNumber: "S1" })).toEqual(["part0"]);
  });
});

const members = fc.array(
  fc.record({
    state: fc.constantFrom(...MEMBER_STATES),
    reasonCode: fc.constantFrom(...LEAVING_REASONS),
  }),
  { maxLength: 60 },
);

describe("the share that moved on", () => {
  it("counts everybody once: successes, the rest, exclusions and unknown", () => {
    fc.assert(
      fc.property(members, fc.nat(30), (list, more) => {
        const enrolled = list.length + more;
        const { numerator, denominator, exclusions, unknown } = progression(enrolled, list);
        const excluded = exclusions.reduce((sum, one) => sum + one.count, 0);
        expect(denominator + excluded + unknown).toBe(enrolled);
        expect(numerator).toBeLessThanOrEqual(denominator);
      }),
    );
  });

  it("does not change when somebody without a result comes in", () => {
    fc.assert(
      fc.property(members, (list) => {
        const before = progression(list.length, list);
        const after = progression(list.length + 1, [...list, { state: "studying", reasonCode: "" }]);
        expect(after.rateBp).toBe(before.rateBp);
        expect(after.unknown).toBe(before.unknown + 1);
      }),
    );
  });

  it("is no figure at all without a result, and leaves out who moved school", () => {
    expect(progression(30, []).rateBp).toBeNull();
    const figure = progression(3, [
      { state: "passed", reasonCode: "" },
      { state: "left", reasonCode: "moved" },
      { state: "left", reasonCode: "work" },
    ]);
    expect(figure).toMatchObject({ numerator: 1, denominator: 2, rateBp: 5_000, unknown: 0 });
    expect(figure.exclusions).toEqual([{ reason: "moved", count: 1 }]);
  });

  it("is not told where it would point at one to four people", () => {
    const told = (passed: number, failed: number, unknown = 0) =>
      mayTell({ numerator: passed, denominator: passed + failed, exclusions: [], unknown, rateBp: null });
    expect(told(20, 5)).toBe(true);
    expect(told(20, 0)).toBe(true);
    expect(told(20, 4)).toBe(false);
    expect(told(4, 20)).toBe(false);
    expect(told(20, 5, 3)).toBe(false);
  });
});

describe("the hint about majors", () => {
  it("names the class and what both prepare for", () => {
    const occupation = (code: string) => ({ code, name: `职业${code}` });
    const hint = majorHint(
      { family: "06-01", className: "机械", occupations: [occupation("1"), occupation("2")] },
      { family: "06-01", className: "机械设计", occupations: [occupation("2"), occupation("3")] },
    );
    expect(hint).toEqual({ sameFamily: true, classes: ["机械", "机械设计"], shared: ["职业2"] });
  });

  it("does not take two unknown classes for one", () => {
    const unknown = { family: null, className: "", occupations: [] };
    expect(majorHint(unknown, unknown).sameFamily).toBe(false);
  });
});
