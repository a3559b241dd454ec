import type { MemberCtx } from "~/identity/actor";
import { openField } from "~/platform/crypto/fields.server";
import { read } from "~/platform/db/client.server";
import { historyOf } from "~/platform/events/history.server";
import { civilDate } from "~/platform/time/clock";
import { mayAsk, mayPrint, mayReadTexts } from "../policy";
import { type Counts, questionResults } from "../rules/comparison";
import { FEWEST_TOLD } from "../rules/figures";
import { phaseOn } from "../rules/phase";
import { type Audience, isAnonymous, overallOf } from "../rules/template";
import { templateOf } from "../rules/templates";
import type { SurveyRow, SurveyScope } from "../survey-scope.server";
import { schoolResults, surveyCounts } from "./survey-counts.server";

/** Free texts and named answers shown on the page; the file holds a thousand. */
const MOST_SHOWN = 100;
const MOST_IN_FILE = 1_000;

/** The same asker's counted survey of that audience in the calendar year before; the latest of several. */
const earlierOf = async (survey: SurveyRow, schoolId: string | null) => {
  const year = String(Number(survey.opensOn.slice(0, 4)) - 1);
  const earlier = await read.survey.findFirst({
    where: {
      ownerId: survey.ownerId,
      audience: survey.audience,
      state: "closed",
      opensOn: { gte: `${year}-01-01`, lte: `${year}-12-31` },
    },
    orderBy: { opensOn: "desc" },
  });
  const template = earlier && templateOf(earlier.templateId);
  if (!earlier || !template) return null;
  const counts: Counts = await surveyCounts(earlier.id, schoolId);
  return { id: earlier.id, year, template, counts };
};

const textsOf = async (surveyId: string, take: number): Promise<string[]> => {
  // Ids are random, so this order tells nothing.
  const rows = await read.surveyText.findMany({ where: { surveyId }, orderBy: { id: "asc" }, take });
  return rows.map(({ sealed }) => openField("survey.text", sealed));
};

const namedAnswers = async (survey: SurveyRow, take: number) => {
  const rows = await read.surveyNamedAnswer.findMany({
    where: { surveyId: survey.id },
    orderBy: [{ schoolId: "asc" }, { organizationId: "asc" }],
    take,
  });
  const names = await read.organization.findMany({
    where: { id: { in: rows.flatMap(({ organizationId, schoolId }) => [organizationId, schoolId]) } },
    select: { id: true, name: true },
  });
  const nameOf = (id: string) => names.find((one) => one.id === id)?.name ?? "";
  return rows.map((row) => {
    const choices = JSON.parse(row.choices) as Record<string, number>;
    return {
      id: `${row.schoolId}-${row.organizationId}`,
      organization: nameOf(row.organizationId),
      school: nameOf(row.schoolId),
      overall: choices[overallOf(survey.audience as Audience)] ?? null,
      choices,
      text: row.text,
    };
  });
};

/** What its owner's page tells of it; the invitations of an authority's many schools are no story. */
const historyOfSurvey = async (survey: SurveyRow) => {
  const entries = await historyOf("survey", survey.id, MOST_SHOWN);
  return entries
    .filter(({ name }) => survey.ownerKind === "school" || name !== "survey.invited")
    .map(({ id, name, at, actorName, payload }) => ({
      id,
      at: at.toISOString(),
      name: name.replace("survey.", ""),
      values: { ...numbersOf(payload), actor: actorName },
    }));
};

const numbersOf = (payload: Record<string, unknown>): Record<string, number> =>
  Object.fromEntries(
    Object.entries(payload).filter((entry): entry is [string, number] => typeof entry[1] === "number"),
  );

/**
 * One survey as its owner or a school it asks sees it. Goes in: the member, the survey in their scope, whether everything is
 * wanted for a file. Comes out: how many were invited and answered; once counted the figures of every question with last
 * year's, by school for an authority, free texts and named answers for those who keep it. Nothing but the response is told
 * before the count, and nothing of under five answers.
 */
export const surveyPage = async (ctx: MemberCtx, { survey, as }: SurveyScope, whole = false) => {
  const audience = survey.audience as Audience;
  const template = templateOf(survey.templateId);
  if (!template) throw new Error(`no template ${survey.templateId}`);
  const phase = phaseOn(survey, civilDate(ctx.clock.now()));
  const mine = as === "school" ? ctx.actor.organizationId : null;
  const [owner, parts] = await Promise.all([
    read.organization.findUniqueOrThrow({ where: { id: survey.ownerId }, select: { name: true } }),
    read.surveySchool.findMany({
      where: { surveyId: survey.id, ...(mine ? { schoolId: mine } : {}) },
      take: 1_000,
    }),
  ]);
  const sum = (of: (part: (typeof parts)[number]) => number) =>
    parts.reduce((total, part) => total + of(part), 0);
  const answered = sum((part) => part.answered);
  const counted = survey.state === "closed";
  const told = counted && answered >= FEWEST_TOLD;
  const earlier = told ? await earlierOf(survey, mine) : null;
  const keeps = mayReadTexts(ctx.actor, survey);
  const take = whole ? MOST_IN_FILE : MOST_SHOWN;
  return {
    id: survey.id,
    version: survey.version,
    title: survey.title,
    audience,
    anonymous: isAnonymous(audience),
    owner: owner.name,
    as,
    byAuthority: survey.ownerKind === "authority",
    opensOn: survey.opensOn,
    closesOn: survey.closesOn,
    closedOn: survey.closedOn,
    phase,
    schools: parts.length,
    byMail: sum((part) => part.byMail),
    onPaper: sum((part) => part.onPaper),
    unreached: sum((part) => part.unreached),
    ready: parts.every(({ invited }) => invited),
    answered,
    counted,
    told,
    fewest: FEWEST_TOLD,
    mayEnd: as === "owner" && mayAsk(ctx.actor).ok && (phase === "open" || phase === "planned"),
    mayPrint:
      ctx.actor.organization.kind === "school" &&
      mayPrint(ctx.actor).ok &&
      phase === "open" &&
      sum((part) => part.onPaper) > 0,
    keeps,
    questions: told ? questionResults(template, await surveyCounts(survey.id, mine), earlier) : [],
    asked: template.questions,
    earlier: earlier && { id: earlier.id, year: earlier.year },
    bySchool: as === "owner" && survey.ownerKind === "authority" ? await schoolResults(survey) : [],
    texts: told && keeps && isAnonymous(audience) ? await textsOf(survey.id, take) : [],
    named: counted && keeps && !isAnonymous(audience) ? await namedAnswers(survey, take) : [],
    most: take,
    history: as === "owner" ? await historyOfSurvey(survey) : [],
  };
};

export type SurveyPage = Awaited<ReturnType<typeof surveyPage>>;
