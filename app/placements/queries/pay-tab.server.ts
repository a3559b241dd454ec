import type { Person } from "~/identity/actor";
import { read } from "~/platform/db/client.server";
import { civilDate } from "~/platform/time/clock";
import { moverOf, ownPlacement } from "../placement-scope.server";
import { owedFen, payDueOn, payMonths, payProblems } from "../rules/pay";
import { placementTerms } from "../terms";

/**
 * The pay of one placement, month by month, the same figures for everybody who sees it. Goes in: who looks, its id, now.
 * Comes out: what is owed and by when, what was paid, to whom, the student's word, what is wrong; null when it is not theirs.
 */
export const payTab = async (actor: Person, id: string, now: Date) => {
  const own = await ownPlacement(read, actor, id);
  if (!own) return null;
  const { placement, as } = own;
  const today = civilDate(now);
  const records = await read.payRecord.findMany({ where: { placementId: id }, take: 60 });
  const { payDay } = placementTerms.parse(JSON.parse(placement.terms));
  const months = placement.startedOn === null ? [] : payMonths(placement, today).reverse();
  const mover = moverOf(as, actor);
  return {
    id,
    today,
    agreedMonthlyFen: placement.payMonthlyFen,
    mayEnter: (mover === "school" || mover === "host") && months.length > 0,
    mayConfirm: as === "student",
    months: months.map((month) => {
      const record = records.find((one) => one.month === month) ?? null;
      const agreedFen = record?.agreedFen ?? owedFen(placement, placement.payMonthlyFen ?? 0, month);
      const dueOn = record?.dueOn ?? payDueOn(month, payDay);
      return {
        month,
        agreedFen,
        dueOn,
        record: record && {
          id: record.id,
          paidFen: record.paidFen,
          paidOn: record.paidOn,
          payee: record.payee,
          deductedFen: record.deductedFen,
          deductedFor: record.deductedFor,
          receipt: record.receipt,
          receivedFen: record.receivedFen,
        },
        problems: payProblems({ agreedFen, dueOn }, record, today),
      };
    }),
  };
};

export type PayTab = NonNullable<Awaited<ReturnType<typeof payTab>>>;
