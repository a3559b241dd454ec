import type { ActingCtx } from "~/identity/actor";
import { decide, reject } from "~/platform/decide.server";
import { record } from "~/platform/events/record.server";
import type { Result } from "~/platform/result";
import { refuseCreditWork } from "../policy";
import type { TranscriptLine } from "../rules/convert";
import { storedFor } from "../stored-transcript.server";
import { lineAnswers, schoolOf, subjectOf } from "../transcript-answers.server";

/**
 * Gives a deposited transcript to one of the two schools of the pair. Goes in: its id. Comes out: the transcript as deposited,
 * with its hash; that the receiving school was given it is recorded. Refuses everybody else (not found) and kinds of
 * organization that keep no credits (forbidden).
 */
export const handOutTranscript = async (ctx: ActingCtx, id: string): Promise<Result<object>> => {
  const refusal = refuseCreditWork(ctx.actor);
  if (refusal) return { ok: false, refusal };
  return decide(async (tx) => {
    const found = await storedFor(tx, ctx.actor.organizationId, id);
    if (!found) return reject({ code: "not_found", key: "errors.notFound" });
    const { deposit, part, transfer } = found;
    if (part === "collector")
      await record(tx, ctx, {
        subject: { type: "transcriptDeposit", id },
        name: "transcript.handed_out",
        payload: { reference: transfer?.reference },
        audience: [deposit.schoolId, ctx.actor.organizationId],
      });
    return {
      id,
      deposit: deposit.name,
      sequence: deposit.sequence,
      order: deposit.state,
      school: await schoolOf(tx, deposit.schoolId),
      student: await subjectOf(tx, deposit, transfer),
      issuedOn: deposit.issuedOn,
      receivedAt: deposit.receivedAt.toISOString(),
      hash: deposit.hash,
      collectedAt: deposit.collectedAt?.toISOString() ?? null,
      lines: lineAnswers(JSON.parse(deposit.lines) as TranscriptLine[]),
    };
  });
};
