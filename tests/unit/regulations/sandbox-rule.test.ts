import { describe, expect, it } from "vitest";
import { PACKS } from "~/regulations/rules/packs/all";
import { adjustPacks, type Subject } from "~/regulations/rules/sandbox";
import { compareRule, ruleOf, shownThreshold, typedAdjustments } from "~/regulations/rules/sandbox-rule";
import { LAWFUL, ON, REGION, without } from "./lawful";

const rule = ruleOf(PACKS, "INT-14")!;

const subject = (id: string, active: number): Subject => ({
  id,
  on: ON,
  region: REGION,
  // Something else is missing of everybody: it must not hide what the rule itself says.
  facts: {
    ...without(LAWFUL, "student.birthDate"),
    "host.onPostEmployees": 100,
    "host.activePlacements": active,
  },
});

const tried = (typed: Record<string, string>, subjects: readonly Subject[]) => {
  const { adjustments } = typedAdjustments(rule, (name) => typed[name] ?? null);
  const adjusted = adjustPacks(PACKS, adjustments);
  if (!adjusted.ok) throw new Error(JSON.stringify(adjusted.problems));
  return compareRule(subjects, { before: PACKS, after: adjusted.packs }, rule.id, "roster");
};

describe("trying out a rule", () => {
  const subjects = [subject("few", 4), subject("some", 8), subject("many", 12)];

  it("tells who would newly break it, whatever else is missing of them", () => {
    expect(tried({ shareBp: "5" }, subjects)).toEqual({
      better: [],
      worse: [{ id: "some", before: "pass", after: "block" }],
      unchanged: 2,
    });
  });

  it("tells who would newly keep it, also when it ends", () => {
    expect(tried({ shareBp: "15" }, subjects).better.map(({ id }) => id)).toEqual(["many"]);
    expect(tried({ validTo: "2022-12-31" }, subjects)).toEqual({
      better: [{ id: "many", before: "block", after: null }],
      worse: [],
      unchanged: 2,
    });
  });

  it("reads what was typed where it differs, percent as basis points, and says what it cannot read", () => {
    const read = (typed: Record<string, string>) => typedAdjustments(rule, (name) => typed[name] ?? null);
    expect(shownThreshold("shareBp", 1250)).toBe("12.5");
    expect(read({ shareBp: "10", validFrom: rule.validFrom, validTo: "" })).toEqual({
      adjustments: [],
      unread: [],
    });
    expect(read({ shareBp: "12.5" }).adjustments).toEqual([
      { rule: "INT-14", threshold: "shareBp", value: 1250 },
    ]);
    expect(read({ shareBp: "many", validFrom: "yesterday" }).unread).toEqual(["shareBp", "validFrom"]);
  });

  it("leaves the packs themselves as they are", () => {
    const before = JSON.stringify(PACKS);
    tried({ shareBp: "1" }, subjects);
    expect(JSON.stringify(PACKS)).toBe(before);
  });
});
