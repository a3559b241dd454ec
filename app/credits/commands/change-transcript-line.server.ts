import type { MemberCtx } from "~/identity/actor";
import { decide, reject } from "~/platform/decide.server";
import { invalidField, type Result } from "~/platform/result";
import {
  convertingTransfer,
  keepTranscript,
  openConversion,
  transcriptIn,
} from "../conversion-record.server";
import { lineKey, type TranscriptLine } from "../rules/convert";
import { gradeCenti } from "../rules/grade";

/**
 * The receiving school adds one line to a transcript, corrects the line of the same course and term, or takes one out. Goes in:
 * the transfer, the line or the key of the line to drop, the version shown (0 where nothing was there yet). Comes out:
 * nothing. Refuses as `setTranscript` does, and a grade nobody can read (invalid).
 */
export const changeTranscriptLine = async (
  ctx: MemberCtx,
  transferId: string,
  input: { version: number } & ({ line: TranscriptLine } | { drop: string }),
): Promise<Result<null>> => {
  if ("line" in input && gradeCenti(input.line.grade) === null) {
    return invalidField("grade", "credits.errors.unreadGrade");
  }
  return decide(async (tx) => {
    const transfer = await convertingTransfer(tx, ctx, transferId);
    const row = await openConversion(tx, ctx, transfer);
    const held = transcriptIn(row);
    const key = "line" in input ? lineKey(input.line) : input.drop;
    const others = held.filter((one) => lineKey(one) !== key);
    if ("drop" in input && others.length === held.length) {
      return reject({ code: "not_found", key: "errors.notFound" });
    }
    await keepTranscript(tx, ctx, transfer, {
      lines: "line" in input ? [...others, input.line] : others,
      origin: "by_hand",
      version: input.version === 0 ? row.version : input.version,
    });
    return null;
  });
};
