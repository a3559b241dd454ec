import type { MemberCtx } from "~/identity/actor";
import { decide, reject } from "~/platform/decide.server";
import { record } from "~/platform/events/record.server";
import { invalidField, type Result } from "~/platform/result";
import { civilDate } from "~/platform/time/clock";
import { conversionInput } from "../conversion-input.server";
import {
  convertingTransfer,
  openConversion,
  overridesIn,
  transcriptIn,
  writeConversion,
} from "../conversion-record.server";
import { lineKey } from "../rules/convert";
import type { OverrideForm } from "../schema";

/**
 * The receiving school decides one line otherwise than the table, or goes back to the table. Goes in: the transfer, the line,
 * what it becomes, the course it counts for, the credits, and the reason. Comes out: nothing; what was decided, by whom and
 * why stays with the conversion. Refuses without a reason, more credits than were earned and a course the own catalogue does
 * not hold (invalid, beside the field), a line that is not there (not found), a conversion confirmed or changed meanwhile
 * (conflict).
 */
export const overrideLine = async (
  ctx: MemberCtx,
  transferId: string,
  input: OverrideForm,
): Promise<Result<null>> => {
  const { outcome, reason = "" } = input;
  if (outcome !== "table" && reason.length < 4) return invalidField("reason", "credits.errors.reason");
  return decide(async (tx) => {
    const transfer = await convertingTransfer(tx, ctx, transferId);
    const row = await openConversion(tx, ctx, transfer);
    const transcript = transcriptIn(row);
    const line = transcript.find((one) => lineKey(one) === input.line);
    if (!line) return reject({ code: "not_found", key: "errors.notFound" });
    const others = overridesIn(row).filter((one) => one.line !== input.line);
    const now = ctx.clock.now();
    const credits = outcome === "not_recognised" ? 0 : (input.credits ?? line.creditsCenti);
    if (credits > line.creditsCenti) {
      return reject(
        invalidField("credits", "credits.errors.beyondEarned", { most: line.creditsCenti / 100 }).refusal,
      );
    }
    const destinationCode = outcome === "recognised" ? (input.destinationCode ?? null) : null;
    if (outcome === "recognised") {
      const given = { transcript, overrides: others };
      const { input: facts } = await conversionInput(tx, transfer, given, civilDate(now));
      if (!facts.destination.some((one) => one.code === destinationCode)) {
        return reject(invalidField("destinationCode", "credits.errors.noCourse").refusal);
      }
    }
    const decided =
      outcome === "table"
        ? []
        : [
            {
              line: input.line,
              outcome,
              destinationCode,
              creditsCenti: credits,
              reason,
              by: ctx.actor.name,
            },
          ];
    await writeConversion(tx, row.id, input.version, {
      overrides: JSON.stringify([...others, ...decided]),
      updatedAt: now,
    });
    await record(tx, ctx, {
      subject: { type: "creditConversion", id: row.id },
      name: "credit_conversion.line_decided",
      payload: { reference: row.reference, line: input.line, outcome, destinationCode, credits, reason },
      audience: [row.toSchoolId, row.fromSchoolId],
    });
    return null;
  });
};
