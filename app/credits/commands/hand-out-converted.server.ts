import { keyOf, privateHalf } from "~/agreements/signing-keys.server";
import type { ActingCtx } from "~/identity/actor";
import { kidOf } from "~/placements/certificate-keys.server";
import { issuerUrls } from "~/placements/rules/credential";
import { signCredential } from "~/placements/rules/vc-jwt";
import { config } from "~/platform/config/config.server";
import { decide, reject } from "~/platform/decide.server";
import { record } from "~/platform/events/record.server";
import type { Result } from "~/platform/result";
import { civilDate } from "~/platform/time/clock";
import { conversionOfDeposit } from "../deposit-conversion.server";
import { refuseCreditWork } from "../policy";
import { storedFor } from "../stored-transcript.server";
import { bothTold, creditsOf, schoolOf, subjectOf } from "../transcript-answers.server";

/**
 * Gives the converted transcript of a deposit to one of the two schools of the pair, signed with the receiving school's key
 * (JWS, EdDSA; its public keys are at its jwks.json). Goes in: the deposit's id. Comes out: every line with what becomes of
 * it and why in both languages, what is owed, the version of the table that counts, and the JWS over all of it; "confirmed"
 * once the school decided, "provisional" before. That it was given out is recorded. Refuses everybody else (not found) and a
 * student without an approved transfer from the depositing school (conflict).
 */
export const handOutConverted = async (
  ctx: ActingCtx,
  id: string,
): Promise<Result<{ converted: object; jws: string }>> => {
  const refusal = refuseCreditWork(ctx.actor);
  if (refusal) return { ok: false, refusal };
  return decide(async (tx) => {
    const found = await storedFor(tx, ctx.actor.organizationId, id);
    if (!found) return reject({ code: "not_found", key: "errors.notFound" });
    const { deposit, transfer } = found;
    if (!transfer) return reject({ code: "conflict", key: "creditStore.errors.noTransfer" });
    const now = ctx.clock.now();
    const { state, day, table, result, digest } = await conversionOfDeposit(
      tx,
      deposit,
      transfer,
      civilDate(now),
    );
    const { baseUrl } = config();
    const converted = {
      id: `${baseUrl}/api/v1/credits/transcripts/${id}/converted`,
      type: ["ConvertedTranscript"],
      issuer: issuerUrls(baseUrl, transfer.toSchoolId).issuer,
      validFrom: now.toISOString(),
      state,
      deposit: { id, name: deposit.name, sequence: deposit.sequence, hash: deposit.hash },
      student: await subjectOf(tx, deposit, transfer),
      from: await schoolOf(tx, transfer.fromSchoolId),
      to: await schoolOf(tx, transfer.toSchoolId),
      major: transfer.majorCode || null,
      asOf: day,
      table,
      digest,
      lines: result.lines.map((line) => ({
        code: line.code,
        name: line.name,
        term: line.term,
        grade: line.grade,
        earned: creditsOf(line.earnedCenti),
        outcome: line.outcome,
        destination: line.destinationCode && { code: line.destinationCode, name: line.destinationName },
        credits: creditsOf(line.creditsCenti),
        why: { key: line.why.key, values: line.why.values, ...bothTold(line.why) },
        decided: line.override && { reason: line.override.reason },
      })),
      owed: result.owed.map((item) => ({
        kind: item.kind,
        code: item.code,
        name: item.name,
        credits: creditsOf(item.creditsCenti),
        hours: item.hours,
        why: bothTold(item.why),
      })),
      totals: {
        earned: creditsOf(result.totals.earnedCenti),
        recognised: creditsOf(result.totals.recognisedCenti),
        elective: creditsOf(result.totals.electiveCenti),
        owed: creditsOf(result.totals.owedCenti),
        unknown: result.totals.unknown,
      },
    };
    const key = await keyOf(tx, transfer.toSchoolId, now);
    const jws = signCredential(converted, {
      kid: kidOf(transfer.toSchoolId, key.id),
      privateKey: privateHalf(key),
    });
    await record(tx, ctx, {
      subject: { type: "transcriptDeposit", id },
      name: "transcript.converted_handed_out",
      payload: { reference: transfer.reference, state, digest },
      audience: [transfer.fromSchoolId, transfer.toSchoolId],
    });
    return { converted, jws };
  });
};
