import type { MemberCtx } from "~/identity/actor";
import { read } from "~/platform/db/client.server";
import { civilDate } from "~/platform/time/clock";
import { phaseOn } from "../rules/phase";
import type { SurveyRow } from "../survey-scope.server";
import { overallFigures } from "./survey-counts.server";

const PAGE = 30;

const sums = async (ids: readonly string[], schoolId: string | null) => {
  const rows = await read.surveySchool.groupBy({
    by: ["surveyId"],
    where: { surveyId: { in: [...ids] }, ...(schoolId ? { schoolId } : {}) },
    _sum: { byMail: true, onPaper: true, answered: true },
    _count: true,
  });
  return new Map(
    rows.map(({ surveyId, _sum, _count }) => [
      surveyId,
      { invited: (_sum.byMail ?? 0) + (_sum.onPaper ?? 0), answered: _sum.answered ?? 0, schools: _count },
    ]),
  );
};

const listed = async (surveys: readonly SurveyRow[], on: string, schoolId: string | null) => {
  const ids = surveys.map(({ id }) => id);
  const [counted, figures, owners] = await Promise.all([
    sums(ids, schoolId),
    overallFigures(surveys, schoolId),
    read.organization.findMany({
      where: { id: { in: surveys.map(({ ownerId }) => ownerId) } },
      select: { id: true, name: true },
    }),
  ]);
  return surveys.map((survey) => ({
    id: survey.id,
    title: survey.title,
    audience: survey.audience,
    opensOn: survey.opensOn,
    closesOn: survey.closesOn,
    phase: phaseOn(survey, on),
    owner: owners.find(({ id }) => id === survey.ownerId)?.name ?? "",
    ...(counted.get(survey.id) ?? { invited: 0, answered: 0, schools: 0 }),
    figure: figures.get(survey.id) ?? { told: false as const },
  }));
};

/**
 * The surveys of the own organization, newest first, thirty a page; for a school besides those its authorities ask its people,
 * the newest thirty, with its own part of them. Goes in: the member, the id after which to go on. Comes out: each with its
 * days, how many were invited and answered, and the overall figure once it is told.
 */
export const surveysList = async (ctx: MemberCtx, after: string | null) => {
  const on = civilDate(ctx.clock.now());
  const { organizationId, organization } = ctx.actor;
  const own = await read.survey.findMany({
    where: { ownerId: organizationId, ...(after ? { id: { lt: after } } : {}) },
    orderBy: { id: "desc" },
    take: PAGE + 1,
  });
  const parts =
    organization.kind === "school" && !after
      ? await read.surveySchool.findMany({
          where: { schoolId: organizationId },
          orderBy: { surveyId: "desc" },
          take: 2 * PAGE,
          select: { surveyId: true },
        })
      : [];
  const others = await read.survey.findMany({
    where: {
      id: { in: parts.map(({ surveyId }) => surveyId) },
      ownerId: { not: organizationId },
      state: { not: "cancelled" },
      opensOn: { lte: on },
    },
    orderBy: { id: "desc" },
    take: PAGE,
  });
  return {
    own: await listed(own.slice(0, PAGE), on, null),
    others: await listed(others, on, organizationId),
    next: own.length > PAGE ? (own[PAGE - 1]?.id ?? null) : null,
    after,
  };
};

export type ListedSurvey = Awaited<ReturnType<typeof surveysList>>["own"][number];
