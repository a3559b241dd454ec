import { type MemberCtx, mayWrite } from "~/identity/actor";
import { sealField } from "~/platform/crypto/fields.server";
import { hashToken, newToken } from "~/platform/crypto/tokens.server";
import { inTransaction } from "~/platform/db/gate.server";
import { record } from "~/platform/events/record.server";
import { newId } from "~/platform/id";
import { ok, type Result, refuse } from "~/platform/result";
import { addDays, civilDate } from "~/platform/time/clock";
import { askByLetter } from "../outcome-letters.server";
import { unansweredGraduates } from "../queries/unanswered-graduates.server";
import { dueOn, type OutcomeMonth } from "../rules/outcome-definitions";

/** Nobody is written to twice within so many days. House rule. */
const DAYS_BETWEEN = 14;
const OPEN_DAYS = 90;
/** After a letter by hand no reminder follows by itself. */
const NO_REMINDER = 3;

/**
 * A school asks those graduates of a year once more of whom nothing is known at a month, each by a letter with a new link.
 * Goes in: the year of graduation and the month. Comes out: how many were written to, how many have no address on record
 * and how many were written to less than fourteen days ago and are left in peace. Who asked not to be reminded is never
 * asked. Refuses other than a school's owner or coordinator (forbidden) and a month that has not come (conflict).
 */
export const askGraduatesAgain = async (
  ctx: MemberCtx,
  input: { year: number; month: OutcomeMonth },
): Promise<Result<{ asked: number; unreachable: number; lately: number }>> => {
  const { organization, organizationId: schoolId } = ctx.actor;
  if (organization.kind !== "school" || !mayWrite({ organization }))
    return refuse("forbidden", "errors.forbidden");
  const now = ctx.clock.now();
  const on = civilDate(now);
  const { year, month } = input;
  if (dueOn(`${year}-07-01`, month) > on) return refuse("conflict", "outcomes.errors.notYetDue");
  const counts = { asked: 0, unreachable: 0, lately: 0 };
  for (const { student, request } of await unansweredGraduates(schoolId, year, month)) {
    if (request && request.lastSentOn > addDays(on, -DAYS_BETWEEN)) {
      counts.lately += 1;
      continue;
    }
    const token = newToken();
    const id = request?.id ?? newId(now.getTime());
    const asked = {
      tokenHash: hashToken(token),
      tokenSealed: sealField("outcome.token", token),
      sent: NO_REMINDER,
      lastSentOn: on,
      expiresOn: addDays(on, OPEN_DAYS),
    };
    const reached = await inTransaction(async (tx) => {
      const sent = await askByLetter(tx, ctx, student, { id, month, token, nth: `again-${on}` });
      if (!sent) return false;
      await tx.outcomeRequest.upsert({
        where: { studentId_month: { studentId: student.id, month } },
        create: { id, studentId: student.id, schoolId, month, ...asked, createdAt: now },
        update: asked,
      });
      return true;
    });
    counts[reached ? "asked" : "unreachable"] += 1;
  }
  await inTransaction((tx) =>
    record(tx, ctx, {
      subject: { type: "organization", id: schoolId },
      name: "outcomes.asked_again",
      payload: { year, month, asked: counts.asked },
      audience: [],
    }),
  );
  return ok(counts);
};
