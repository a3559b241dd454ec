import type { Ctx } from "~/platform/command";
import { openField } from "~/platform/crypto/fields.server";
import { read } from "~/platform/db/client.server";
import { inTransaction } from "~/platform/db/gate.server";
import { record } from "~/platform/events/record.server";
import { enqueue } from "~/platform/outbox/enqueue.server";
import { addDays, civilDate } from "~/platform/time/clock";
import { invitationLetters } from "../invitation-letter.server";
import { addressesOf } from "../invitees.server";
import { DAYS_BETWEEN_LETTERS, MOST_LETTERS } from "../rules/phase";
import type { Audience } from "../rules/template";

const AT_ONCE = 500;

/**
 * Reminds those who were written to and whose link was not used: twice at most, five days apart, only while the survey is open.
 * A used link ends it; whether it was used is all that is known. Goes in: the clock. Comes out: how many were reminded; called
 * again on the same day it reminds nobody twice.
 */
export const remindInvited = async (ctx: Ctx): Promise<number> => {
  const on = civilDate(ctx.clock.now());
  const surveys = await read.survey.findMany({
    where: { state: "running", closesOn: { gt: on }, opensOn: { lte: addDays(on, -DAYS_BETWEEN_LETTERS) } },
    orderBy: { closesOn: "asc" },
    take: 200,
  });
  let reminded = 0;
  for (const survey of surveys) {
    const audience = survey.audience as Audience;
    const due = await read.surveyInvitation.findMany({
      where: {
        surveyId: survey.id,
        way: "mail",
        used: false,
        lastSentOn: { lte: addDays(on, -DAYS_BETWEEN_LETTERS) },
        sent: { lt: MOST_LETTERS },
      },
      take: AT_ONCE,
    });
    if (due.length === 0) continue;
    const names = new Map(
      (
        await read.organization.findMany({
          where: { id: { in: [survey.ownerId, ...new Set(due.map(({ schoolId }) => schoolId))] } },
          select: { id: true, name: true },
        })
      ).map(({ id, name }) => [id, name]),
    );
    const addresses = await addressesOf(
      audience,
      due.flatMap(({ subjectId }) => (subjectId ? [subjectId] : [])),
    );
    reminded += await inTransaction(async (tx) => {
      let count = 0;
      for (const one of due) {
        const claimed = await tx.surveyInvitation.updateMany({
          where: { id: one.id, used: false, sent: one.sent },
          data: { sent: { increment: 1 }, lastSentOn: on },
        });
        const to = one.subjectId ? (addresses.get(one.subjectId) ?? []) : [];
        if (claimed.count === 0 || !one.tokenSealed || to.length === 0) continue;
        const letter = {
          audience,
          owner: names.get(survey.ownerId) ?? "",
          school: names.get(one.schoolId) ?? "",
          closesOn: survey.closesOn,
        };
        const token = openField("survey.token", one.tokenSealed);
        await enqueue(tx, ctx, invitationLetters(letter, { id: one.id, token, nth: one.sent + 1 }, to));
        count += 1;
      }
      if (count > 0)
        await record(tx, ctx, {
          subject: { type: "survey", id: survey.id },
          name: "survey.reminded",
          payload: { count },
          audience: [survey.ownerId],
        });
      return count;
    });
  }
  return reminded;
};
