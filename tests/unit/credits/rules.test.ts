import { describe, expect, it } from "vitest";
import type { TableLine } from "~/credits/rules/convert";
import { type CourseFacts, courseChanges, versionFault, versionsOn } from "~/credits/rules/course";
import { COURSE_EXAMPLE, creditsOfText, readCourseRow } from "~/credits/rules/course-columns";
import { type LedgerRow, ledgerOf } from "~/credits/rules/ledger";
import { makeUpState, shownOutside, successOf } from "~/credits/rules/makeup";
import { countsFrom, tableDiff } from "~/credits/rules/table-diff";
import { readTranscript } from "~/credits/rules/transcript-columns";

const MAJORS = new Set(["660103"]);

describe("a row of a course catalogue", () => {
  it("reads as it is written in schools", () => {
    expect(readCourseRow(COURSE_EXAMPLE, MAJORS)).toEqual({
      ok: true,
      row: {
        code: "G101",
        name: "语文",
        kind: "public",
        majorCode: "",
        creditsCenti: 400,
        hours: 72,
        grade: 1,
        term: 1,
        required: true,
        offered: true,
        validFrom: "2026-09-01",
      },
    });
    const said = {
      ...COURSE_EXAMPLE,
      kind: "专业核心课",
      major: "660103",
      grade: "高二",
      term: "下",
      required: "否",
    };
    expect(readCourseRow(said, MAJORS)).toMatchObject({
      ok: true,
      row: { kind: "core", majorCode: "660103", grade: 2, term: 2, required: false },
    });
  });

  it("tells every cell that is wrong, and guesses none", () => {
    const wrong = {
      code: "语文 1",
      name: "",
      kind: "主课",
      major: "999999",
      credits: "四",
      hours: "7.5",
      grade: "4",
      term: "3",
      required: "也许",
      validFrom: "2026-02-30",
    };
    const read = readCourseRow(wrong, MAJORS);
    expect(read.ok ? [] : read.findings.map((one) => one.field)).toEqual(Object.keys(wrong));
    expect(["4", "2.5", "0.25"].map(creditsOfText)).toEqual([400, 250, 25]);
    expect(["", "-1", "4.125", "61", "1e2"].map(creditsOfText)).toEqual([null, null, null, null, null]);
  });
});

describe("versions of a course", () => {
  const facts: CourseFacts = {
    code: "G1",
    name: "语文",
    kind: "public",
    majorCode: "",
    creditsCenti: 400,
    hours: 72,
    grade: 1,
    term: 1,
    required: true,
    offered: true,
  };

  it("count from their first day, the later of two of one day", () => {
    const versions = [
      { code: "G1", validFrom: "2026-09-01", ordinal: 1 },
      { code: "G1", validFrom: "2026-11-01", ordinal: 2 },
      { code: "G1", validFrom: "2026-11-01", ordinal: 3 },
      { code: "G2", validFrom: "2027-01-01", ordinal: 1 },
    ];
    expect([...versionsOn(versions, "2026-10-31").values()].map((one) => one.ordinal)).toEqual([1]);
    expect([...versionsOn(versions, "2026-11-01").values()].map((one) => one.ordinal)).toEqual([3]);
    expect(versionsOn(versions, "2026-08-31").size).toBe(0);
  });

  it("tell what differs, and never reach back", () => {
    expect(courseChanges(facts, facts)).toEqual([]);
    expect(courseChanges(facts, { ...facts, creditsCenti: 300, offered: false })).toEqual([
      "creditsCenti",
      "offered",
    ]);
    expect(versionFault(null, "2020-01-01", "2026-11-20")).toBeNull();
    expect(versionFault("2026-09-01", "2026-11-19", "2026-11-20")).toBe("credits.errors.backdated");
    expect(versionFault("2026-12-01", "2026-11-25", "2026-11-20")).toBe("credits.errors.beforeNewest");
    expect(versionFault("2026-09-01", "2026-11-20", "2026-11-20")).toBeNull();
  });
});

describe("two versions of a table", () => {
  const line = (sourceCode: string, over: Partial<TableLine> = {}): TableLine => ({
    sourceCode,
    sourceName: sourceCode,
    sourceCenti: 400,
    type: "same",
    destinationCode: "V1",
    destinationName: "V1",
    destinationCenti: 400,
    majorCode: "",
    minimumCenti: 0,
    shareBp: 10_000,
    ...over,
  });

  it("are told apart line by line", () => {
    const diff = tableDiff(
      [line("A"), line("B"), line("C")],
      [line("A"), line("B", { type: "similar", shareBp: 8_000 }), line("D")],
    );
    expect(diff.map((one) => [one.sourceCode, one.change, one.fields])).toEqual([
      ["B", "changed", ["type", "shareBp"]],
      ["C", "removed", []],
      ["D", "added", []],
    ]);
    expect(tableDiff([line("A")], [line("A", { majorCode: "660103" })]).map((one) => one.change)).toEqual([
      "removed",
      "added",
    ]);
  });

  it("count from the latest of the first day, the last signature and the version before", () => {
    expect(countsFrom("2026-09-01", "2026-11-20", null)).toBe("2026-11-20");
    expect(countsFrom("2026-12-01", "2026-11-20", null)).toBe("2026-12-01");
    expect(countsFrom("2026-09-01", "2026-11-20", "2027-02-01")).toBe("2027-02-01");
  });
});

describe("a transcript's rows", () => {
  const row = (line: number, over: Record<string, string> = {}) => ({
    line,
    cells: { code: "G1", name: "语文", credits: "4", hours: "72", grade: "88", term: "1-1", ...over },
  });

  it("are read, or every fault is told with its row", () => {
    expect(readTranscript([row(2), row(3, { term: "1-2", hours: "" })])).toMatchObject({
      lines: [{ code: "G1", creditsCenti: 400, hours: 72 }, { hours: null }],
      faults: [],
    });
    const wrong = readTranscript([
      row(2),
      row(3),
      row(4, { code: "", credits: "x", grade: "不错", term: "2" }),
    ]);
    expect(wrong.faults.map((one) => [one.line, one.field])).toEqual([
      [3, "code"],
      [4, "code"],
      [4, "credits"],
      [4, "grade"],
    ]);
    expect(wrong.lines).toHaveLength(1);
  });
});

describe("a ledger", () => {
  const entry = (id: string, over: Partial<LedgerRow>): LedgerRow => ({
    id,
    act: "earned",
    source: "course",
    item: id,
    name: id,
    creditsCenti: 200,
    hours: null,
    grade: null,
    earnedOn: "2026-11-20",
    basis: "{}",
    voidsId: null,
    ...over,
  });

  it("sums what stands by source, apart from what is owed and what was taken back", () => {
    const read = ledgerOf([
      entry("a", {}),
      entry("b", {
        act: "converted",
        source: "transfer",
        basis: '{"reference":"R1","table":2,"reason":"同意"}',
      }),
      entry("c", { act: "owed", source: "transfer", item: "owed:exam:physics", creditsCenti: 0 }),
      entry("d", { act: "owed", source: "transfer" }),
      entry("e", { act: "voided", source: "transfer", creditsCenti: -200, voidsId: "d" }),
      entry("f", { source: "makeup", basis: '{"tutor":"林老师"}' }),
    ]);
    expect(read).toMatchObject({
      standingCenti: 600,
      owedCenti: 0,
      bySource: [
        ["course", 200],
        ["makeup", 200],
        ["transfer", 200],
      ],
    });
    expect(read.lines).toHaveLength(5);
    expect(read.lines.find((one) => one.id === "d")?.voided).toBe(true);
    expect(read.lines.find((one) => one.id === "c")?.exam).toBe("physics");
    expect(read.lines.find((one) => one.id === "b")?.basis.map((one) => one.key)).toEqual([
      "credits.ledger.basisOf.transfer",
      "credits.ledger.basisOf.decided",
    ]);
  });
});

describe("make-up in figures", () => {
  it("is late past its day, a share only where there is a result, and hidden for fewer than five people", () => {
    expect(makeUpState("planned", "2026-11-19", "2026-11-20")).toBe("late");
    expect(makeUpState("planned", "2026-11-20", "2026-11-20")).toBe("planned");
    expect(makeUpState("passed", "2026-11-01", "2026-11-20")).toBe("passed");
    expect(successOf(0, 0).shareBp).toBeNull();
    expect(successOf(2, 1)).toEqual({ passed: 2, settled: 3, shareBp: 6_667 });
    expect(shownOutside(successOf(9, 1), 4)).toBeNull();
    expect(shownOutside(successOf(4, 1), 5)).toMatchObject({ settled: 5 });
  });
});
