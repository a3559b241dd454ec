import type { Problem, RoundResult } from "~/matching/rules/allocation/document";
import { readRoundDocument } from "~/matching/rules/allocation/read-document";
import { solveRound } from "~/matching/rules/allocation/solve-round";
import { words as english } from "~/words/en";
import { translatorOver } from "~/words/translate";
import { words as chinese } from "~/words/zh-CN";

/** What the command prints and how it ends: 0 with a result, 2 with problems. */
export type RoundAnswer = { exitCode: 0 | 2; stdout: string; stderr: string };

/** Problems as the command prints them: each with its pointer and the words in both languages. */
export const refuseRound = (problems: Problem[]): RoundAnswer => {
  const languages = [translatorOver("zh-CN", chinese), translatorOver("en", english)];
  const told = problems.map((problem) => ({
    ...problem,
    message: Object.fromEntries(
      languages.map(({ language, any }) => [language, any(problem.key, problem.values)]),
    ),
  }));
  return { exitCode: 2, stdout: "", stderr: `${JSON.stringify({ problems: told }, null, 2)}\n` };
};

const parse = (text: string): { ok: true; value: unknown } | { ok: false; reason: string } => {
  try {
    return { ok: true, value: JSON.parse(text.replace(/^\uFEFF/, "")) };
  } catch (error) {
    return { ok: false, reason: error instanceof Error ? error.message : String(error) };
  }
};

/**
 * Answers one round's document. In: the text of a JSON document (`RoundDocument`). Out: the result document as JSON,
 * the same bytes for the same text, or the problems with their pointers.
 */
export const answerRound = (text: string, options: { explain: boolean }): RoundAnswer => {
  const parsed = parse(text);
  if (!parsed.ok)
    return refuseRound([
      { pointer: "", key: "matching.round.problem.notJson", values: { reason: parsed.reason } },
    ]);
  const read = readRoundDocument(parsed.value);
  if (!read.ok) return refuseRound(read.problems);
  const result: RoundResult = solveRound(read.document, options);
  return { exitCode: 0, stdout: `${JSON.stringify(result, null, 2)}\n`, stderr: "" };
};
