import type { Ctx } from "~/platform/command";
import { decide } from "~/platform/decide.server";
import { notFound, type Result } from "~/platform/result";
import { keepOutcome } from "../keep-outcome.server";
import { openEmployerRequest } from "../queries/employer-request.server";
import { outcomeMonth } from "../rules/outcome-definitions";

/**
 * An employer says by its link whether a graduate works there and how satisfied it is, or asks to be left alone. Goes in:
 * the token and the answer, or "stop". Its report stands beside the graduate's own and repeats of it what an employer does
 * not know, so that nothing the graduate said is lost; it may be corrected while the link lasts. Refuses an unknown or
 * expired link (not found).
 */
export const answerAsEmployer = async (
  ctx: Ctx,
  token: string,
  answer: { employed: boolean; satisfaction: number | null } | "stop",
): Promise<Result<{ done: "answered" | "stopped" }>> => {
  const now = ctx.clock.now();
  const request = await openEmployerRequest(token, now);
  const month = request && outcomeMonth(request.month);
  if (!request || month === null) return notFound("outcomes.ask.dead");
  return decide(async (tx) => {
    const { id, studentId, hostId } = request;
    if (answer === "stop") {
      await tx.employerRequest.update({ where: { id }, data: { stoppedAt: now } });
      return { done: "stopped" as const };
    }
    const own = await tx.graduateOutcome.findFirst({ where: { studentId, month, source: "graduate" } });
    const host = await tx.organization.findUniqueOrThrow({ where: { id: hostId }, select: { name: true } });
    await keepOutcome(tx, ctx, {
      studentId,
      month,
      source: "employer",
      withProof: false,
      destination: own?.destination ?? null,
      employerName: answer.employed ? host.name : (own?.employerName ?? null),
      sameUnit: answer.employed,
      occupationCode: own?.occupationCode ?? null,
      ownMatch: own?.ownMatch === "yes" || own?.ownMatch === "no" ? own.ownMatch : null,
      regionCode: own?.regionCode ?? null,
      payBand: own?.payBand ?? null,
      satisfaction: own?.satisfaction ?? null,
      employerSatisfaction: answer.employed ? answer.satisfaction : null,
    });
    await tx.employerRequest.update({ where: { id }, data: { answeredAt: now } });
    return { done: "answered" as const };
  });
};
