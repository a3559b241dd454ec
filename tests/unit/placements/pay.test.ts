import { describe, expect, it } from "vitest";
import { owedFen, payDueOn, payFindings, payMonths, payProblems } from "~/placements/rules/pay";

const work = {
  startsOn: "2026-09-16",
  endsOn: "2027-01-15",
  startedOn: "2026-09-16",
  endedOn: null,
  pausedOn: null,
};
const paid = {
  month: "2026-10",
  agreedFen: 380_000,
  dueOn: "2026-11-15",
  paidFen: 380_000,
  paidOn: "2026-11-13",
  payee: "student",
  deductedFen: 0,
  receipt: "received",
};

describe("the pay of a placement", () => {
  it("is owed by days at work, and due on the agreed day of the next month or its last", () => {
    expect(owedFen(work, 300_000, "2026-09")).toBe(150_000);
    expect(owedFen(work, 300_000, "2026-10")).toBe(300_000);
    expect(owedFen({ ...work, endedOn: "2026-10-10" }, 310_000, "2026-10")).toBe(100_000);
    expect(owedFen(work, 300_000, "2026-08")).toBe(0);
    expect(payDueOn("2026-10", 15)).toBe("2026-11-15");
    expect(payDueOn("2027-01", 31)).toBe("2027-02-28");
    expect(payDueOn("2026-12", null)).toBe("2027-01-31");
    expect(payMonths(work, "2026-11-22")).toEqual(["2026-09", "2026-10", "2026-11"]);
  });

  it("is wrong when unpaid, late, partial, deducted from, passed on or denied, and only then", () => {
    const owed = { agreedFen: 380_000, dueOn: "2026-11-15" };
    expect(payProblems(owed, paid, "2026-11-22")).toEqual([]);
    expect(payProblems(owed, null, "2026-11-15")).toEqual([]);
    expect(payProblems(owed, null, "2026-11-16")).toEqual(["unpaid"]);
    const bad = {
      ...paid,
      paidOn: "2026-11-20",
      paidFen: 340_000,
      deductedFen: 30_000,
      payee: "third_party",
      receipt: "less",
    };
    expect(payProblems(owed, bad, "2026-11-22")).toEqual([
      "late",
      "partial",
      "deducted",
      "third_party",
      "denied",
    ]);
  });

  it("becomes one finding a kind, its months named", () => {
    const found = payFindings([
      { month: "2026-09", problem: "late" },
      { month: "2026-10", problem: "late" },
    ]);
    expect(found.map((one) => [one.rule, one.verdict, JSON.parse(one.message).zh])).toEqual([
      ["INT-27/late", "warn", "2026-09、2026-10 的实习报酬晚付"],
    ]);
  });
});
