import { randomUUID } from "node:crypto";
import type { Ctx } from "~/platform/command";
import { openField, sealField } from "~/platform/crypto/fields.server";
import { read } from "~/platform/db/client.server";
import { inTransaction, type Tx } from "~/platform/db/gate.server";
import { record } from "~/platform/events/record.server";
import { breathe } from "~/platform/time/breathe.server";
import { civilDate } from "~/platform/time/clock";
import { addUp, type Sheet } from "../rules/answer";
import { FEWEST_TOLD } from "../rules/figures";
import { type Audience, isAnonymous } from "../rules/template";
import { withheldSchools } from "../rules/withheld";

const AT_ONCE = 50;

type Survey = { id: string; ownerId: string; ownerKind: string; audience: string };

const sheetsOf = async (tx: Tx, survey: Survey, schoolId: string): Promise<Sheet[]> => {
  const where = { surveyId: survey.id, schoolId };
  if (isAnonymous(survey.audience as Audience)) {
    const envelopes = await tx.surveyEnvelope.findMany({ where, select: { sealed: true } });
    return envelopes.map(({ sealed }) => JSON.parse(openField("survey.answer", sealed)) as Sheet);
  }
  const named = await tx.surveyNamedAnswer.findMany({ where, select: { choices: true } });
  return named.map(({ choices }) => ({ choices: JSON.parse(choices) as Sheet["choices"], text: "" }));
};

/** Adds a school's counts; those of a school under five answers go into the sum of all such schools, or nowhere. */
const keepCounts = async (tx: Tx, survey: Survey, schoolId: string, sheets: readonly Sheet[]) => {
  const few = sheets.length < FEWEST_TOLD;
  if (few && survey.ownerKind !== "authority") return;
  const place = { surveyId: survey.id, schoolId: few ? "" : schoolId };
  for (const [questionId, counts] of addUp(sheets.map(({ choices }) => choices))) {
    for (const [choice, count] of counts) {
      const key = { ...place, questionId, choice };
      await tx.surveyCount.upsert({
        where: { surveyId_schoolId_questionId_choice: key },
        create: { ...key, count },
        update: { count: { increment: count } },
      });
    }
  }
  await tx.surveyText.createMany({
    data: sheets
      .filter(({ text }) => text !== "")
      .map(({ text }) => ({ id: randomUUID(), surveyId: survey.id, sealed: sealField("survey.text", text) })),
  });
};

const countSchool = (survey: Survey, schoolId: string): Promise<void> =>
  inTransaction(async (tx) => {
    const where = { surveyId: survey.id, schoolId };
    const claimed = await tx.surveySchool.updateMany({
      where: { ...where, counted: false },
      data: { counted: true, invited: true },
    });
    if (claimed.count === 0) return;
    await keepCounts(tx, survey, schoolId, await sheetsOf(tx, survey, schoolId));
    await tx.surveyEnvelope.deleteMany({ where });
    await tx.surveyInvitation.updateMany({
      where,
      data: { tokenSealed: null, ...(isAnonymous(survey.audience as Audience) ? { subjectId: null } : {}) },
    });
  });

const finish = (ctx: Ctx, survey: Survey): Promise<void> =>
  inTransaction(async (tx) => {
    const schools = await tx.surveySchool.findMany({ where: { surveyId: survey.id } });
    const withheld = withheldSchools(schools.map(({ schoolId, answered }) => ({ id: schoolId, answered })));
    for (const [schoolId, why] of withheld)
      await tx.surveySchool.updateMany({ where: { surveyId: survey.id, schoolId }, data: { withheld: why } });
    const sum = (of: (school: (typeof schools)[number]) => number) =>
      schools.reduce((total, school) => total + of(school), 0);
    const answered = sum((school) => school.answered);
    if (answered < FEWEST_TOLD) {
      await tx.surveyCount.deleteMany({ where: { surveyId: survey.id } });
      await tx.surveyText.deleteMany({ where: { surveyId: survey.id } });
    }
    const closed = await tx.survey.updateMany({
      where: { id: survey.id, state: "counting" },
      data: { state: "closed", closedOn: civilDate(ctx.clock.now()), version: { increment: 1 } },
    });
    if (closed.count === 0) return;
    await record(tx, ctx, {
      subject: { type: "survey", id: survey.id },
      name: "survey.closed",
      payload: { answered, invited: sum(({ byMail, onPaper }) => byMail + onPaper) },
      audience: [survey.ownerId, ...schools.map(({ schoolId }) => schoolId)],
    });
  });

/**
 * Counts surveys whose last day is over or that were ended, school by school: envelopes are opened, added up and emptied, links
 * and whom they went to are forgotten, and which schools are not told apart is decided. Figures are fixed from then on; until
 * then nobody reads any, so that nobody sees what one more answer changed. Goes in: the clock. Comes out: how many surveys were
 * closed. Stopped half-way it goes on with the schools that are left.
 */
export const countSurveys = async (ctx: Ctx): Promise<number> => {
  const on = civilDate(ctx.clock.now());
  const due = await read.survey.findMany({
    where: { OR: [{ state: "counting" }, { state: "running", closesOn: { lt: on } }] },
    orderBy: { closesOn: "asc" },
    take: AT_ONCE,
  });
  for (const survey of due) {
    await inTransaction((tx) =>
      tx.survey.updateMany({
        where: { id: survey.id, state: "running" },
        data: { state: "counting", version: { increment: 1 } },
      }),
    );
    const schools = await read.surveySchool.findMany({
      where: { surveyId: survey.id, counted: false },
      orderBy: { schoolId: "asc" },
      select: { schoolId: true },
    });
    for (const { schoolId } of schools) {
      await countSchool(survey, schoolId);
      await breathe();
    }
    await finish(ctx, survey);
  }
  return due.length;
};
