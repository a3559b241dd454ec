import type { MemberCtx } from "~/identity/actor";
import { read } from "~/platform/db/client.server";

export type SurveyRow = NonNullable<Awaited<ReturnType<typeof read.survey.findUnique>>>;

/** As whom a member looks at a survey: as the one who asks, or as a school an authority's survey asks. */
export type SurveyScope = { survey: SurveyRow; as: "owner" } | { survey: SurveyRow; as: "school" };

/** A survey within the member's scope; null for one of others, which looks like one that does not exist. */
export const surveyInScope = async (ctx: MemberCtx, id: string): Promise<SurveyScope | null> => {
  const survey = await read.survey.findUnique({ where: { id } });
  if (!survey) return null;
  const { organizationId } = ctx.actor;
  if (survey.ownerId === organizationId) return { survey, as: "owner" };
  const asked = await read.surveySchool.findUnique({
    where: { surveyId_schoolId: { surveyId: id, schoolId: organizationId } },
    select: { schoolId: true },
  });
  return asked && survey.state !== "cancelled" ? { survey, as: "school" } : null;
};
