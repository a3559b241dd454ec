import { createHash } from "node:crypto";
import type { MemberCtx } from "~/identity/actor";
import { transferInVoice } from "~/pathways/transfer-access.server";
import type { TransferRow } from "~/pathways/transfer-moves.server";
import type { Ctx } from "~/platform/command";
import type { Tx } from "~/platform/db/gate.server";
import { reject, stale } from "~/platform/decide.server";
import { canonicalJson } from "~/platform/events/canonical";
import { record } from "~/platform/events/record.server";
import { newId } from "~/platform/id";
import { dayThatCounts } from "./conversion-input.server";
import { refuseCreditWork } from "./policy";
import type { Conversion, Override, TranscriptLine } from "./rules/convert";

/** Lines of one transcript at most. House rule. */
export const MOST_TRANSCRIPT_LINES = 120;

/** Where a transcript came from. */
export type TranscriptOrigin = "by_hand" | "file" | "ledger" | "intermediate";

export type ConversionRow = NonNullable<Awaited<ReturnType<Tx["creditConversion"]["findUnique"]>>>;

/** States of a transfer in which credits are converted; also after a move that was made on paper. */
const CONVERTING = ["credits", "moved", "returning"];

export const transcriptIn = (row: Pick<ConversionRow, "transcript">): TranscriptLine[] =>
  JSON.parse(row.transcript) as TranscriptLine[];
export const overridesIn = (row: Pick<ConversionRow, "overrides">): Override[] =>
  JSON.parse(row.overrides) as Override[];

/** SHA-256 of a conversion with the version of the table it rests on: the same facts, the same digest. */
export const conversionDigest = (conversion: Conversion, tableVersionId: string | null): string =>
  createHash("sha256")
    .update(canonicalJson({ conversion: JSON.parse(JSON.stringify(conversion)), tableVersionId }))
    .digest("hex");

/**
 * The transfer a command converts, for the receiving school. Rejects what is not theirs to see (not found), the other side
 * and roles that may not (forbidden), and a transfer that has not reached the credits (conflict).
 */
export const convertingTransfer = async (tx: Tx, ctx: MemberCtx, id: string): Promise<TransferRow> => {
  const { transfer } = await transferInVoice(tx, ctx, id, ["receiving"]);
  const refusal = refuseCreditWork(ctx.actor);
  if (refusal) return reject(refusal);
  if (!CONVERTING.includes(transfer.state)) return reject({ code: "conflict", key: "credits.errors.notYet" });
  return transfer;
};

/** The open conversion of a transfer, made where there is none yet. Rejects one that is confirmed (conflict). */
export const openConversion = async (tx: Tx, ctx: Ctx, transfer: TransferRow): Promise<ConversionRow> => {
  const known = await tx.creditConversion.findUnique({ where: { transferId: transfer.id } });
  if (known?.state === "open") return known;
  if (known) return reject({ code: "conflict", key: "credits.errors.confirmed" });
  const now = ctx.clock.now();
  return tx.creditConversion.create({
    data: {
      id: newId(now.getTime()),
      transferId: transfer.id,
      reference: transfer.reference,
      fromSchoolId: transfer.fromSchoolId,
      toSchoolId: transfer.toSchoolId,
      studentId: transfer.newStudentId ?? transfer.studentId,
      asOf: dayThatCounts(transfer),
      transcript: "[]",
      origin: "by_hand",
      overrides: "[]",
      result: "",
      state: "open",
      createdAt: now,
      updatedAt: now,
      version: 1,
    },
  });
};

/** Writes a conversion with the version that was shown; rejects a stale one. */
export const writeConversion = async (
  tx: Tx,
  id: string,
  shown: number,
  data: Parameters<Tx["creditConversion"]["updateMany"]>[0]["data"],
): Promise<void> => {
  const { count } = await tx.creditConversion.updateMany({
    where: { id, version: shown },
    data: { ...data, version: { increment: 1 } },
  });
  if (count === 0) stale();
};

/**
 * Keeps a transcript for a transfer's open conversion inside the caller's transaction: what was there is replaced, and
 * decisions about lines that are gone with it. Goes in: the transfer, the lines, where they came from, the version shown (the
 * row's own where a machine deposits). Rejects more lines than a transcript has and a confirmed conversion (conflict).
 */
export const keepTranscript = async (
  tx: Tx,
  ctx: Ctx,
  transfer: TransferRow,
  given: { lines: readonly TranscriptLine[]; origin: TranscriptOrigin; version?: number },
): Promise<ConversionRow> => {
  if (given.lines.length > MOST_TRANSCRIPT_LINES) {
    return reject({
      code: "invalid",
      key: "credits.errors.tooManyTranscriptLines",
      values: { max: MOST_TRANSCRIPT_LINES },
    });
  }
  const row = await openConversion(tx, ctx, transfer);
  const keys = new Set(given.lines.map((line) => `${line.code}|${line.term}`));
  const kept = overridesIn(row).filter((one) => keys.has(one.line));
  await writeConversion(tx, row.id, given.version ?? row.version, {
    transcript: JSON.stringify(given.lines),
    overrides: JSON.stringify(kept),
    origin: given.origin,
    updatedAt: ctx.clock.now(),
  });
  await record(tx, ctx, {
    subject: { type: "creditConversion", id: row.id },
    name: "credit_conversion.transcript_kept",
    payload: { reference: row.reference, lines: given.lines.length, origin: given.origin },
    audience: [row.toSchoolId],
  });
  return tx.creditConversion.findUniqueOrThrow({ where: { id: row.id } });
};
