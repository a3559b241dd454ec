import { catalogue } from "~/catalogues/queries/catalogue.server";
import type { Ctx } from "~/platform/command";
import { decide, reject } from "~/platform/decide.server";
import { invalidField, notFound, type Result } from "~/platform/result";
import { askEmployer } from "../employer-question.server";
import { keepOutcome } from "../keep-outcome.server";
import type { OutcomeAnswer } from "../outcome-schema";
import { openRequest } from "../queries/outcome-request.server";
import { outcomeMonth } from "../rules/outcome-definitions";

/**
 * A graduate answers by their link, or asks to be left alone. Goes in: the token and the answer, or "stop". An answer may be
 * corrected while the link lasts; who says they stayed with the unit has it asked too; "stop" ends the reminders and keeps nothing. Refuses an unknown or expired link (not
 * found), an occupation or region that does not exist (invalid).
 */
export const answerOutcome = async (
  ctx: Ctx,
  token: string,
  answer: OutcomeAnswer | "stop",
): Promise<Result<{ done: "answered" | "stopped" }>> => {
  const now = ctx.clock.now();
  const request = await openRequest(token, now);
  const month = request && outcomeMonth(request.month);
  if (!request || month === null) return notFound("outcomes.ask.dead");
  const books = await catalogue();
  return decide(async (tx) => {
    if (answer === "stop") {
      await tx.outcomeRequest.update({ where: { id: request.id }, data: { stoppedAt: now } });
      return { done: "stopped" as const };
    }
    if (answer.occupation && !books.occupations.has(answer.occupation))
      return reject(invalidField("occupation", "outcomes.errors.code").refusal);
    if (answer.region && !books.regions.has(answer.region))
      return reject(invalidField("region", "outcomes.errors.code").refusal);
    const { hostId } = await keepOutcome(tx, ctx, {
      studentId: request.studentId,
      month,
      source: "graduate",
      withProof: false,
      destination: answer.destination,
      employerName: answer.employerName?.trim() || null,
      sameUnit: answer.sameUnit ? answer.sameUnit === "yes" : null,
      occupationCode: answer.occupation || null,
      ownMatch: answer.ownMatch ?? null,
      regionCode: answer.region || null,
      payBand: answer.payBand ?? null,
      satisfaction: answer.satisfaction ?? null,
      employerSatisfaction: null,
    });
    await tx.outcomeRequest.update({ where: { id: request.id }, data: { answeredAt: now } });
    await askEmployer(tx, ctx, {
      studentId: request.studentId,
      schoolId: request.schoolId,
      hostId,
      month,
      destination: answer.destination,
      sameUnit: answer.sameUnit === "yes",
    });
    return { done: "answered" as const };
  });
};
