import type { ColumnDef } from "~/platform/sheets/columns";
import type { ExamPart } from "./plan";

/** The columns of a table of scores: the student number and one column by part, named as the part or "成绩1". */
export const resultColumns = (parts: readonly ExamPart[]): readonly ColumnDef[] => [
  { field: "studentNumber", names: ["学号", "student number"], required: true },
  ...parts.map((part, at) => ({
    field: `part${at}`,
    names: [part.name, `成绩${at + 1}`, `score ${at + 1}`],
    required: true,
  })),
];

type Finding = { field: string; key: string };
type Read = { ok: true; number: string; scores: (number | null)[] } | { ok: false; findings: Finding[] };

const SCORE = /^\d{1,3}(\.\d{1,2})?$/;

/**
 * Reads one row of scores. Goes in: its texts by field and the parts. Comes out: the student number and a score by part in
 * basis points, null where the cell is empty; or what is wrong with which field: no number, a score that is none or lies
 * outside 0–100, a row without any score. Nothing is guessed.
 */
export const readResultRow = (cells: Readonly<Record<string, string>>, parts: readonly ExamPart[]): Read => {
  const text = (field: string) => (cells[field] ?? "").normalize("NFKC").trim();
  const number = text("studentNumber");
  const findings: Finding[] = number === "" ? [{ field: "studentNumber", key: "errors.required" }] : [];
  const scores = parts.map((_, at): number | null => {
    const typed = text(`part${at}`);
    if (typed === "") return null;
    const points = SCORE.test(typed) ? Math.round(Number(typed) * 100) : Number.NaN;
    if (points >= 0 && points <= 10_000) return points;
    findings.push({ field: `part${at}`, key: "articulation.errors.score" });
    return null;
  });
  if (findings.length === 0 && scores.every((score) => score === null))
    findings.push({ field: "part0", key: "articulation.errors.noScores" });
  return findings.length > 0 ? { ok: false, findings } : { ok: true, number, scores };
};
