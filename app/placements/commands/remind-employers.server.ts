import type { Ctx } from "~/platform/command";
import { openField } from "~/platform/crypto/fields.server";
import { read } from "~/platform/db/client.server";
import { inTransaction } from "~/platform/db/gate.server";
import { addDays, civilDate } from "~/platform/time/clock";
import { employerLetter } from "../employer-question.server";

/** The question and one reminder. House rule. */
const MOST_LETTERS = 2;
const DAYS_BETWEEN = 14;
const AT_ONCE = 200;

/** Reminds employers once, two weeks after the question, and never after an answer or a stop. Comes out: how many. */
export const remindEmployers = async (ctx: Ctx): Promise<number> => {
  const on = civilDate(ctx.clock.now());
  const waiting = await read.employerRequest.findMany({
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
  let reminded = 0;
  for (const request of waiting) {
    await inTransaction(async (tx) => {
      const { count } = await tx.employerRequest.updateMany({
        where: { id: request.id, sent: request.sent, answeredAt: null, stoppedAt: null },
        data: { sent: { increment: 1 }, lastSentOn: on },
      });
      if (count === 0) return;
      reminded += 1;
      const token = openField("employer.token", request.tokenSealed);
      await employerLetter(tx, ctx, { ...request, token, nth: request.sent + 1 });
    });
  }
  return reminded;
};
