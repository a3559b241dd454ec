import type { z } from "zod";
import type { MemberCtx } from "~/identity/actor";
import { enterCredit } from "~/organizations/credit-ledger.server";
import type { TransferRow } from "~/pathways/transfer-moves.server";
import type { Tx } from "~/platform/db/gate.server";
import { decide, reject } from "~/platform/decide.server";
import { record } from "~/platform/events/record.server";
import { newId } from "~/platform/id";
import type { Result } from "~/platform/result";
import { addDays, civilDate } from "~/platform/time/clock";
import { conversionInput, type TableChoice } from "../conversion-input.server";
import {
  type ConversionRow,
  conversionDigest,
  convertingTransfer,
  overridesIn,
  transcriptIn,
  writeConversion,
} from "../conversion-record.server";
import { type Conversion, convert } from "../rules/convert";
import type { confirmForm } from "../schema";

/** Days a course is planned to be made up in, until the school says otherwise. House rule: about a term. */
const MAKE_UP_DAYS = 120;

type Confirmed = {
  row: ConversionRow;
  transfer: TransferRow;
  done: Conversion;
  choice: TableChoice;
  on: string;
};

const studentOf = ({ transfer, row }: Confirmed) => transfer.newStudentId ?? row.studentId;

const enterLines = async (tx: Tx, ctx: MemberCtx, confirmed: Confirmed): Promise<void> => {
  const { row, done, choice, on } = confirmed;
  for (const line of done.lines.filter((one) => one.creditsCenti > 0)) {
    await enterCredit(tx, ctx, {
      studentId: studentOf(confirmed),
      schoolId: row.toSchoolId,
      act: "converted",
      source: "transfer",
      sourceId: row.id,
      item: line.key,
      name: line.destinationName && line.outcome !== "elective" ? line.destinationName : line.name,
      creditsCenti: line.creditsCenti,
      grade: line.grade,
      earnedOn: on,
      basis: {
        transferId: row.transferId,
        reference: row.reference,
        table: choice.table?.ordinal ?? null,
        tableCode: choice.table?.code ?? null,
        outcome: line.outcome,
        sourceCode: line.code,
        sourceName: line.name,
        destination: line.destinationCode,
        reason: line.override?.reason ?? null,
      },
    });
  }
};

const planMakeUp = async (tx: Tx, ctx: MemberCtx, confirmed: Confirmed): Promise<void> => {
  const { row, transfer, done, on } = confirmed;
  const now = ctx.clock.now();
  for (const owed of done.owed) {
    const owedEntryId = await enterCredit(tx, ctx, {
      studentId: studentOf(confirmed),
      schoolId: row.toSchoolId,
      act: "owed",
      source: "transfer",
      sourceId: row.id,
      item: `owed:${owed.kind}:${owed.code}`,
      name: owed.name,
      creditsCenti: owed.creditsCenti,
      hours: owed.hours,
      earnedOn: on,
      basis: { transferId: row.transferId, reference: row.reference, why: owed.why.key, kind: owed.kind },
    });
    await tx.makeUpItem.create({
      data: {
        id: newId(now.getTime()),
        conversionId: row.id,
        transferId: row.transferId,
        studentId: studentOf(confirmed),
        personId: transfer.personId,
        studentName: transfer.studentName,
        schoolId: row.toSchoolId,
        kind: owed.kind,
        code: owed.code,
        name: owed.name,
        creditsCenti: owed.creditsCenti,
        hours: owed.hours,
        owedEntryId,
        tutorName: "",
        fromOn: on,
        untilOn: addDays(on, MAKE_UP_DAYS),
        state: "planned",
        extensions: 0,
        extendedWhy: "",
        result: "",
        grade: "",
        settledBy: "",
        createdAt: now,
        updatedAt: now,
        version: 1,
      },
    });
  }
};

/**
 * The receiving school confirms a conversion as it was shown: converted and owed credits go into the learner's ledger (学分账)
 * and every owed course becomes an item of the make-up plan (补修计划). Goes in: the transfer, the version and the digest that
 * were shown. Comes out: the digest. Refuses a foreign transfer (not found), an empty transcript, a course nobody knows that
 * is not decided yet, and whatever is not what was shown or is already confirmed (conflict).
 */
export const confirmConversion = async (
  ctx: MemberCtx,
  transferId: string,
  input: z.output<typeof confirmForm>,
): Promise<Result<{ digest: string }>> =>
  decide(async (tx) => {
    const transfer = await convertingTransfer(tx, ctx, transferId);
    const row = await tx.creditConversion.findUnique({ where: { transferId } });
    if (!row) return reject({ code: "conflict", key: "credits.errors.noTranscript" });
    if (row.state !== "open") return reject({ code: "conflict", key: "credits.errors.confirmed" });
    const transcript = transcriptIn(row);
    if (transcript.length === 0) return reject({ code: "conflict", key: "credits.errors.noTranscript" });
    const now = ctx.clock.now();
    const on = civilDate(now);
    const given = { transcript, overrides: overridesIn(row) };
    const { input: facts, choice } = await conversionInput(tx, transfer, given, on);
    const done = convert(facts);
    if (done.totals.unknown > 0) {
      return reject({
        code: "blocked",
        key: "credits.errors.unknownLeft",
        values: { count: done.totals.unknown },
      });
    }
    const digest = conversionDigest(done, choice.table?.versionId ?? null);
    if (digest !== input.digest) return reject({ code: "conflict", key: "credits.errors.notAsShown" });
    await writeConversion(tx, row.id, input.version, {
      state: "confirmed",
      tableVersionId: choice.table?.versionId ?? null,
      studentId: transfer.newStudentId ?? row.studentId,
      result: JSON.stringify(done),
      digest,
      confirmedBy: ctx.actor.name,
      confirmedAt: now,
      updatedAt: now,
    });
    const confirmed = { row, transfer, done, choice, on };
    await enterLines(tx, ctx, confirmed);
    await planMakeUp(tx, ctx, confirmed);
    await record(tx, ctx, {
      subject: { type: "creditConversion", id: row.id },
      name: "credit_conversion.confirmed",
      payload: {
        reference: row.reference,
        digest,
        table: choice.table?.ordinal ?? null,
        ...done.totals,
      },
      audience: [row.toSchoolId, row.fromSchoolId],
    });
    return { digest };
  });
