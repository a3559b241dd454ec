import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { answerRound } from "~/matching/cli/answer-round";
import { ROUND_BOUNDS } from "~/matching/rules/allocation/document";
import { readRoundDocument } from "~/matching/rules/allocation/read-document";
import { solveRound } from "~/matching/rules/allocation/solve-round";
import { roundDocumentSchema, roundResultSchema } from "~/matching/schema";
import { documents } from "./allocation-markets";

const good = () => ({
  students: [
    { id: "a", choices: ["p", "q"] },
    { id: "b", choices: ["p"], category: "A" },
  ],
  slots: [
    { id: "p", capacity: 1, ranking: ["b", "a"], unit: "u" },
    { id: "q", capacity: 2, scores: { a: 1.5, b: 2 }, reserved: { A: 1 } },
  ],
  units: [{ id: "u", cap: 3 }],
  groups: [{ id: "g", students: ["a", "b"], choices: ["p"] }],
  seed: "2026",
});

type Path = (string | number)[];

/** A copy with the value at a path replaced; undefined takes it away. */
const changed = (path: Path, value: unknown): unknown => {
  const document: unknown = JSON.parse(JSON.stringify(good()));
  let at = document as Record<string | number, unknown>;
  for (const step of path.slice(0, -1)) at = at[step] as Record<string | number, unknown>;
  const last = path.at(-1)!;
  if (value === undefined) delete at[last];
  else at[last] = value;
  return document;
};

const problemsOf = (input: unknown) => {
  const read = readRoundDocument(input);
  return read.ok ? [] : read.problems.map(({ pointer, key }) => `${pointer} ${key.split(".").at(-1)}`);
};

describe("a round's document", () => {
  it("is read when it is sound", () => {
    expect(problemsOf(good())).toEqual([]);
  });

  it.each<[string, Path, unknown, string]>([
    ["an unknown slot", ["students", 0, "choices", 1], "z", "/students/0/choices/1 unknownSlot"],
    ["a repeated choice", ["students", 0, "choices", 1], "p", "/students/0/choices/1 duplicate"],
    ["a repeated student", ["students", 1, "id"], "a", "/students/1/id duplicate"],
    ["a repeated slot", ["slots", 1, "id"], "p", "/slots/1/id duplicate"],
    ["a negative capacity", ["slots", 0, "capacity"], -1, "/slots/0/capacity negative"],
    ["half a seat", ["slots", 0, "capacity"], 1.5, "/slots/0/capacity notCount"],
    ["a capacity in words", ["slots", 0, "capacity"], "2", "/slots/0/capacity notCount"],
    ["no capacity", ["slots", 0, "capacity"], undefined, "/slots/0 missing"],
    ["an unknown student ranked", ["slots", 0, "ranking", 1], "z", "/slots/0/ranking/1 unknownStudent"],
    ["a student ranked twice", ["slots", 0, "ranking", 1], "b", "/slots/0/ranking/1 duplicate"],
    [
      "an unknown student scored",
      ["slots", 1, "scores"],
      { "z/1": 1 },
      "/slots/1/scores/z~11 unknownStudent",
    ],
    ["a score in words", ["slots", 1, "scores"], { a: "high" }, "/slots/1/scores/a notNumber"],
    ["two orders", ["slots", 0, "scores"], { a: 1 }, "/slots/0 oneOrder"],
    ["no order", ["slots", 0, "ranking"], undefined, "/slots/0 oneOrder"],
    ["an unknown unit", ["slots", 0, "unit"], "z", "/slots/0/unit unknownUnit"],
    ["a negative cap", ["units", 0, "cap"], -3, "/units/0/cap negative"],
    ["no seed", ["seed"], undefined, " missing"],
    ["an empty seed", ["seed"], "", "/seed notSeed"],
    ["a misspelt field", ["slots", 0, "quota"], { A: 1 }, "/slots/0/quota unknownField"],
    ["an unknown category", ["slots", 1, "reserved"], { Z: 1 }, "/slots/1/reserved/Z unknownCategory"],
    [
      "more reserved than seats",
      ["slots", 1, "reserved"],
      { A: 3 },
      "/slots/1/reserved reservedOverCapacity",
    ],
    ["reserved beyond the quota", ["slots", 1, "quotas"], { A: 0 }, "/slots/1/reserved/A reservedOverQuota"],
    ["an undeclared category", ["categories"], ["B"], "/students/1/category unknownCategory"],
    ["a group of one", ["groups", 0, "students"], ["a"], "/groups/0/students groupTooSmall"],
    ["a number for an id", ["students", 0, "id"], 7, "/students/0/id notText"],
    ["students that are no list", ["students"], {}, "/students notList"],
    ["a student that is no object", ["students", 0], "a", "/students/0 notObject"],
  ])("refuses %s where it stands", (_, path, value, problem) => {
    expect(problemsOf(changed(path, value))).toContain(problem);
  });

  it("takes names of built-in things for what they are: names", () => {
    const document = {
      students: [{ id: "__proto__", choices: ["constructor"], category: "toString" }],
      slots: [
        {
          id: "constructor",
          capacity: 1,
          scores: JSON.parse('{"__proto__": 1}') as unknown,
          quotas: { toString: 1 },
        },
      ],
      seed: 1,
    };
    const read = readRoundDocument(document);
    expect(read.ok && solveRound(read.document).matches).toEqual([
      { student: "__proto__", slot: "constructor" },
    ]);
  });

  it("never throws, bounds its problems, and gives every problem words", () => {
    fc.assert(
      fc.property(
        fc.jsonValue(),
        fc.constantFrom("students", "slots", "units", "groups", "seed"),
        (value, name) => {
          const read = readRoundDocument({ ...good(), [name]: value });
          if (!read.ok) expect(read.problems.length).toBeLessThanOrEqual(ROUND_BOUNDS.problems + 1);
          const { stderr, exitCode } = answerRound(JSON.stringify({ ...good(), [name]: value }), {
            explain: true,
          });
          expect(exitCode).toBe(read.ok ? 0 : 2);
          expect(stderr).not.toMatch(/"(zh-CN|en)": "matching\./);
        },
      ),
      { numRuns: 300 },
    );
    const many = readRoundDocument({ ...good(), students: Array.from({ length: 500 }, () => 1) });
    expect(many.ok ? 0 : many.problems.length).toBe(ROUND_BOUNDS.problems + 1);
  });

  it("agrees with its schema, and so does the result", () => {
    fc.assert(
      fc.property(documents({ units: true, categories: true }), (document) => {
        const plain: unknown = JSON.parse(JSON.stringify(document));
        expect(roundDocumentSchema.safeParse(plain).success).toBe(true);
        expect(roundResultSchema.safeParse(solveRound(document)).error).toBeUndefined();
      }),
    );
    expect(roundResultSchema.safeParse(solveRound(roundDocumentSchema.parse(good()))).error).toBeUndefined();
  });
});

describe("npm run round", () => {
  const run = (args: string[], input = "") =>
    spawnSync(process.execPath, ["--import", "tsx", "app/matching/cli/round.ts", ...args], {
      input,
      encoding: "utf8",
    });

  it("prints only the result document, the same from a file and from standard input", () => {
    const folder = mkdtempSync(path.join(tmpdir(), "round-"));
    try {
      const file = path.join(folder, "round.json");
      const { groups: _groups, ...document } = good();
      writeFileSync(file, JSON.stringify(document));
      const fromFile = run([file]);
      expect(fromFile.stderr).toBe("");
      expect(fromFile.status).toBe(0);
      expect(JSON.parse(fromFile.stdout)).toMatchObject({
        matches: [
          { student: "a", slot: "q" },
          { student: "b", slot: "p" },
        ],
        stable: true,
        stability: "reserved",
      });
      expect(run(["-"], JSON.stringify(document)).stdout).toBe(fromFile.stdout);
    } finally {
      rmSync(folder, { recursive: true });
    }
  }, 30_000);

  it("ends with 2 and problems on standard error when the document is wrong or missing", () => {
    const wrong = run(["-"], JSON.stringify(changed(["students", 0, "choices", 1], "z")));
    expect([wrong.status, wrong.stdout]).toEqual([2, ""]);
    expect(JSON.parse(wrong.stderr)).toMatchObject({
      problems: [
        { pointer: "/students/0/choices/1", message: { "zh-CN": "没有岗位“z”", en: "There is no slot “z”" } },
      ],
    });
    expect(run(["/nowhere/round.json"]).status).toBe(2);
    expect(run(["-"], "{").status).toBe(2);
    expect(run([]).status).toBe(2);
  }, 30_000);
});
