import { describe, expect, it } from "vitest";
import { evaluate } from "~/regulations/rules/evaluate";
import { findForbiddenClauses } from "~/regulations/rules/forbidden-clauses";
import { PACKS } from "~/regulations/rules/packs/all";
import { adjustPacks, comparePacks, type Subject } from "~/regulations/rules/sandbox";
import { judgeVenue } from "~/regulations/rules/venues";
import { LAWFUL, ON, REGION } from "./lawful";

const subject = (id: string, activePlacements: number): Subject => ({
  id,
  on: ON,
  region: REGION,
  facts: { ...LAWFUL, "host.activePlacements": activePlacements },
});

describe("a sandbox copy", () => {
  const subjects = [subject("a", 18), subject("b", 30), subject("c", 40)];

  it("shows who would break and who would pass, and leaves the packs as they are", () => {
    const stricter = adjustPacks(PACKS, [{ rule: "INT-14", threshold: "shareBp", value: 800 }]);
    const looser = adjustPacks(PACKS, [{ rule: "INT-14", threshold: "shareBp", value: 1500 }]);
    if (!stricter.ok || !looser.ok) throw new Error("refused");
    expect(comparePacks(subjects, PACKS, stricter.packs, "start")).toEqual({
      better: [],
      worse: [{ id: "b", before: "pass", after: "block" }],
      unchanged: 2,
    });
    expect(comparePacks(subjects, PACKS, looser.packs, "start").better).toEqual([
      { id: "c", before: "block", after: "pass" },
    ]);
    expect(evaluate({ on: ON, region: REGION, facts: subjects[1]?.facts ?? {} }).verdict).toBe("pass");
  });

  it("changes when a rule is in force", () => {
    const later = adjustPacks(PACKS, [{ rule: "INT-14", validFrom: "2027-01-01" }]);
    if (!later.ok) throw new Error("refused");
    expect(comparePacks(subjects, PACKS, later.packs, "start").better.map((one) => one.id)).toEqual(["c"]);
  });

  it.each([
    [{ rule: "INT-99", threshold: "shareBp", value: 1 }, "unknown_rule"],
    [{ rule: "INT-14", threshold: "share", value: 1 }, "unknown_threshold"],
    [{ rule: "INT-14", threshold: "shareBp", value: "10%" }, "wrong_kind"],
    [{ rule: "INT-21", threshold: "closed", value: "9013" }, "wrong_kind"],
    [{ rule: "INT-14", validTo: "2020-01-01" }, "reversed_dates"],
  ])("refuses %j: %s", (adjustment, problem) => {
    expect(adjustPacks(PACKS, [adjustment])).toEqual({ ok: false, problems: [{ index: 0, problem }] });
  });
});

describe("clauses nobody may sign", () => {
  it.each([
    ["学生入职时缴纳押金500元。", ["押金"]],
    ["甲方不得收取押金、保证金或培训费。", []],
    ["报酬由中介代收代付；禁止扣押证件", ["中介", "代收代付"]],
    ["不得收取押金，但须交纳管理费。", ["管理费"]],
    ["学生自愿加班的按加班计；实习报酬按月支付给学生本人。", ["自愿加班"]],
    ["", []],
  ])("%s", (text, terms) => {
    expect(findForbiddenClauses(text).map((one) => one.term)).toEqual(terms);
  });

  it("reports a bounded number of clauses", () => {
    expect(findForbiddenClauses("收押金。".repeat(1000)).length).toBe(20);
  });
});

describe("venues by industry", () => {
  const closed = ["6233", "9013"];
  it.each([
    ["9013", "closed"],
    ["6233", "closed"],
    ["8052", "doubtful"],
    ["90", "too_coarse"],
    ["R", "too_coarse"],
    ["H", "too_coarse"],
    ["623", "too_coarse"],
    ["6232", "open"],
    ["C", "open"],
    ["3360", "open"],
  ])("%s is %s", (code, judged) => {
    expect(judgeVenue(code, closed, ["8052", "9019"])).toBe(judged);
  });
});
