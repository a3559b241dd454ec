import { describe, expect, it } from "vitest";
import { evaluate, type Finding } from "~/regulations/rules/evaluate";
import type { Facts } from "~/regulations/rules/facts/dictionary";
import { PACKS } from "~/regulations/rules/packs/all";
import type { Case } from "./case";
import { CASES_BEFORE } from "./cases-before";
import { CASES_DURING } from "./cases-during";
import { CASES_PARTNERSHIP } from "./cases-partnership";
import { LAWFUL, ON, REGION, without } from "./lawful";

const CASES: readonly Case[] = [...CASES_BEFORE, ...CASES_DURING, ...CASES_PARTNERSHIP];

const findingOf = (rule: string, facts: Facts, region = REGION, on = ON): Finding => {
  const found = evaluate({ on, region, facts }).findings.find((finding) => finding.rule === rule);
  if (!found) throw new Error(`${rule} was not asked`);
  return found;
};

describe("each rule passes, is broken, and lacks facts", () => {
  it("has a case for every rule of every pack", () => {
    const ids = PACKS.flatMap((pack) => pack.rules.map((rule) => rule.id));
    expect([...ids].sort()).toEqual([...CASES.map((one) => one.rule)].sort());
    expect(new Set(ids).size).toBe(ids.length);
  });

  for (const { rule, base = LAWFUL, region, on, broken, lacks } of CASES) {
    it(`${rule} passes what is lawful`, () => {
      const finding = findingOf(rule, base, region, on);
      expect(finding).toMatchObject({ verdict: "pass", fix: { zh: "", en: "" } });
    });

    it.each(
      broken.map(([changes, verdict]) => [JSON.stringify(changes), changes, verdict] as const),
    )(`${rule} with %s`, (_title, changes, verdict) => {
      const finding = findingOf(rule, { ...base, ...changes }, region, on);
      expect(finding.verdict).toBe(verdict);
      for (const text of [finding.message, finding.fix]) {
        expect(text.zh).not.toMatch(/\{\{|undefined|NaN/);
        expect(text.en).not.toMatch(/\{\{|undefined|NaN/);
        expect(text.zh.length).toBeGreaterThan(0);
        expect(text.en.length).toBeGreaterThan(0);
      }
      expect(Object.keys(finding.facts).length).toBeGreaterThan(0);
    });

    if (lacks) {
      it(`${rule} is undecided without ${lacks}`, () => {
        const finding = findingOf(rule, without(base, lacks), region, on);
        expect(finding.verdict).toBe("missing");
        expect(finding.missing).toContain(lacks);
      });
    }
  }
});
