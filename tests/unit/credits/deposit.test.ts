import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { transcriptDocument } from "~/credits/deposit-schema";
import { countOutcomes, linesOf, placeDeposit, sameTranscript } from "~/credits/rules/deposit";

const known = (sequence: number, hash = "a", studentId = "s") => ({ sequence, hash, studentId });

describe("where a deposit goes", () => {
  it.each([
    ["the first of its name", known(1), null, null, "kept"],
    ["a newer one", known(3), null, known(2), "kept"],
    ["an older one that comes later", known(1), null, known(2), "late"],
    ["the same again", known(2), known(2), known(2), "repeated"],
    ["the same again after a newer one", known(2), known(2), known(5), "repeated"],
    ["the same number with other contents", known(2, "b"), known(2), known(2), "differs"],
    ["a name of another student", known(3, "a", "t"), null, known(2), "otherStudent"],
  ] as const)("%s", (_name, given, same, last, outcome) =>
    expect(placeDeposit(given, same, last).outcome).toBe(outcome));

  it("ends with the highest sequence as the latest, in whatever order they come", () => {
    const numbers = fc.uniqueArray(fc.integer({ min: 1, max: 50 }), { minLength: 1, maxLength: 12 });
    fc.assert(
      fc.property(numbers, (order) => {
        let latest: number | null = null;
        for (const [index, sequence] of order.entries()) {
          const before = order.slice(0, index);
          const last = before.length > 0 ? known(Math.max(...before)) : null;
          if (placeDeposit(known(sequence), null, last).outcome === "kept") latest = sequence;
        }
        expect(latest).toBe(Math.max(...order));
      }),
    );
  });
});

describe("a document", () => {
  const line = { code: "A", name: "甲", credits: 3.5, grade: "90", term: "1-1" };
  const document = (values: object = {}) => ({
    form: "bridge-transcript/1",
    deposit: "2026-1",
    sequence: 1,
    student: { number: "S1" },
    issuedOn: "2026-11-20",
    lines: [line],
    ...values,
  });
  const wrongAt = (values: object): string[] => {
    const read = transcriptDocument.safeParse(document(values));
    return read.success ? [] : read.error.issues.map((issue) => issue.path.join("."));
  };

  it("becomes lines in hundredths of a credit", () => {
    const read = transcriptDocument.parse(document());
    expect(linesOf(read)).toEqual([
      { code: "A", name: "甲", creditsCenti: 350, hours: null, grade: "90", term: "1-1" },
    ]);
  });

  it("keeps every number of credits with two decimals exactly", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 10_000 }), (centi) => {
        const read = transcriptDocument.parse(document({ lines: [{ ...line, credits: centi / 100 }] }));
        expect(linesOf(read)[0]?.creditsCenti).toBe(centi);
      }),
    );
  });

  it("says where it is wrong", () => {
    expect(wrongAt({ lines: [{ ...line, credits: 2.555 }] })).toEqual(["lines.0.credits"]);
    expect(wrongAt({ lines: [line, line] })).toEqual(["lines.1.code"]);
    expect(wrongAt({ lines: [] })).toEqual(["lines"]);
    expect(wrongAt({ issuedOn: "2026-02-30" })).toEqual(["issuedOn"]);
    expect(wrongAt({ deposit: "a b" })).toEqual(["deposit"]);
    expect(wrongAt({ sequence: 0 })).toEqual(["sequence"]);
    expect(wrongAt({ name: "陈雨桐" })).toHaveLength(1);
  });
});

describe("two transcripts", () => {
  const line = (code: string, grade = "90") => ({
    code,
    name: "甲",
    creditsCenti: 300,
    hours: null,
    grade,
    term: "1-1",
  });

  it("are the same in another order of lines and fields, and not with another grade", () => {
    const turned = { term: "1-1", grade: "90", hours: null, creditsCenti: 300, name: "甲", code: "A" };
    expect(sameTranscript([line("A"), line("B")], [line("B"), turned])).toBe(true);
    expect(sameTranscript([line("A")], [line("A", "91")])).toBe(false);
    expect(sameTranscript([line("A")], [line("A"), line("B")])).toBe(false);
  });
});

describe("the counts of tries", () => {
  it("have every outcome and no other", () => {
    const counts = countOutcomes([
      { outcome: "kept", count: 2 },
      { outcome: "strange", count: 9 },
    ]);
    expect(counts).toEqual({ kept: 2, late: 0, repeated: 0, differs: 0, unsigned: 0 });
  });
});
