import { createHash } from "node:crypto";
import { fileURLToPath } from "node:url";
import { convert, type TableLine, type TranscriptLine } from "~/credits/rules/convert";
import type { DestinationCourse } from "~/credits/rules/owed";
import { seeded } from "../../prisma/demo/time";
import { type BenchReport, printReport } from "./report";

const TRANSCRIPTS = 20_000;
const LINES = 40;
const COURSES = 100;
const GRADES = ["95", "88.5", "76", "61", "59", "良好", "合格", "缺考"];

const code = (letter: string, index: number): string => `${letter}${String(index).padStart(4, "0")}`;

/** A table of a hundred courses in every type, two of them only for one major. */
const table = (): TableLine[] =>
  Array.from({ length: COURSES }, (_, index) => {
    const type = (["same", "similar", "elective", "none"] as const)[index % 4] ?? "same";
    return {
      sourceCode: code("S", index),
      sourceName: `课程${index}`,
      sourceCenti: 400,
      type,
      destinationCode: type === "elective" ? null : code("D", index % 60),
      destinationName: type === "elective" ? null : `目标课程${index % 60}`,
      destinationCenti: 500,
      majorCode: index % 10 === 0 ? "660103" : "",
      minimumCenti: index % 3 === 0 ? 7_500 : 0,
      shareBp: 8_000,
    };
  });

const destination = (): DestinationCourse[] =>
  Array.from({ length: 60 }, (_, index) => ({
    code: code("D", index),
    name: `目标课程${index}`,
    creditsCenti: 500,
    hours: 90,
    grade: 1,
    term: 1,
    due: index % 2 === 0,
  }));

const transcripts = (): TranscriptLine[][] => {
  const random = seeded(20_260_301);
  const pick = (most: number): number => Math.floor(random() * most);
  return Array.from({ length: TRANSCRIPTS }, () =>
    Array.from({ length: LINES }, (_, line) => ({
      code: code("S", pick(COURSES + 5)),
      name: `课程${line}`,
      creditsCenti: 200 + pick(3) * 100,
      hours: 36,
      grade: GRADES[pick(GRADES.length)] ?? "80",
      term: `1-${1 + (line % 2)}`,
    })),
  );
};

const seconds = <T>(work: () => T): { took: number; value: T } => {
  const from = performance.now();
  const value = work();
  return { took: (performance.now() - from) / 1000, value };
};

/** Conversion of a province's transcripts, and whether it comes out alike to the byte in another order of lines. */
export const run = async (): Promise<BenchReport> => {
  const all = transcripts();
  const rest = {
    table: table(),
    majorCode: "660103",
    destination: destination(),
    examinations: [],
    overrides: [],
  };
  const digest = (given: readonly (readonly TranscriptLine[])[]): string => {
    const hash = createHash("sha256");
    for (const transcript of given) hash.update(JSON.stringify(convert({ ...rest, transcript })));
    return hash.digest("hex");
  };
  const half = seconds(() => digest(all.slice(0, TRANSCRIPTS / 2)));
  const whole = seconds(() => digest(all));
  const turned = digest(all.map((transcript) => [...transcript].reverse()));
  const differing = turned === whole.value ? 0 : 1;
  const rounded = (value: number): number => Math.round(value * 1000) / 1000;
  return {
    name: `credits: ${TRANSCRIPTS} transcripts of ${LINES} lines`,
    lines: [
      `conversion ${rounded(whole.took)} s (half of them ${rounded(half.took)} s), ${Math.round((TRANSCRIPTS * LINES) / whole.took)} lines a second`,
      `SHA-256 of all results ${whole.value.slice(0, 16)}`,
    ],
    figures: { secondsConversion: rounded(whole.took), secondsHalf: rounded(half.took) },
    targets: [
      {
        name: "conversion of all transcripts, seconds",
        value: rounded(whole.took),
        target: 20,
        ok: whole.took < 20,
      },
      {
        name: "results that differ when lines come in another order",
        value: differing,
        target: 0,
        ok: differing === 0,
      },
    ],
  };
};

if (process.argv[1] === fileURLToPath(import.meta.url)) printReport(await run());
