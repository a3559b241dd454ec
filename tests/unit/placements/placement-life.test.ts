import { describe, expect, it } from "vitest";
import { openTrack } from "~/matching/rules/completion-share";
import { competencesOf } from "~/placements/rules/assessment";
import { attendanceOf, attendanceOfRecord } from "~/placements/rules/attendance";
import { concernReminder, respondBy } from "~/placements/rules/concerns";
import { continuedTerms, nextHostChange } from "~/placements/rules/host-change";
import { readPayRow } from "~/placements/rules/pay-columns";
import { type ProgrammeCounts, programmeFigures } from "~/placements/rules/programme-figures";
import { competenceLines, rubricParts } from "~/placements/rules/rubric-lines";
import { mondayOf, pausedWeeks, weekRefused } from "~/placements/rules/weeks";
import { civilDate } from "~/platform/time/clock";
import { soundTerms } from "~tests/fixtures/placing-terms";

describe("a change of host", () => {
  it("is carried out after the student's own word alone", () => {
    expect(nextHostChange("asked", "carryOut", "house")).toBeNull();
    expect(nextHostChange("asked", "agree", "school")).toBeNull();
    expect(nextHostChange("asked", "agree", "student")).toBe("agreed");
    expect(nextHostChange("agreed", "decline", "student")).toBe("declined");
    expect(nextHostChange("agreed", "carryOut", "house")).toBe("done");
    expect(nextHostChange("done", "withdraw", "school")).toBeNull();
  });

  it("goes on from its day to the earlier of both ends, or not at all", () => {
    const offered = soundTerms({ startsOn: "2026-09-01", endsOn: "2027-08-20" });
    expect(continuedTerms(offered, "2026-12-01", "2027-03-26")).toMatchObject({
      startsOn: "2026-12-01",
      endsOn: "2027-03-26",
    });
    expect(continuedTerms(offered, "2027-03-26", "2027-03-26")).toBeNull();
    const later = { ...offered, startsOn: "2027-02-01", endsOn: "2027-03-01" };
    expect(continuedTerms(later, "2026-12-01", "2027-03-26")).toMatchObject({
      startsOn: "2026-12-01",
      endsOn: "2027-03-01",
    });
  });

  it("keeps the weeks of the record, and an unknown part leaves the sum unknown", () => {
    const week = [480, 480, 480, 480, 480, 0, 0];
    const first = attendanceOf({ from: "2026-09-07", to: "2026-10-04", hoursPerWeek: 40 }, [week, week]);
    const second = attendanceOf({ from: "2026-10-05", to: "2026-10-18", hoursPerWeek: 40 }, [week]);
    expect(attendanceOfRecord([first, second])).toEqual({
      basis: "records",
      weeks: 6,
      daysPresent: 15,
      hours: 120,
      hoursMissed: 120,
    });
    const none = attendanceOf({ from: "2026-10-05", to: "2026-10-18", hoursPerWeek: null }, []);
    expect(attendanceOfRecord([first, none])).toMatchObject({ basis: "agreed", hours: null, weeks: 6 });
  });
});

describe("a rubric", () => {
  const line = (name: string, by: "school" | "host", weight: number) => ({ name, by, weight });

  it("is made of whole lines of both sides that sum to 100", () => {
    const made = rubricParts([line("报告", "school", 40), {}, line("技能", "host", 60)]);
    expect(made).toEqual({
      ok: true,
      parts: [
        { key: "part1", name: "报告", by: "school", weightBp: 4000 },
        { key: "part3", name: "技能", by: "host", weightBp: 6000 },
      ],
    });
  });

  it("says beside which line what is wrong", () => {
    const problems = (lines: Parameters<typeof rubricParts>[0]) => {
      const read = rubricParts(lines);
      return read.ok ? [] : read.problems.map((one) => `${one.field}:${one.key}`);
    };
    expect(problems([{ name: "报告" }, line("技能", "host", 60)])).toEqual([
      "parts[0].by:errors.required",
      "parts[0].weight:errors.required",
    ]);
    expect(problems([line("报告", "school", 40), line("报告", "host", 60)])).toEqual([
      "parts[1].name:rubrics.errors.twice",
    ]);
    expect(problems([line("报告", "school", 40), line("技能", "host", 50)])).toEqual([
      "parts[0].weight:rubrics.errors.sum",
    ]);
    expect(problems([line("技能", "host", 100)])).toEqual(["parts[0].weight:rubrics.errors.oneSide"]);
    expect(problems([])).toEqual(["parts[0].weight:rubrics.errors.noPart"]);
  });

  it("brings the competences of the major before the tasks of the place", () => {
    expect(competenceLines(" 识图 \n\n对刀\n识图")).toEqual(["识图", "对刀"]);
    const terms = { tasks: ["对刀", "检测"], title: "数控车床操作" };
    expect(competencesOf(terms, { competences: ["识图", "对刀"] })).toEqual(["识图", "对刀", "检测"]);
    expect(competencesOf({ tasks: [], title: "数控车床操作" }, {})).toEqual(["数控车床操作"]);
  });
});

describe("a row of pay", () => {
  const row = {
    studentNumber: "S1",
    name: "陈雨桐",
    month: "2026年10月",
    paid: "3,600.50",
    paidOn: "2026/11/9",
  };

  it("is read as offices write it, money in fen, the student as payee where nobody says otherwise", () => {
    expect(readPayRow(row)).toEqual({
      ok: true,
      row: {
        studentNumber: "S1",
        name: "陈雨桐",
        month: "2026-10",
        paid: 360_050,
        paidOn: "2026-11-09",
        payee: "student",
        deducted: 0,
        deductedFor: "",
      },
    });
    const passed = readPayRow({ ...row, month: "2026-10-31", payee: "中介" });
    expect(passed.ok && [passed.row.payee, passed.row.month]).toEqual(["third_party", "2026-10"]);
  });

  it("names every field that is wrong and guesses nothing", () => {
    const read = readPayRow({
      ...row,
      studentNumber: " ",
      month: "2026-13",
      paid: "三千六",
      paidOn: "2026-02-30",
      payee: "某人",
      deducted: "300",
    });
    expect(read.ok ? [] : read.findings.map((one) => one.field)).toEqual([
      "studentNumber",
      "month",
      "paid",
      "paidOn",
      "payee",
      "deductedFor",
    ]);
  });
});

describe("an unanswered concern", () => {
  it("is brought back to the school at half its time and to the authority after it", () => {
    const raisedAt = new Date("2026-11-20T02:00:00.000Z");
    const concern = { raisedAt, respondBy: respondBy("pay", raisedAt) };
    expect(concernReminder(concern, new Date("2026-11-21T13:59:59.000Z"))).toBeNull();
    expect(concernReminder(concern, new Date("2026-11-21T14:00:00.000Z"))).toBe("soon");
    expect(concernReminder(concern, concern.respondBy)).toBe("late");
  });
});

describe("figures of programmes", () => {
  const counts = (changes: Partial<ProgrammeCounts>): ProgrammeCounts => ({
    programmeId: "p",
    running: 0,
    completed: 0,
    breaks: {},
    changed: 0,
    missed: 0,
    payFindings: 0,
    known: 0,
    retained: 0,
    matched: 0,
    ...changes,
  });
  const big = counts({ programmeId: "big", completed: 90, breaks: { health: 8, safety: 2 } });
  const small = counts({ programmeId: "small", completed: 1, breaks: { pay_late: 1 }, running: 3 });

  it("draw a programme with two cases towards its school", () => {
    const [, few] = programmeFigures([big, small], true);
    expect(few?.completed).toEqual({ hidden: false, part: 1, whole: 2 });
    expect(few?.sharePercent).toBeGreaterThan(70);
    expect(programmeFigures([counts({ running: 4 })], true)[0]?.sharePercent).toBeNull();
  });

  it("show strangers no cell of one to four, and no share that would give it away", () => {
    const [many, few] = programmeFigures([big, small], false);
    expect(many?.breaks).toEqual([
      { reason: "health", count: 8 },
      { reason: "safety", count: null },
    ]);
    expect(many?.completed).toEqual({ hidden: false, part: 90, whole: 100 });
    expect([few?.completed.hidden, few?.running, (few?.sharePercent ?? 1) % 10]).toEqual([true, null, 0]);
  });
});

describe("a unit's open record", () => {
  const city = { completed: 900, breaks: 100 };
  const own = { completed: 30, breaks: 10, known: 20, retained: 10, matched: 2, payFindings: 3 };

  it("hides small cells and says nothing of fewer than five", () => {
    expect(openTrack({ ...own, completed: 0, breaks: 0 }, city)).toEqual({ kind: "none" });
    expect(openTrack({ ...own, completed: 3, breaks: 1 }, city)).toEqual({ kind: "few" });
    expect(openTrack(own, city)).toMatchObject({
      kind: "shown",
      ended: 40,
      completed: { hidden: false, part: 30, whole: 40 },
      retained: { hidden: false, part: 10, whole: 20 },
      matched: { hidden: true },
      payFindings: null,
    });
    const shown = openTrack({ ...own, completed: 38, breaks: 2, payFindings: 0 }, city);
    expect(
      shown.kind === "shown" && [shown.completed.hidden, shown.sharePercent % 10, shown.payFindings],
    ).toEqual([true, 0, 0]);
  });
});

describe("weeks in Shanghai", () => {
  it("begin on Monday there, whatever the clock of the server says", () => {
    const work = {
      startsOn: "2026-11-02",
      endsOn: "2027-01-31",
      startedOn: "2026-11-02",
      endedOn: null,
      pausedOn: null,
    };
    const lateSunday = civilDate(new Date("2026-11-22T15:59:59.000Z"));
    const earlyMonday = civilDate(new Date("2026-11-22T16:00:00.000Z"));
    expect([lateSunday, earlyMonday]).toEqual(["2026-11-22", "2026-11-23"]);
    expect(mondayOf(earlyMonday)).toBe("2026-11-23");
    expect(weekRefused(work, "2026-11-23", lateSunday)).toBe("future");
    expect(weekRefused(work, "2026-11-23", earlyMonday)).toBeNull();
  });

  it("are not asked for where a pause took them whole", () => {
    expect(pausedWeeks("2026-11-04", "2026-11-25")).toEqual(["2026-11-09", "2026-11-16"]);
    expect(pausedWeeks("2026-11-02", "2026-11-09")).toEqual(["2026-11-02"]);
    expect(pausedWeeks("2026-11-04", "2026-11-08")).toEqual([]);
  });
});
