import type { MemberCtx } from "~/identity/actor";
import { decide } from "~/platform/decide.server";
import type { Result } from "~/platform/result";
import {
  convertingTransfer,
  keepTranscript,
  openConversion,
  type TranscriptOrigin,
} from "../conversion-record.server";
import type { TranscriptLine } from "../rules/convert";

/**
 * The receiving school keeps the transcript of a transfer: the whole list at once, in place of what was there. Goes in: the
 * transfer, the lines, where they came from, the version shown (0 where nothing was there yet). Comes out: how many lines.
 * Refuses a foreign transfer (not found), the sending school (forbidden), one that is confirmed or was changed meanwhile
 * (conflict).
 */
export const setTranscript = async (
  ctx: MemberCtx,
  transferId: string,
  input: { lines: readonly TranscriptLine[]; origin: TranscriptOrigin; version: number },
): Promise<Result<{ lines: number }>> =>
  decide(async (tx) => {
    const transfer = await convertingTransfer(tx, ctx, transferId);
    const { version } = await openConversion(tx, ctx, transfer);
    await keepTranscript(tx, ctx, transfer, {
      ...input,
      version: input.version === 0 ? version : input.version,
    });
    return { lines: input.lines.length };
  });
