import type { Ctx } from "~/platform/command";
import { openField } from "~/platform/crypto/fields.server";
import { hashToken } from "~/platform/crypto/tokens.server";
import { decide } from "~/platform/decide.server";
import { record } from "~/platform/events/record.server";
import { invalidField, notFound, ok, type Result, refuse } from "~/platform/result";
import { answerDigits, LOCKED_MINUTES, lastFour } from "../rules/phone-digits";

type Answer = { kind: "right"; requestId: string } | { kind: "refused"; refusal: ReturnType<typeof refuse> };

/**
 * Checks the second factor of a consent link: the last four digits of the guardian's phone on record. Goes in: token and
 * digits. Comes out: the request's id. Refuses a dead link, wrong digits (with the tries left), and a link locked after
 * five wrong answers (for an hour; after fifteen for good). Every wrong answer is recorded where the school sees it.
 */
export const checkGuardianPhone = async (
  ctx: Ctx,
  input: { token: string; digits: string },
): Promise<Result<{ requestId: string }>> => {
  const now = ctx.clock.now();
  const outcome = await decide(async (tx): Promise<Answer> => {
    const request = await tx.consentRequest.findUnique({
      where: { tokenHash: hashToken(input.token) },
      include: { student: { select: { organizationId: true } } },
    });
    const guardian =
      request && (await tx.guardian.findFirst({ where: { id: request.guardianId, endedAt: null } }));
    const ended = !request || request.withdrawnAt || (!request.answeredAt && request.expiresAt <= now);
    if (ended || !guardian?.phoneSealed) {
      return { kind: "refused", refusal: notFound("consents.errors.linkDead") };
    }
    const expected = lastFour(openField("guardian.phone", guardian.phoneSealed));
    const answer = answerDigits(request, expected, input.digits, now);
    if (answer.kind === "dead") return { kind: "refused", refusal: notFound("consents.errors.linkSpent") };
    if (answer.kind === "locked") {
      const values = { minutes: answer.minutes };
      const retryAfterSeconds = answer.minutes * 60;
      return {
        kind: "refused",
        refusal: refuse("limited", "consents.errors.locked", { values, retryAfterSeconds }),
      };
    }
    const { failures, totalFailures, lockedUntil, lastFailedAt } = answer.tries;
    await tx.consentRequest.update({
      where: { id: request.id },
      data: { failures, totalFailures, lockedUntil, lastFailedAt },
    });
    if (answer.kind === "right") return { kind: "right", requestId: request.id };
    await record(tx, ctx, {
      subject: { type: "student", id: request.studentId },
      name: "consent.wrong_digits",
      payload: { requestId: request.id, failures: totalFailures },
      audience: answer.left === 0 ? [request.student.organizationId] : [],
    });
    const refusal =
      answer.left === 0
        ? refuse("limited", "consents.errors.locked", {
            values: { minutes: LOCKED_MINUTES },
            retryAfterSeconds: LOCKED_MINUTES * 60,
          })
        : invalidField("digits", "consents.errors.wrongDigits", { left: answer.left });
    return { kind: "refused", refusal };
  });
  if (!outcome.ok) return outcome;
  return outcome.value.kind === "right" ? ok({ requestId: outcome.value.requestId }) : outcome.value.refusal;
};
