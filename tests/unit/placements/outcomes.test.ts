import { describe, expect, it } from "vitest";
import { completionShare } from "~/matching/rules/completion-share";
import { gradeOf, HOUSE_RUBRIC, rubricProblems, totalCenti } from "~/placements/rules/assessment";
import { attendanceOf } from "~/placements/rules/attendance";
import {
  certaintyOf,
  destinationKind,
  dueOn,
  graduationOn,
  type OutcomeFact,
  outcomeShares,
  standingReport,
} from "~/placements/rules/outcome-definitions";
import { encodeList, isRevokedIn, LIST_LENGTH } from "~/placements/status-list.server";

const fact = (changes: Partial<OutcomeFact> = {}): OutcomeFact => ({
  destination: "11",
  sameUnit: true,
  matched: "yes",
  regionCode: "440113",
  schoolCity: "4401",
  placed: true,
  ...changes,
});
const many = (count: number, changes: Partial<OutcomeFact> = {}) =>
  Array.from({ length: count }, () => fact(changes));

describe("the rubric of the house", () => {
  it("is sound, and says what is wrong with another", () => {
    expect(rubricProblems(HOUSE_RUBRIC.parts)).toEqual([]);
    expect(rubricProblems(HOUSE_RUBRIC.parts.slice(1))).toEqual(["sum"]);
    expect(rubricProblems(HOUSE_RUBRIC.parts.filter((part) => part.by === "host"))).toEqual([
      "oneSide",
      "sum",
    ]);
    expect(rubricProblems([])).toEqual(["noPart"]);
  });

  it("gives no total while a part is open, and weighs exactly", () => {
    const all = Object.fromEntries(HOUSE_RUBRIC.parts.map(({ key }) => [key, 60]));
    expect(totalCenti(HOUSE_RUBRIC, { ...all, skill: 100 })).toBe(7000);
    const { skill: _skill, ...open } = all;
    expect(totalCenti(HOUSE_RUBRIC, open)).toBeNull();
    expect([9000, 8999, 7500, 7499, 6000, 5999].map(gradeOf)).toEqual([
      "excellent",
      "good",
      "good",
      "pass",
      "pass",
      "fail",
    ]);
  });
});

describe("days and hours", () => {
  const agreed = { from: "2027-02-22", to: "2027-03-07", hoursPerWeek: 40 };
  it("are as agreed while nothing is recorded, and then what was recorded", () => {
    expect(attendanceOf(agreed, [])).toEqual({
      basis: "agreed",
      weeks: 2,
      daysPresent: null,
      hours: 80,
      hoursMissed: null,
    });
    const week = [480, 480, 480, 480, 0, 0, 0];
    expect(attendanceOf(agreed, [week, week])).toEqual({
      basis: "records",
      weeks: 2,
      daysPresent: 8,
      hours: 64,
      hoursMissed: 16,
    });
  });
});

describe("outcomes", () => {
  it("are due by the month after the cohort's graduation", () => {
    expect(graduationOn(2023, "secondary")).toBe("2026-07-01");
    expect([0, 6, 12, 24].map((month) => dueOn("2026-07-01", month as 0))).toEqual([
      "2026-07-01",
      "2027-01-01",
      "2027-07-01",
      "2028-07-01",
    ]);
    expect(destinationKind("99")).toBeNull();
  });

  it("count an unknown neither as a failure nor as a success", () => {
    const facts = [
      ...many(12),
      ...many(6, { destination: "70", sameUnit: false, matched: null, regionCode: null }),
    ];
    const known = outcomeShares(facts).settled;
    const more = outcomeShares([...facts, ...many(40, { destination: null, sameUnit: null })]).settled;
    expect(known).toEqual({ hidden: false, numerator: 12, denominator: 18, unknown: 0, excluded: 0 });
    expect(more).toEqual({ hidden: false, numerator: 12, denominator: 18, unknown: 40, excluded: 0 });
  });

  it("hide a share that would show fewer than five, on either side", () => {
    expect(outcomeShares(many(4)).settled.hidden).toBe(true);
    expect(outcomeShares([...many(20), ...many(2, { destination: "70" })]).settled.hidden).toBe(true);
    expect(outcomeShares([...many(20), ...many(5, { sameUnit: false })]).retained).toMatchObject({
      numerator: 20,
      denominator: 25,
    });
    expect(outcomeShares([...many(20), ...many(5, { regionCode: "440300" })]).local).toMatchObject({
      numerator: 20,
      denominator: 25,
    });
    expect(outcomeShares([...many(5), ...many(3, { destination: "65" })]).settled).toMatchObject({
      denominator: 5,
      excluded: 3,
    });
  });

  it("let the more certain report stand, and the later of equals", () => {
    const report = (
      id: string,
      source: "graduate" | "school_list" | "employer",
      proof: boolean,
      givenOn: string,
    ) => ({
      id,
      givenOn,
      certainty: certaintyOf(source, proof),
    });
    const own = report("a", "graduate", false, "2027-01-05");
    expect(standingReport([own, report("b", "school_list", false, "2027-02-01")])?.id).toBe("a");
    expect(standingReport([own, report("c", "school_list", true, "2027-01-01")])?.id).toBe("c");
    expect(standingReport([own, { ...own, id: "d", givenOn: "2027-01-06" }])?.id).toBe("d");
    expect(standingReport([])).toBeNull();
  });
});

describe("a unit's share of completed placements", () => {
  it("stays near its city's while cases are few", () => {
    const city = { completed: 900, breaks: 100 };
    expect(completionShare({ completed: 0, breaks: 1 }, city)).toBeGreaterThan(0.7);
    expect(completionShare({ completed: 0, breaks: 40 }, city)).toBeLessThan(0.1);
    expect(completionShare({ completed: 0, breaks: 0 }, { completed: 0, breaks: 0 })).toBe(0.5);
  });
});

describe("a revocation list", () => {
  it("names the revoked and nobody else, and trusts nothing it cannot read", () => {
    const list = encodeList([0, 9, LIST_LENGTH - 1]);
    expect([0, 1, 8, 9, 10, LIST_LENGTH - 1].map((at) => isRevokedIn(list, at))).toEqual([
      true,
      false,
      false,
      true,
      false,
      true,
    ]);
    expect([isRevokedIn("unsense", 1), isRevokedIn(list, LIST_LENGTH), isRevokedIn(list, -1)]).toEqual([
      true,
      true,
      true,
    ]);
  });
});
