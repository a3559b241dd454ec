import { catalogue } from "~/catalogues/queries/catalogue.server";
import type { PersonCtx } from "~/identity/actor";
import { fitModelOf, fitScoresOf } from "~/matching/rules/fit/cached";
import { schoolNames } from "~/pathways/queries/transfers-list.server";
import { read } from "~/platform/db/client.server";
import { historyOf } from "~/platform/events/history.server";
import { civilDate } from "~/platform/time/clock";
import { ownStudents, pathwayFor, stagesOf } from "../pathway-access.server";
import { gapsOf, partsOf, restsOn } from "../plan.server";
import { kindOf } from "../rules/kinds";
import { type PathwayState, turnOf } from "../rules/lifecycle";
import { type HintedMajor, majorHint } from "../rules/major-hint";
import { cohortFigures } from "./cohort-figures.server";

const OCCUPATIONS_COMPARED = 20;

/** What happens to single students is told to their own school alone. */
const INSIDE = ["studentsAdded", "studentLeft", "studentRemoved", "resultsEntered"].map(
  (name) => `articulation.${name}`,
);

/** How the majors of both stages hang together; null while one of them is open. */
const hintOf = async (codes: readonly (string | null)[]) => {
  const { majors, occupations, fitMaterial } = await catalogue();
  const model = fitModelOf(fitMaterial);
  const hinted = codes.flatMap((code): HintedMajor[] => {
    const major = code ? majors.get(code) : undefined;
    if (!major) return [];
    const best = [...fitScoresOf(model, major)]
      .sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
      .slice(0, OCCUPATIONS_COMPARED);
    return [
      {
        family: major.family,
        className: major.className,
        occupations: best.map(([occupation]) => ({
          code: occupation,
          name: occupations.get(occupation)?.name ?? occupation,
        })),
      },
    ];
  });
  const [first, second] = hinted;
  return first && second ? majorHint(first, second) : null;
};

/** The rows a student or guardian reads about themselves: no others are among them. */
const ownRows = async (ctx: PersonCtx, pathwayId: string) => {
  const students = await ownStudents(read, ctx.actor);
  const members = await read.articulationMember.findMany({
    where: { pathwayId, studentId: { in: students.map((one) => one.id) } },
    take: 40,
  });
  const cohorts = await read.articulationCohort.findMany({
    where: { id: { in: members.map((one) => one.cohortId) } },
    take: 40,
    select: { id: true, intakeYear: true, examinationOn: true },
  });
  return members.map((row) => {
    const cohort = cohorts.find((one) => one.id === row.cohortId);
    return {
      id: row.id,
      name: students.find((one) => one.id === row.studentId)?.name ?? "",
      state: row.state,
      reasonCode: row.reasonCode,
      totalBp: row.totalBp,
      scores: JSON.parse(row.scores) as (number | null)[],
      intakeYear: cohort?.intakeYear ?? 0,
      examinationOn: cohort?.examinationOn ?? "",
    };
  });
};

/**
 * Everything the page of one pathway shows a person, or null when to them there is none: the plan with what it lacks, who
 * confirmed, the agreement beneath, cohorts with figures (withheld outside the school where they are small), the own rows of
 * a student, and the history for those who take part.
 */
export const pathwayPage = async (ctx: PersonCtx, id: string) => {
  const found = await pathwayFor(read, ctx.actor, id);
  if (!found) return null;
  const { pathway, voices } = found;
  const now = ctx.clock.now();
  const today = civilDate(now);
  const organizationId = ctx.actor.organizationId ?? "";
  const family = voices.includes("student") || voices.includes("guardian");
  const works = voices.some((voice) => voice !== "student" && voice !== "guardian");
  const [stages, partners, gaps, runs, agreement] = await Promise.all([
    stagesOf(read, id),
    read.articulationPartner.findMany({ where: { pathwayId: id }, take: 20 }),
    pathway.state === "draft" ? gapsOf(read, pathway) : [],
    restsOn(read, pathway, today),
    pathway.agreementId
      ? read.agreement.findUnique({
          where: { id: pathway.agreementId },
          select: {
            id: true,
            title: true,
            parties: { where: { organizationId }, take: 1, select: { organizationId: true } },
          },
        })
      : null,
  ]);
  const [names, hint, cohorts, own, history] = await Promise.all([
    schoolNames([
      pathway.founderId,
      ...(pathway.approvedById ? [pathway.approvedById] : []),
      ...stages.flatMap((stage) => stage.schoolId ?? []),
      ...partners.map((partner) => partner.organizationId),
    ]),
    hintOf(stages.map((stage) => stage.majorCode)),
    works ? cohortFigures(id, organizationId) : [],
    family ? ownRows(ctx, id) : [],
    works ? historyOf("articulationPathway", id, 40) : [],
  ]);
  const nameOf = (one: string | null) => (one ? (names.get(one) ?? "") : "");
  const { id: kindId, title, summary, source, enterprise } = kindOf(pathway.kind);
  return {
    id,
    version: pathway.version,
    title: pathway.title,
    summary: pathway.summary,
    state: pathway.state as PathwayState,
    turn: turnOf(pathway.state as PathwayState),
    reason: pathway.reason,
    kind: { id: kindId, title, summary, source, enterprise },
    founder: nameOf(pathway.founderId),
    firstIntake: pathway.firstIntake,
    filingNumber: pathway.filingNumber,
    approvedOn: pathway.approvedOn,
    approvedBy: nameOf(pathway.approvedById),
    agreement: agreement && { id: agreement.id, title: agreement.title },
    mayReadAgreement: works && (agreement?.parties.length ?? 0) > 0,
    runs,
    voices,
    works,
    keepsRoll: works && stages[0].schoolId === organizationId && organizationId !== "",
    asked: partners.some((one) => one.organizationId === organizationId && one.state === "asked"),
    gaps,
    hint,
    examDay: pathway.examDay,
    parts: partsOf(pathway),
    passBp: pathway.examPassBp,
    stages: stages.map((stage) => ({
      position: stage.position,
      level: stage.level,
      years: stage.years,
      school: nameOf(stage.schoolId),
      schoolId: stage.schoolId,
      majorCode: stage.majorCode,
      majorName: stage.majorName,
      quota: stage.quota,
    })),
    partners: partners.map((one) => ({
      id: one.organizationId,
      name: nameOf(one.organizationId),
      role: one.role,
      state: one.state,
      answeredBy: one.answeredBy,
      answeredAt: one.answeredAt?.toISOString() ?? null,
      reason: one.reason,
    })),
    cohorts,
    own,
    history: history
      .filter((one) => stages[0].schoolId === organizationId || !INSIDE.includes(one.name))
      .map((one) => ({
        id: one.id,
        at: one.at.toISOString(),
        actor: one.actorName,
        name: one.name.split(".")[1] ?? "",
        year: typeof one.payload.year === "number" ? one.payload.year : null,
        reason: typeof one.payload.reason === "string" ? one.payload.reason : undefined,
      })),
    today,
    now: now.toISOString(),
  };
};

export type PathwayPageData = NonNullable<Awaited<ReturnType<typeof pathwayPage>>>;
