import { readFileSync } from "node:fs";
import path from "node:path";
import type { Problem } from "~/matching/rules/allocation/document";
import { answerRound, type RoundAnswer, refuseRound } from "./answer-round";

const BRIEF = "--no-explanations";

const readInput = (file: string): string | null => {
  try {
    // npm changes to the package's folder; a path is meant from where the command was typed.
    return readFileSync(file === "-" ? 0 : path.resolve(process.env.INIT_CWD ?? process.cwd(), file), "utf8");
  } catch {
    return null;
  }
};

const answer = (args: string[]): RoundAnswer => {
  const files = args.filter((arg) => arg !== BRIEF);
  const refuse = (name: string, values: Problem["values"]) =>
    refuseRound([{ pointer: "", key: `matching.round.problem.${name}`, values }]);
  const file = files[0];
  if (file === undefined || files.length > 1) return refuse("usage", {});
  const text = readInput(file);
  return text === null
    ? refuse("unreadable", { file })
    : answerRound(text, { explain: !args.includes(BRIEF) });
};

const { exitCode, stdout, stderr } = answer(process.argv.slice(2));
// A reader that has seen enough (head, less) closes the pipe; that is no failure of the round.
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code !== "EPIPE") throw error;
});
process.stdout.write(stdout);
process.stderr.write(stderr);
process.exitCode = exitCode;
