import type { PersonCtx } from "~/identity/actor";
import { decide, reject } from "~/platform/decide.server";
import { record } from "~/platform/events/record.server";
import { newId } from "~/platform/id";
import { invalidField, notFound, type Result } from "~/platform/result";
import { civilDate } from "~/platform/time/clock";
import type { PayInput } from "../pay-schema";
import { moverOf, ownPlacement } from "../placement-scope.server";
import { owedFen, payDueOn, payMonths } from "../rules/pay";
import { placementTerms } from "../terms";

/**
 * The school or the host enters what was paid for one month. Goes in: the placement, the month, fen paid and deducted, the
 * civil date, to whom. Comes out: the record's id; entered again it replaces what was entered, and the student is asked
 * anew. Refuses a foreign placement (not found), anybody else (forbidden), a month outside the placement, a date to come, a
 * deduction without its reason (invalid).
 */
export const enterPay = (
  ctx: PersonCtx,
  placementId: string,
  input: PayInput,
): Promise<Result<{ id: string }>> =>
  decide(async (tx) => {
    const own = await ownPlacement(tx, ctx.actor, placementId);
    if (!own) return reject(notFound().refusal);
    const side = moverOf(own.as, ctx.actor);
    if (side !== "school" && side !== "host") return reject({ code: "forbidden", key: "errors.forbidden" });
    const { placement } = own;
    const now = ctx.clock.now();
    const today = civilDate(now);
    if (placement.startedOn === null || !payMonths(placement, today).includes(input.month))
      return reject(invalidField("month", "pay.errors.month").refusal);
    if (input.paidOn > today) return reject(invalidField("paidOn", "pay.errors.future").refusal);
    const deductedFen = input.deducted ?? 0;
    if (deductedFen > 0 && !input.deductedFor)
      return reject(invalidField("deductedFor", "pay.errors.why").refusal);
    const { payDay } = placementTerms.parse(JSON.parse(placement.terms));
    const { month } = input;
    const said = {
      agreedFen: owedFen(placement, placement.payMonthlyFen ?? 0, month),
      dueOn: payDueOn(month, payDay),
      paidFen: input.paid,
      paidOn: input.paidOn,
      payee: input.payee,
      deductedFen,
      deductedFor: input.deductedFor ?? null,
      enteredBy: ctx.actor.personId,
      enteredAs: side,
      enteredAt: now,
      receipt: null,
      receivedFen: null,
      receiptAt: null,
    };
    const { schoolId, hostId } = placement;
    const row = await tx.payRecord.upsert({
      where: { placementId_month: { placementId, month } },
      create: { id: newId(now.getTime()), placementId, schoolId, hostId, month, ...said, version: 1 },
      update: { ...said, version: { increment: 1 } },
      select: { id: true },
    });
    await record(tx, ctx, {
      subject: { type: "placement", id: placementId },
      name: "pay.entered",
      payload: { month, yuan: input.paid / 100, on: input.paidOn },
      audience: [],
    });
    return { id: row.id };
  });
