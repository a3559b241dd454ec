import { type RubricPart, rubricProblems } from "./assessment";

type Line = { name?: string | undefined; by?: "school" | "host" | undefined; weight?: number | undefined };
type Problem = { field: string; key: string; values?: Record<string, number> };

const KEYS = {
  noPart: "rubrics.errors.noPart",
  oneSide: "rubrics.errors.oneSide",
  sum: "rubrics.errors.sum",
};

/**
 * Reads the lines of a rubric's form. Goes in: lines as typed, whole percents. Comes out: the parts in their order, or what
 * is wrong beside which field: a line filled in half, two of one name, one side only, weights that do not sum to 100. An
 * empty line is no part.
 */
export const rubricParts = (
  lines: readonly Line[],
): { ok: true; parts: RubricPart[] } | { ok: false; problems: Problem[] } => {
  const problems: Problem[] = [];
  const parts: RubricPart[] = [];
  for (const [index, { name, by, weight }] of lines.entries()) {
    if (name === undefined && weight === undefined) continue;
    const given = { name, by, weight };
    for (const field of ["name", "by", "weight"] as const) {
      if (given[field] === undefined)
        problems.push({ field: `parts[${index}].${field}`, key: "errors.required" });
    }
    if (name === undefined || by === undefined || weight === undefined) continue;
    if (parts.some((part) => part.name === name))
      problems.push({ field: `parts[${index}].name`, key: "rubrics.errors.twice" });
    parts.push({ key: `part${index + 1}`, name, by, weightBp: weight * 100 });
  }
  if (problems.length > 0) return { ok: false, problems };
  const sum = parts.reduce((total, part) => total + part.weightBp / 100, 0);
  const against = rubricProblems(parts).map((problem) => ({
    field: "parts[0].weight",
    key: KEYS[problem],
    values: { sum },
  }));
  return against.length > 0 ? { ok: false, problems: against } : { ok: true, parts };
};

/** Competences typed one a line: trimmed, each once, at most twelve of at most sixty letters. */
export const competenceLines = (text: string): string[] =>
  [...new Set(text.split("\n").map((line) => line.trim().slice(0, 60)))]
    .filter((line) => line !== "")
    .slice(0, 12);
