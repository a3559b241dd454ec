import { confirmPay } from "~/placements/commands/confirm-pay.server";
import { enterPay } from "~/placements/commands/enter-pay.server";
import { owedFen, payDueOn, payMonths } from "~/placements/rules/pay";
import { placementTerms } from "~/placements/terms";
import { addDays, daysBetween } from "~/platform/time/clock";
import type { Cast } from "./cast";
import { must } from "./must";
import { type Calendar, type CastMember, ctxAt } from "./time";
import { studentCtx, trainees } from "./trainees";

/** Most pay is on time and in full; one host is late, one student had a deposit kept back, one was paid through another. */
const oddOf = (index: number): "late" | "deducted" | "third_party" | null =>
  index % 17 === 8 ? "late" : index === 14 ? "deducted" : index === 21 ? "third_party" : null;

/** What hosts paid for the months that are due, and what students said of it; one of them never says. */
export const loadPay = async (cast: Cast, calendar: Calendar, school: CastMember): Promise<void> => {
  const hosts = [...cast.speakers.values()];
  for (const one of await trainees(school)) {
    const { row, index } = one;
    const host = hosts.find((candidate) => candidate.organization.id === row.hostId);
    if (!host || row.payMonthlyFen === null) continue;
    const { payDay } = placementTerms.parse(JSON.parse(row.terms));
    for (const month of payMonths(row, calendar.today)) {
      const dueOn = payDueOn(month, payDay);
      const odd = oddOf(index);
      const paidOn = addDays(dueOn, odd === "late" ? 5 : -2);
      const owed = owedFen(row, row.payMonthlyFen, month);
      if (paidOn >= calendar.today || owed === 0) continue;
      const deducted = odd === "deducted" ? Math.min(30_000, owed) : 0;
      const day = daysBetween(calendar.today, paidOn);
      const { id } = must(
        await enterPay(ctxAt(host, calendar.at(day, 16)), row.id, {
          month,
          paid: owed - deducted,
          paidOn,
          payee: odd === "third_party" ? "third_party" : "student",
          ...(deducted > 0 ? { deducted, deductedFor: "工服押金" } : {}),
        }),
      );
      if (index % 10 === 7) continue;
      const ctx = studentCtx(school, one, calendar.at(day + 1, 20));
      const receipt = deducted > 0 ? "less" : "received";
      const receivedFen = deducted > 0 ? owed - deducted : null;
      must(await confirmPay(ctx, row.id, { record: id, receipt, receivedFen }));
    }
  }
};
