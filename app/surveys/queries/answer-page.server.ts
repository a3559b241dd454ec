import { hashToken } from "~/platform/crypto/tokens.server";
import { read } from "~/platform/db/client.server";
import { civilDate } from "~/platform/time/clock";
import { phaseOn } from "../rules/phase";
import { type Audience, isAnonymous } from "../rules/template";
import { templateOf } from "../rules/templates";

/**
 * What the one-page survey shows. Goes in: the token and now. Comes out: the questions and who asks, whether it may be answered
 * (open), was (used), not yet (planned) or no more (ended); in whose name for an organization. Null for an unknown token.
 * Writes nothing.
 */
export const answerPage = async (token: string, now: Date) => {
  const invitation = await read.surveyInvitation.findUnique({ where: { tokenHash: hashToken(token) } });
  const survey = invitation && (await read.survey.findUnique({ where: { id: invitation.surveyId } }));
  const template = survey && templateOf(survey.templateId);
  if (!invitation || !survey || !template) return null;
  const audience = survey.audience as Audience;
  const ids = [survey.ownerId, invitation.schoolId, ...(invitation.subjectId ? [invitation.subjectId] : [])];
  const names = new Map(
    (await read.organization.findMany({ where: { id: { in: ids } }, select: { id: true, name: true } })).map(
      ({ id, name }) => [id, name],
    ),
  );
  const phase = phaseOn(survey, civilDate(now));
  const state = invitation.used
    ? ("used" as const)
    : phase === "open" || phase === "planned"
      ? phase
      : ("ended" as const);
  return {
    state,
    title: survey.title,
    audience,
    anonymous: isAnonymous(audience),
    owner: names.get(survey.ownerId) ?? "",
    school: names.get(invitation.schoolId) ?? "",
    byAuthority: survey.ownerKind === "authority",
    /** in whose name it is answered; null where it is anonymous */
    inNameOf: isAnonymous(audience) ? null : (names.get(invitation.subjectId ?? "") ?? ""),
    opensOn: survey.opensOn,
    closesOn: survey.closesOn,
    questions: template.questions,
    freeText: template.freeText,
  };
};

export type AnswerPage = NonNullable<Awaited<ReturnType<typeof answerPage>>>;
