import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { RANK, ruleBook, verdictBy } from "~/regulations/rules/compile";
import { evaluate, HOUSE_RULE } from "~/regulations/rules/evaluate";
import { FACT_KEYS, FACTS, type Facts } from "~/regulations/rules/facts/dictionary";
import { PACKS } from "~/regulations/rules/packs/all";
import { STAGES } from "~/regulations/rules/rule";
import { APPRENTICE, COOPERATING, EMPLOYED, LAWFUL, LISTED, ON, REGION, without } from "./lawful";

describe("the whole verdict", () => {
  it("passes lawful subjects of every kind", () => {
    for (const facts of [LAWFUL, APPRENTICE, EMPLOYED, LISTED, { ...LAWFUL, ...COOPERATING }]) {
      const { verdict, findings } = evaluate({ on: ON, region: REGION, facts });
      expect(
        findings.filter((one) => one.verdict !== "pass").map((one) => [one.rule, one.message.zh]),
      ).toEqual([]);
      expect(verdict).toBe("pass");
    }
  });

  it("is missing when nothing is known", () => {
    expect(evaluate({ on: ON, region: REGION, facts: {} }).verdict).toBe("missing");
  });

  it("ranks block over missing over warn over pass", () => {
    const warned: Facts = { ...LAWFUL, "pay.monthlyFen": 1 };
    expect(evaluate({ on: ON, region: REGION, facts: warned }).verdict).toBe("warn");
    const lacking = without(warned, "student.sex");
    expect(evaluate({ on: ON, region: REGION, facts: lacking }).verdict).toBe("missing");
    expect(evaluate({ on: ON, region: REGION, facts: { ...lacking, fees: ["deposit"] } }).verdict).toBe(
      "block",
    );
  });

  it("leaves cooperation and closing rules out until somebody mentions them, unless their stage asks", () => {
    const ids = (facts: Facts, stage?: "completion" | "cooperation") =>
      evaluate({ on: ON, region: REGION, facts, ...(stage ? { stage } : {}) }).findings.map(
        (one) => one.rule,
      );
    expect(ids(LAWFUL)).not.toContain("COOP-02");
    expect(ids(COOPERATING)).toContain("COOP-02");
    expect(ids(LAWFUL, "completion")).toContain("INT-41");
    expect(evaluate({ on: ON, region: REGION, stage: "completion", facts: LAWFUL }).verdict).toBe("missing");
  });

  it("says all that is wrong under one rule, and who must act", () => {
    const facts: Facts = { ...LAWFUL, "shifts.night": true, "shifts.overtime": true };
    const found = evaluate({ on: ON, region: REGION, facts }).findings.find((one) => one.rule === "INT-24");
    expect(found?.message.zh).toBe("安排了夜班。安排了加班。");
    expect(found?.who).toBe("host");
    expect(found?.facts["shifts.night"]).toBe(true);
  });

  it("cites an article only where it was verified", () => {
    const { findings } = evaluate({ on: ON, region: REGION, facts: LAWFUL });
    const article = (rule: string) => findings.find((one) => one.rule === rule)?.article;
    expect(article("INT-18")?.zh).toBe("《职业学校学生实习管理规定》（2021年修订）第十六条第（二）项");
    expect(article("INT-27")?.en).toContain("art. 18");
    expect(article("INT-14")).toEqual(HOUSE_RULE);
    for (const rule of PACKS.flatMap((pack) => pack.rules)) {
      expect(rule.source.verified).toBe(rule.source.article !== null);
      if (rule.source.tag === "M" || rule.source.tag === "D") expect(rule.source.verified).toBe(false);
    }
  });
});

describe("properties", () => {
  const VIOLATIONS: readonly Facts[] = [
    { "student.birthDate": "2012-01-01" },
    { "student.gradeYear": 1 },
    { "host.activePlacements": 400 },
    { "post.activePlacements": 39 },
    { "shifts.night": true },
    { "shifts.restDays": true },
    { "hours.perWeek": 60 },
    { "pay.monthlyFen": 0 },
    { "pay.payee": "agent" },
    { "insurance.liability": false },
    { "major.code": "720201" },
    { "agent.involved": true },
    { fees: ["deposit"] },
    { retainedDocuments: ["id_card"] },
    { "host.industryCode": "9013" },
    { "post.hazardCodes": ["radiation", "load_bearing"] },
    { "post.labourIntensity": 4 },
    { "agreement.signedByHost": "2026-10-01" },
    { "consent.guardian": "2026-10-01" },
    { "safetyTest.passed": false },
    { workDates: ["2026-10-01", "2026-10-02"] },
    { "mentor.host": false },
  ];
  const someKeys = fc.subarray(
    FACT_KEYS.filter((key) => LAWFUL[key] !== undefined),
    { maxLength: 12 },
  );
  const someViolations = fc.subarray([...VIOLATIONS]);
  const stage = fc.option(fc.constantFrom(...STAGES), { nil: undefined });
  const merged = (list: readonly Facts[]): Facts => Object.assign({}, ...list);

  it("adding a violation never improves the verdict", () => {
    fc.assert(
      fc.property(
        someKeys,
        someViolations,
        fc.constantFrom(...VIOLATIONS),
        stage,
        (gone, broken, more, at) => {
          const before = { ...without(LAWFUL, ...gone), ...merged(broken) };
          // A fact that becomes known may settle what was missing; a violation replaces a lawful value.
          fc.pre(
            Object.keys(more).every((key) => before[key as keyof Facts] !== undefined || !(key in LAWFUL)),
          );
          fc.pre(!broken.some((one) => Object.keys(one).some((key) => key in more)));
          const one = evaluate({ on: ON, region: REGION, facts: before, ...(at ? { stage: at } : {}) });
          const two = evaluate({
            on: ON,
            region: REGION,
            facts: { ...before, ...more },
            ...(at ? { stage: at } : {}),
          });
          expect(RANK[two.verdict]).toBeGreaterThanOrEqual(RANK[one.verdict]);
        },
      ),
      { numRuns: 400 },
    );
  });

  it("taking facts away never makes a pass out of anything else", () => {
    fc.assert(
      fc.property(someKeys, someViolations, (gone, broken) => {
        const facts = { ...LAWFUL, ...merged(broken) };
        const whole = evaluate({ on: ON, region: REGION, facts }).verdict;
        const less = evaluate({ on: ON, region: REGION, facts: without(facts, ...gone) }).verdict;
        if (whole !== "pass") expect(less).not.toBe("pass");
        else if (gone.length > 0 && less === "pass") {
          const optional = gone.every(
            (key) => evaluate({ on: ON, region: REGION, facts: without(LAWFUL, key) }).verdict === "pass",
          );
          expect(optional).toBe(true);
        }
      }),
      { numRuns: 200 },
    );
  });

  it("the quick verdict is the verdict of the findings", () => {
    fc.assert(
      fc.property(someKeys, someViolations, stage, (gone, broken, at) => {
        const facts = { ...without(LAWFUL, ...gone), ...merged(broken) };
        const book = ruleBook({ on: ON, region: REGION, stage: at ?? null, packs: PACKS });
        const full = evaluate({ on: ON, region: REGION, facts, ...(at ? { stage: at } : {}) });
        expect(verdictBy(book, facts)).toBe(full.verdict);
      }),
      { numRuns: 200 },
    );
  });
});

describe("the dictionary", () => {
  it("explains every fact in both languages with an example of its own kind", () => {
    for (const key of FACT_KEYS) {
      const fact = FACTS[key];
      for (const words of [fact.label, fact.explanation]) {
        expect(words.zh, key).toMatch(/[一-鿿]/);
        expect(words.en, key).not.toMatch(/[一-鿿]/);
      }
      expect(fact.example, key).toBeDefined();
    }
  });

  it("has no fact that no rule reads", () => {
    const read = new Set(
      PACKS.flatMap((pack) => pack.rules)
        .flatMap((rule) => rule.parts)
        .flatMap((part) => [
          ...part.premises.flatMap((one) => one.needs),
          ...part.needs,
          ...part.oneOf,
          ...part.uses,
        ]),
    );
    expect(FACT_KEYS.filter((key) => !read.has(key))).toEqual([]);
  });
});
