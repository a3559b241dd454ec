import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  type ConversionInput,
  convert,
  EQUIVALENCE_TYPES,
  lineKey,
  type Override,
  type TableLine,
  type TranscriptLine,
} from "~/credits/rules/convert";
import { gradeCenti } from "~/credits/rules/grade";
import type { DestinationCourse } from "~/credits/rules/owed";

const line = (over: Partial<TranscriptLine>): TranscriptLine => ({
  code: "G101",
  name: "语文",
  creditsCenti: 400,
  hours: 72,
  grade: "82",
  term: "1-1",
  ...over,
});

const rule = (over: Partial<TableLine>): TableLine => ({
  sourceCode: "G101",
  sourceName: "语文",
  sourceCenti: 400,
  type: "same",
  destinationCode: "V101",
  destinationName: "语文",
  destinationCenti: 500,
  majorCode: "",
  minimumCenti: 0,
  shareBp: 10_000,
  ...over,
});

const course = (over: Partial<DestinationCourse>): DestinationCourse => ({
  code: "V101",
  name: "语文",
  creditsCenti: 500,
  hours: 90,
  grade: 1,
  term: 1,
  due: true,
  ...over,
});

const input = (over: Partial<ConversionInput>): ConversionInput => ({
  transcript: [line({})],
  table: [rule({})],
  majorCode: "660103",
  destination: [course({})],
  examinations: [],
  overrides: [],
  ...over,
});

describe("a grade as printed", () => {
  it("is a score, a word for the lowest of its band, or nothing", () => {
    expect(gradeCenti("86.5")).toBe(8_650);
    expect(gradeCenti(" 良好 ")).toBe(8_000);
    expect(gradeCenti("Ｂ")).toBe(8_000);
    expect(gradeCenti("不及格")).toBe(0);
    for (const none of ["", "缺考", "101", "-5", "8e1"]) expect(gradeCenti(none)).toBeNull();
  });
});

describe("a line", () => {
  const only = (over: Partial<ConversionInput>) => {
    const done = convert(input(over));
    return { ...done, line: done.lines[0]! };
  };

  it("of the same content is recognised, and the course counts as completed though it had fewer credits", () => {
    const done = only({});
    expect(done.line).toMatchObject({ outcome: "recognised", creditsCenti: 400, destinationCode: "V101" });
    expect(done.owed).toEqual([]);
  });

  it("of which only a part was earned leaves the rest owed", () => {
    const done = only({ transcript: [line({ creditsCenti: 200 })] });
    expect(done.line.creditsCenti).toBe(200);
    expect(done.owed).toMatchObject([
      { code: "V101", creditsCenti: 300, hours: 54, why: { key: "credits.owed.partly" } },
    ]);
  });

  it("of similar content is recognised by its share, once the grade reaches the condition", () => {
    const table = [rule({ type: "similar", minimumCenti: 7_500, shareBp: 6_000 })];
    expect(only({ table }).line).toMatchObject({ outcome: "conditional", creditsCenti: 240 });
    expect(only({ table }).owed).toMatchObject([{ creditsCenti: 260 }]);
    const below = only({ table, transcript: [line({ grade: "74.9" })] });
    expect(below.line).toMatchObject({ outcome: "not_recognised", creditsCenti: 0 });
    expect(below.line.why).toMatchObject({
      key: "credits.why.below",
      values: { minimum: 7_500, grade: 7_490 },
    });
    expect(below.owed).toMatchObject([{ creditsCenti: 500, why: { key: "credits.owed.required" } }]);
  });

  it("turned into an elective keeps its credits and covers no course", () => {
    const table = [rule({ type: "elective", destinationCode: null, destinationName: null })];
    const done = only({ table });
    expect(done.line).toMatchObject({ outcome: "elective", creditsCenti: 400, destinationCode: null });
    expect(done.totals).toMatchObject({ electiveCenti: 400, recognisedCenti: 0, owedCenti: 500 });
  });

  it("sent to make-up owes the course also where it was not due", () => {
    const done = only({ table: [rule({ type: "none" })], destination: [course({ due: false })] });
    expect(done.line.why.key).toBe("credits.why.noneMakeUp");
    expect(done.owed).toMatchObject([{ code: "V101", why: { key: "credits.owed.table" } }]);
  });

  it("that nobody knows is unknown, gets nothing, and tells which course has the same name", () => {
    const strange = only({ transcript: [line({ code: "X9", name: "语文" })] });
    expect(strange.line).toMatchObject({ outcome: "unknown", creditsCenti: 0 });
    expect(strange.line.why).toEqual({ key: "credits.why.unknownLike", values: { like: "G101" } });
    expect(strange.totals.unknown).toBe(1);
    expect(only({ table: [] }).line.why.key).toBe("credits.why.unknown");
  });

  it("not passed, or without a grade that can be read, gives nothing", () => {
    expect(only({ transcript: [line({ grade: "59" })] }).line.why.key).toBe("credits.why.notPassed");
    expect(only({ transcript: [line({ grade: "缺考" })] }).line.why.key).toBe("credits.why.noGrade");
  });

  it("of one course and term counts once", () => {
    const done = convert(input({ transcript: [line({}), line({ creditsCenti: 300 })] }));
    expect(done.lines.map((one) => one.creditsCenti)).toEqual([400, 0]);
    expect(done.lines[1]?.why.key).toBe("credits.why.repeated");
  });

  it("follows the line of the student's major before that of every major", () => {
    const table = [
      rule({ type: "elective", destinationCode: null }),
      rule({ majorCode: "660103", type: "same" }),
      rule({ majorCode: "720201", type: "none" }),
    ];
    expect(only({ table }).line.outcome).toBe("recognised");
    expect(only({ table, majorCode: "" }).line.outcome).toBe("elective");
  });

  it("is decided otherwise with a reason, never beyond what was earned", () => {
    const override: Override = {
      line: "X9|1-1",
      outcome: "recognised",
      destinationCode: "V101",
      creditsCenti: 9_999,
      reason: "课程标准一致",
      by: "教务处",
    };
    const done = only({ transcript: [line({ code: "X9" })], overrides: [override] });
    expect(done.line).toMatchObject({
      outcome: "recognised",
      creditsCenti: 400,
      override: { reason: "课程标准一致", by: "教务处" },
    });
    expect(done.totals.unknown).toBe(0);
  });

  it("leaves the examinations that were missed owed", () => {
    const done = convert(input({ examinations: [{ subject: "geography", name: "地理" }] }));
    expect(done.owed).toMatchObject([{ kind: "exam", code: "geography", creditsCenti: 0 }]);
  });
});

const CODES = ["G1", "G2", "G3", "G4", "G5"];
const TERMS = ["1-1", "1-2"];

const anyLine = fc.record({
  code: fc.constantFrom(...CODES, "X1"),
  name: fc.constantFrom("语文", "数学", "物理"),
  creditsCenti: fc.integer({ min: -100, max: 800 }),
  hours: fc.option(fc.integer({ min: 0, max: 144 })),
  grade: fc.constantFrom("95", "82", "74.5", "60", "59", "良好", "不及格", "缺考"),
  term: fc.constantFrom(...TERMS),
});

const anyRule = fc.record({
  sourceCode: fc.constantFrom(...CODES),
  sourceName: fc.constantFrom("语文", "数学", "物理"),
  sourceCenti: fc.integer({ min: 0, max: 800 }),
  type: fc.constantFrom(...EQUIVALENCE_TYPES),
  destinationCode: fc.option(fc.constantFrom("V1", "V2", "V3")),
  destinationName: fc.constant("目标课程"),
  destinationCenti: fc.integer({ min: 0, max: 800 }),
  majorCode: fc.constantFrom("", "660103"),
  minimumCenti: fc.constantFrom(0, 7_500),
  shareBp: fc.integer({ min: 0, max: 12_000 }),
});

const anyInput: fc.Arbitrary<ConversionInput> = fc.record({
  transcript: fc.array(anyLine, { maxLength: 12 }),
  table: fc.uniqueArray(anyRule, {
    maxLength: 8,
    selector: (one) => `${one.sourceCode}|${one.majorCode}`,
  }),
  majorCode: fc.constantFrom("", "660103"),
  destination: fc.uniqueArray(
    fc.record({
      code: fc.constantFrom("V1", "V2", "V3"),
      name: fc.constant("目标课程"),
      creditsCenti: fc.integer({ min: 0, max: 800 }),
      hours: fc.integer({ min: 0, max: 144 }),
      grade: fc.constant(1),
      term: fc.constant(1),
      due: fc.boolean(),
    }),
    { selector: (one) => one.code },
  ),
  examinations: fc.constant([]),
  overrides: fc.array(
    fc.record({
      line: fc
        .tuple(fc.constantFrom(...CODES, "X1"), fc.constantFrom(...TERMS))
        .map(([code, term]) => lineKey({ code, term })),
      outcome: fc.constantFrom("recognised" as const, "elective" as const, "not_recognised" as const),
      destinationCode: fc.option(fc.constantFrom("V1", "V2", "V9")),
      creditsCenti: fc.integer({ min: -500, max: 2_000 }),
      reason: fc.constant("理由"),
      by: fc.constant("教务处"),
    }),
    { maxLength: 3 },
  ),
});

describe("whatever is converted", () => {
  it("gives no line, and no transcript, more credits than were earned", () => {
    fc.assert(
      fc.property(anyInput, (given) => {
        const done = convert(given);
        for (const one of done.lines) {
          expect(one.creditsCenti).toBeGreaterThanOrEqual(0);
          expect(one.creditsCenti).toBeLessThanOrEqual(one.earnedCenti);
        }
        const { recognisedCenti, electiveCenti, earnedCenti } = done.totals;
        expect(recognisedCenti + electiveCenti).toBeLessThanOrEqual(earnedCenti);
      }),
    );
  });

  it("gives the same bytes in whatever order the lines, the table and the courses come", () => {
    fc.assert(
      fc.property(anyInput, fc.integer({ min: 1, max: 11 }), (given, turn) => {
        const turned = <T>(all: readonly T[]): T[] =>
          [...all.slice(turn % (all.length || 1)), ...all.slice(0, turn % (all.length || 1))].reverse();
        const once = JSON.stringify(convert(given));
        expect(JSON.stringify(convert(given))).toBe(once);
        expect(
          JSON.stringify(
            convert({
              ...given,
              transcript: turned(given.transcript),
              table: turned(given.table),
              destination: turned(given.destination),
            }),
          ),
        ).toBe(once);
      }),
    );
  });

  it("never converts a course the table does not know, unless the school decided", () => {
    fc.assert(
      fc.property(anyInput, (given) => {
        const known = new Set(
          given.table
            .filter((one) => one.majorCode === "" || one.majorCode === given.majorCode)
            .map((one) => one.sourceCode),
        );
        for (const one of convert(given).lines) {
          if (known.has(one.code) || one.override) continue;
          expect(one.creditsCenti).toBe(0);
          expect(["unknown", "not_recognised"]).toContain(one.outcome);
        }
      }),
    );
  });

  it("owes no course twice and never more than the course has", () => {
    fc.assert(
      fc.property(anyInput, (given) => {
        const { owed } = convert(given);
        expect(new Set(owed.map((one) => one.code)).size).toBe(owed.length);
        for (const one of owed) {
          const whole = given.destination.find((course) => course.code === one.code)?.creditsCenti ?? 0;
          expect(one.creditsCenti).toBeGreaterThan(0);
          expect(one.creditsCenti).toBeLessThanOrEqual(whole);
        }
      }),
    );
  });
});
