import type { Ctx } from "~/platform/command";
import { openField, sealField } from "~/platform/crypto/fields.server";
import { hashToken, newToken } from "~/platform/crypto/tokens.server";
import { read } from "~/platform/db/client.server";
import { inTransaction } from "~/platform/db/gate.server";
import { newId } from "~/platform/id";
import { addDays, civilDate } from "~/platform/time/clock";
import { askByLetter } from "../outcome-letters.server";
import { dueOn, graduationOn, OUTCOME_DEFINITIONS } from "../rules/outcome-definitions";

/** Letters in all: the question and two reminders. House rule. */
const MOST_LETTERS = 3;
const DAYS_BETWEEN = 14;
/** Days a question may be answered. */
const OPEN_DAYS = 90;
/** Days after its day within which a question is still put. */
const LATEST_DAYS = 60;
const AT_ONCE = 200;

/** Years back from today in which somebody asked now may have entered. */
const ENTERED_BACK = [6, 5, 4, 3];
const PAGE = 500;

/** Graduates of some entry years and a level nobody asked about that month yet, so many at most. */
const notAsked = async (level: string, month: number, years: readonly number[]) => {
  const found = [];
  let after = "";
  while (found.length < AT_ONCE) {
    const students = await read.student.findMany({
      where: { state: "graduated", entryYear: { in: [...years] }, id: { gt: after } },
      orderBy: { id: "asc" },
      take: PAGE,
      select: {
        id: true,
        name: true,
        personId: true,
        emailSealed: true,
        organizationId: true,
        programmeId: true,
      },
    });
    const [asked, programmes] = await Promise.all([
      read.outcomeRequest.findMany({
        where: { studentId: { in: students.map((one) => one.id) }, month },
        select: { studentId: true },
      }),
      read.programme.findMany({
        where: { id: { in: [...new Set(students.map((one) => one.programmeId))] }, level },
        select: { id: true },
      }),
    ]);
    const known = new Set(asked.map((one) => one.studentId));
    const levels = new Set(programmes.map((one) => one.id));
    found.push(...students.filter((one) => !known.has(one.id) && levels.has(one.programmeId)));
    after = students.at(-1)?.id ?? "";
    if (students.length < PAGE) break;
  }
  return found.slice(0, AT_ONCE);
};

const askNew = async (ctx: Ctx, on: string): Promise<number> => {
  const now = ctx.clock.now();
  let count = 0;
  for (const level of ["secondary", "associate", "bachelor"]) {
    for (const month of OUTCOME_DEFINITIONS.months) {
      const due = ENTERED_BACK.map((back) => Number(on.slice(0, 4)) - back).filter((year) => {
        const day = dueOn(graduationOn(year, level), month);
        return day <= on && on <= addDays(day, LATEST_DAYS);
      });
      for (const student of due.length > 0 ? await notAsked(level, month, due) : []) {
        const token = newToken();
        const id = newId(now.getTime());
        await inTransaction(async (tx) => {
          await tx.outcomeRequest.create({
            data: {
              id,
              studentId: student.id,
              schoolId: student.organizationId,
              month,
              tokenHash: hashToken(token),
              tokenSealed: sealField("outcome.token", token),
              sent: 1,
              lastSentOn: on,
              expiresOn: addDays(on, OPEN_DAYS),
              createdAt: now,
            },
          });
          await askByLetter(tx, ctx, student, { id, month, token, nth: 1 });
        });
        count += 1;
      }
    }
  }
  return count;
};

const remind = async (ctx: Ctx, on: string): Promise<number> => {
  const requests = await read.outcomeRequest.findMany({
    where: {
      answeredAt: null,
      stoppedAt: null,
      sent: { lt: MOST_LETTERS },
      lastSentOn: { lte: addDays(on, -DAYS_BETWEEN) },
      expiresOn: { gt: on },
    },
    orderBy: { lastSentOn: "asc" },
    take: AT_ONCE,
  });
  for (const request of requests) {
    await inTransaction(async (tx) => {
      const { count } = await tx.outcomeRequest.updateMany({
        where: { id: request.id, sent: request.sent, answeredAt: null, stoppedAt: null },
        data: { sent: { increment: 1 }, lastSentOn: on },
      });
      if (count === 0) return;
      const student = await tx.student.findUniqueOrThrow({ where: { id: request.studentId } });
      const token = openField("outcome.token", request.tokenSealed);
      await askByLetter(tx, ctx, student, {
        id: request.id,
        month: request.month,
        token,
        nth: request.sent + 1,
      });
    });
  }
  return requests.length;
};

/**
 * Asks graduates what became of them, on the day of graduation and 6, 12 and 24 months after, by a letter with a link of
 * their own; reminds twice, two weeks apart, and then never again: nor after an answer, nor after they asked to be left
 * alone. Comes out: how many were asked and reminded. Called again on the same day it does nothing twice.
 */
export const askOutcomes = async (ctx: Ctx): Promise<{ asked: number; reminded: number }> => {
  const on = civilDate(ctx.clock.now());
  return { asked: await askNew(ctx, on), reminded: await remind(ctx, on) };
};
