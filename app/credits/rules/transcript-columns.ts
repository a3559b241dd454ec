import type { ColumnDef } from "~/platform/sheets/columns";
import { lineKey, type TranscriptLine } from "./convert";
import { creditsOfText } from "./course-columns";
import { gradeCenti } from "./grade";

export const TRANSCRIPT_FIELDS = ["code", "name", "credits", "hours", "grade", "term"] as const;
export type TranscriptField = (typeof TRANSCRIPT_FIELDS)[number];

/** The columns of a transcript; a row is one course in one term. */
export const TRANSCRIPT_COLUMNS: readonly ColumnDef<TranscriptField>[] = [
  { field: "code", names: ["课程代码", "课程编码", "course code"], required: true },
  { field: "name", names: ["课程名称", "课程", "course name"], required: true },
  { field: "credits", names: ["学分", "所得学分", "credits"], required: true },
  { field: "hours", names: ["学时", "课时", "hours"] },
  { field: "grade", names: ["成绩", "总评", "grade"], required: true },
  { field: "term", names: ["学期", "term"], required: true },
];

export type TranscriptFault = { line: number; field: TranscriptField; key: string };

/**
 * Reads a transcript. Goes in: its rows, texts by field with where they stand. Comes out: the lines, and what is wrong with
 * which row: a missing code, credits that are none, a grade nobody can read, the same course and term twice. All or nothing:
 * with one fault no line is taken, so that nothing is lost in silence.
 */
export const readTranscript = (
  rows: readonly { line: number; cells: Readonly<Record<string, string>> }[],
): { lines: TranscriptLine[]; faults: TranscriptFault[] } => {
  const faults: TranscriptFault[] = [];
  const seen = new Set<string>();
  const lines = rows.flatMap(({ line, cells }): TranscriptLine[] => {
    const text = (field: TranscriptField): string => (cells[field] ?? "").trim();
    const creditsCenti = creditsOfText(text("credits"));
    const hours = text("hours") === "" ? null : Number(text("hours"));
    const key = lineKey({ code: text("code"), term: text("term") });
    const wrong: [boolean, TranscriptField, string][] = [
      [text("code") === "" || text("code").length > 30, "code", "errors.required"],
      [text("name") === "" || text("name").length > 60, "name", "errors.required"],
      [creditsCenti === null, "credits", "credits.errors.credits"],
      [hours !== null && !Number.isInteger(hours), "hours", "errors.notAnInteger"],
      [gradeCenti(text("grade")) === null, "grade", "credits.errors.unreadGrade"],
      [text("term") === "" || text("term").length > 20, "term", "errors.required"],
      [seen.has(key), "code", "credits.errors.twice"],
    ];
    seen.add(key);
    const own = wrong.flatMap(([is, field, fault]) => (is ? [{ line, field, key: fault }] : []));
    faults.push(...own);
    if (own.length > 0 || creditsCenti === null) return [];
    return [
      {
        code: text("code"),
        name: text("name"),
        creditsCenti,
        hours,
        grade: text("grade"),
        term: text("term"),
      },
    ];
  });
  return { lines, faults };
};
