import type { z } from "zod";
import { HAZARDS } from "~/catalogues/hazards";
import { issueToFieldError } from "~/platform/http/issue";
import type { ImportLine, LineFinding } from "~/platform/imports/import-kind";
import {
  type CellRead,
  readChoice,
  readChoices,
  readDay,
  readNumber,
  readYuan,
  vocabularyOf,
} from "~/platform/sheets/cell-value";
import { translatorFor } from "~/words/translator.server";
import type { CodeFinder } from "./code-finder.server";
import { newPostForm, newProgrammeForm, type PostInput, type ProgrammeInput } from "./schema";

type Read<T> = { ok: true; value: T; code: string } | { ok: false; findings: LineFinding[] };

const languages = ["zh-CN", "en"] as const;

const HAZARD_WORDS = vocabularyOf(
  Object.entries(HAZARDS).map(([code, { zh, en }]) => ({ code, labels: [zh, en] })),
);

const INTENSITY_WORDS = vocabularyOf(
  ["1", "2", "3", "4"].map((code, index) => ({
    code,
    labels: [
      ...languages.map((language) => translatorFor(language).any(`listings.option.labourIntensity.${code}`)),
      `${"ⅠⅡⅢⅣ"[index]}级`,
      `${"一二三四"[index]}级`,
    ],
  })),
);

const yuan = (text: string): CellRead<number> => {
  const fen = readYuan(text);
  return fen.ok ? { ok: true, value: fen.value / 100 } : fen;
};

/** Reads the cells that are there, each by its reader; the others are left out. */
const readCells = (
  { cells }: ImportLine,
  readers: Record<string, (text: string) => CellRead<unknown>>,
): { values: Record<string, unknown>; findings: LineFinding[] } => {
  const values: Record<string, unknown> = {};
  const findings: LineFinding[] = [];
  for (const [field, reader] of Object.entries(readers)) {
    const text = cells[field];
    if (!text) continue;
    const read = reader(text);
    if (read.ok) values[field] = read.value;
    else findings.push({ field, key: read.key });
  }
  return { values, findings };
};

const text = (given: string): CellRead<string> => ({ ok: true, value: given });

/** Checks a row by the form's own schema and finds its code. Cells already found wrong are not told twice. */
const parsed = async <S extends z.ZodType>(
  schema: S,
  given: Record<string, unknown>,
  findings: LineFinding[],
  find: { field: string; what: "major" | "occupation"; typed: string },
  finder: CodeFinder,
): Promise<Read<z.output<S>>> => {
  const result = schema.safeParse(given, { reportInput: true });
  const told = new Set(findings.map(({ field }) => field));
  for (const issue of result.success ? [] : result.error.issues) {
    const error = issueToFieldError(issue);
    const field = error.field.split(/[.\]]/).at(-1) ?? "";
    if (!told.has(field)) findings.push({ ...error, field });
  }
  const found = find.typed ? await finder(find.what, find.typed) : null;
  if (found && !found.ok) findings.push({ ...found.error, field: find.field });
  if (findings.length > 0 || !result.success || !found?.ok) return { ok: false, findings };
  return { ok: true, value: result.data, code: found.code };
};

/** One row as a post, by the rules of its form (pay in fen), with its occupation's code; or what is wrong in it. */
export const readPostRow = (line: ImportLine, finder: CodeFinder): Promise<Read<PostInput>> => {
  const { values, findings } = readCells(line, {
    name: text,
    occupation: text,
    headcount: readNumber,
    samePostPay: yuan,
    labourIntensity: (given) => readChoice(given, INTENSITY_WORDS),
    hazards: (given) => readChoices(given, HAZARD_WORDS),
  });
  const typed = line.cells.occupation ?? "";
  return parsed(newPostForm, values, findings, { field: "occupation", what: "occupation", typed }, finder);
};

/** One row as a programme with one intake, by the rules of its form, with its major's code; or what is wrong in it. */
export const readProgrammeRow = (
  line: ImportLine,
  finder: CodeFinder,
): Promise<Read<ProgrammeInput & { major: string }>> => {
  const { values, findings } = readCells(line, {
    major: text,
    name: text,
    seats: readNumber,
    practiceShare: readNumber,
    introduction: text,
  });
  const cohort = readCells(line, {
    entryYear: (given) => readNumber(given.replace(/[年级届]+$/, "")),
    students: readNumber,
    practiceFrom: readDay,
    practiceTo: readDay,
  });
  const given = { ...values, cohorts: [cohort.values] };
  const typed = line.cells.major ?? "";
  return parsed(
    newProgrammeForm,
    given,
    [...findings, ...cohort.findings],
    { field: "major", what: "major", typed },
    finder,
  );
};
