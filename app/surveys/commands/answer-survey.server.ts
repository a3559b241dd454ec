import { randomUUID } from "node:crypto";
import { sealField } from "~/platform/crypto/fields.server";
import { hashToken } from "~/platform/crypto/tokens.server";
import { read } from "~/platform/db/client.server";
import { decide, reject } from "~/platform/decide.server";
import { invalidField, notFound, type Result } from "~/platform/result";
import { type Clock, civilDate } from "~/platform/time/clock";
import { readSheet } from "../rules/answer";
import { phaseOn } from "../rules/phase";
import { type Audience, isAnonymous } from "../rules/template";
import { templateOf } from "../rules/templates";

/**
 * Takes one answer by its link. Goes in: the clock, the token and the fields as typed; deliberately no actor and no request,
 * so that nothing of them can be written down. Comes out: answered, or "already" for a link that was used: sending twice keeps
 * one answer. The link is marked as used and the answer put into a sealed envelope with a random id in the same transaction;
 * nothing leads from one to the other, and no event is recorded. An organization answers under its name instead. Refuses an
 * unknown link (not found), one that is not open yet or any more, and a wrong field.
 */
export const answerSurvey = async (
  clock: Clock,
  token: string,
  typed: Readonly<Record<string, string | undefined>>,
): Promise<Result<{ done: "answered" | "already" }>> => {
  const tokenHash = hashToken(token);
  const invitation = await read.surveyInvitation.findUnique({ where: { tokenHash } });
  const survey = invitation && (await read.survey.findUnique({ where: { id: invitation.surveyId } }));
  const template = survey && templateOf(survey.templateId);
  if (!invitation || !survey || !template) return notFound("surveys.errors.unknownLink");
  const { surveyId, schoolId } = invitation;
  if (invitation.used) return { ok: true, value: { done: "already" } };
  const on = civilDate(clock.now());
  const found = readSheet(template, typed);
  if (phaseOn(survey, on) === "open" && !found.ok)
    return invalidField(found.field, found.key, found.limit ? { limit: found.limit } : undefined);
  return decide(async (tx) => {
    const now = await tx.survey.findUniqueOrThrow({ where: { id: surveyId } });
    if (phaseOn(now, on) !== "open" || !found.ok)
      return reject({ code: "conflict", key: "surveys.errors.notOpen" });
    const { count } = await tx.surveyInvitation.updateMany({
      where: { tokenHash, used: false },
      data: { used: true },
    });
    if (count === 0) return { done: "already" as const };
    const { choices, text } = found.sheet;
    if (isAnonymous(survey.audience as Audience)) {
      await tx.surveyEnvelope.create({
        data: {
          id: randomUUID(),
          surveyId,
          schoolId,
          sealed: sealField("survey.answer", JSON.stringify({ choices, text })),
        },
      });
    } else {
      await tx.surveyNamedAnswer.create({
        data: {
          surveyId,
          schoolId,
          organizationId: invitation.subjectId ?? "",
          choices: JSON.stringify(choices),
          text,
        },
      });
    }
    await tx.surveySchool.update({
      where: { surveyId_schoolId: { surveyId, schoolId } },
      data: { answered: { increment: 1 } },
    });
    return { done: "answered" as const };
  });
};
