import { randomUUID } from "node:crypto";
import type { Ctx } from "~/platform/command";
import { sealField } from "~/platform/crypto/fields.server";
import { hashToken, newToken } from "~/platform/crypto/tokens.server";
import { read } from "~/platform/db/client.server";
import { inTransaction } from "~/platform/db/gate.server";
import { record } from "~/platform/events/record.server";
import { enqueue } from "~/platform/outbox/enqueue.server";
import { breathe } from "~/platform/time/breathe.server";
import { civilDate } from "~/platform/time/clock";
import { invitationLetters, type LetterSurvey } from "../invitation-letter.server";
import { type Invitee, inviteesAfter, onPaper } from "../invitees.server";
import type { Audience } from "../rules/template";

const AT_ONCE = 100;
/** Portions of one call; the next call goes on where this one ended. */
const MOST_PORTIONS = 200;

type Survey = { id: string; ownerId: string; audience: Audience; closesOn: string };

const nameOf = async (id: string): Promise<string> =>
  (await read.organization.findUniqueOrThrow({ where: { id }, select: { name: true } })).name;

const invitationFor = (survey: Survey, schoolId: string, invitee: Invitee, on: string) => {
  const token = newToken();
  const mailed = invitee.addresses.length > 0;
  const row = {
    id: randomUUID(),
    surveyId: survey.id,
    schoolId,
    way: mailed ? "mail" : "paper",
    tokenHash: hashToken(token),
    tokenSealed: sealField("survey.token", token),
    // A slip of paper belongs to a class, not to a person in it.
    subjectId: mailed ? invitee.subjectId : null,
    className: mailed ? "" : invitee.className,
    sent: mailed ? 1 : 0,
    lastSentOn: mailed ? on : null,
    used: false,
  };
  return { row, token, addresses: invitee.addresses };
};

/** One portion of a school's invitations. Comes out: whether that was the last one. */
const portion = async (
  ctx: Ctx,
  survey: Survey,
  { schoolId, cursor }: { schoolId: string; cursor: string },
  letter: LetterSurvey,
): Promise<boolean> => {
  const on = civilDate(ctx.clock.now());
  const { invitees, last } = await inviteesAfter(survey.audience, {
    schoolId,
    on,
    after: cursor,
    take: AT_ONCE,
  });
  const reached = invitees.filter(({ addresses }) => addresses.length > 0 || onPaper(survey.audience));
  const made = reached.map((invitee) => invitationFor(survey, schoolId, invitee, on));
  const byMail = made.filter(({ row }) => row.way === "mail").length;
  return inTransaction(async (tx) => {
    const where = { surveyId_schoolId: { surveyId: survey.id, schoolId } };
    const { count } = await tx.surveySchool.updateMany({
      where: { surveyId: survey.id, schoolId, cursor, invited: false },
      data: {
        byMail: { increment: byMail },
        onPaper: { increment: made.length - byMail },
        unreached: { increment: invitees.length - reached.length },
        ...(last === null ? { invited: true } : { cursor: last }),
      },
    });
    if (count === 0) return true;
    await tx.surveyInvitation.createMany({ data: made.map(({ row }) => row) });
    for (const { row, token, addresses } of made)
      await enqueue(tx, ctx, invitationLetters(letter, { id: row.id, token, nth: 1 }, addresses));
    if (last !== null) return false;
    const counts = await tx.surveySchool.findUniqueOrThrow({ where });
    await record(tx, ctx, {
      subject: { type: "survey", id: survey.id },
      name: "survey.invited",
      payload: { schoolId, byMail: counts.byMail, onPaper: counts.onPaper },
      audience: [...new Set([survey.ownerId, schoolId])],
    });
    return true;
  });
};

/**
 * Makes the invitations of surveys whose first day has come, from the records as they are: a letter with a link of one's own,
 * or a slip for the class where no address is known. Goes in: the clock. Comes out: how many schools were finished. It works
 * in portions and goes on where it was stopped; nobody is invited twice.
 */
export const sendInvitations = async (ctx: Ctx): Promise<number> => {
  const on = civilDate(ctx.clock.now());
  const surveys = await read.survey.findMany({
    where: { state: "running", closesOn: { gte: on }, opensOn: { lte: on } },
    orderBy: { closesOn: "asc" },
    take: 200,
  });
  let portions = 0;
  let finished = 0;
  for (const row of surveys) {
    const survey: Survey = { ...row, audience: row.audience as Audience };
    const schools = await read.surveySchool.findMany({
      where: { surveyId: row.id, invited: false },
      take: 1_000,
    });
    const owner = schools.length > 0 ? await nameOf(row.ownerId) : "";
    for (const school of schools) {
      const letter = {
        audience: survey.audience,
        owner,
        school: await nameOf(school.schoolId),
        closesOn: row.closesOn,
      };
      for (let done = false; !done; ) {
        if (portions >= MOST_PORTIONS) return finished;
        portions += 1;
        const { cursor } = await read.surveySchool.findUniqueOrThrow({
          where: { surveyId_schoolId: { surveyId: row.id, schoolId: school.schoolId } },
        });
        done = await portion(ctx, survey, { schoolId: school.schoolId, cursor }, letter);
        await breathe();
      }
      finished += 1;
    }
  }
  return finished;
};
