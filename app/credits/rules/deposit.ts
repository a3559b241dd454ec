import type { TranscriptLine } from "./convert";

/** States of a transfer in which the receiving school may collect the transcript: the authority has approved. House rule. */
export const COLLECTABLE: readonly string[] = ["credits", "moved", "returning"];

/** A standard transcript as a school's own system deposits it. */
export type TranscriptDocument = {
  form: "bridge-transcript/1";
  deposit: string;
  sequence: number;
  student: { number: string };
  issuedOn: string;
  lines: readonly {
    code: string;
    name: string;
    credits: number;
    hours?: number | null | undefined;
    grade: string;
    term: string;
  }[];
};

/** The lines of a document as conversions take them: credits in hundredths. */
export const linesOf = (document: TranscriptDocument): TranscriptLine[] =>
  document.lines.map((line) => ({
    code: line.code,
    name: line.name,
    creditsCenti: Math.round(line.credits * 100),
    hours: line.hours ?? null,
    grade: line.grade,
    term: line.term,
  }));

const lineText = ({ code, term, name, creditsCenti, hours, grade }: TranscriptLine): string =>
  JSON.stringify([code, term, name, creditsCenti, hours, grade]);

/** Whether two transcripts say the same, in whatever order their lines and fields stand. */
export const sameTranscript = (a: readonly TranscriptLine[], b: readonly TranscriptLine[]): boolean => {
  const [first, second] = [a, b].map((lines) => lines.map(lineText).sort().join("\n"));
  return first === second;
};

type Known = { sequence: number; hash: string; studentId: string };

export type Placing =
  | { outcome: "repeated" }
  /** the same name and sequence with other contents: one of the two is wrong, and it is not for the store to choose */
  | { outcome: "differs" }
  /** the name is in use for another student */
  | { outcome: "otherStudent" }
  /** a sequence below the last: kept beside it, never over it */
  | { outcome: "late" }
  | { outcome: "kept" };

/**
 * What becomes of a deposit. Goes in: its sequence, hash and student, the deposit known under the same name and sequence, and
 * the one with the highest sequence of that name. Comes out: kept, late, repeated, or why it cannot be. Nothing known is ever
 * changed by it. House rule.
 */
export const placeDeposit = (
  given: { sequence: number; hash: string; studentId: string },
  same: Known | null,
  last: Known | null,
): Placing => {
  if (same) return { outcome: same.hash === given.hash ? "repeated" : "differs" };
  if (last && last.studentId !== given.studentId) return { outcome: "otherStudent" };
  return { outcome: last && given.sequence < last.sequence ? "late" : "kept" };
};

export const ATTEMPT_OUTCOMES = ["kept", "late", "repeated", "differs", "unsigned"] as const;
export type AttemptOutcome = (typeof ATTEMPT_OUTCOMES)[number];

/** How often each outcome occurred; every outcome is there, also with none. */
export const countOutcomes = (
  attempts: readonly { outcome: string; count: number }[],
): Record<AttemptOutcome, number> => {
  const counts = { kept: 0, late: 0, repeated: 0, differs: 0, unsigned: 0 };
  for (const { outcome, count } of attempts) {
    if (outcome in counts) counts[outcome as AttemptOutcome] += count;
  }
  return counts;
};
