import { daysBetween } from "~/platform/time/clock";

/** A commitment as it runs: what was promised and what has come of it so far. */
export type Running = {
  id: string;
  quantity: number;
  accepted: number;
  /** submitted and not decided yet */
  pending: number;
  dueOn: string | null;
  owner: string | null;
  byId: string;
};

/**
 * How much of a commitment should have been delivered by a civil date: nothing before its first day, all from its due
 * date on, in proportion to the days between. A commitment without a date is spread to the agreement's end. House rule.
 */
export const expectedBy = (
  one: Pick<Running, "quantity" | "dueOn">,
  effectiveOn: string,
  endsOn: string,
  today: string,
): number => {
  const due = one.dueOn ?? endsOn;
  if (today >= due) return one.quantity;
  if (today <= effectiveOn) return 0;
  return (one.quantity * daysBetween(effectiveOn, today)) / Math.max(1, daysBetween(effectiveOn, due));
};

/** Share (0–1) of what was expected by now that was accepted, each commitment counting alike; null while nothing is expected. */
export const keptShare = (
  commitments: readonly Pick<Running, "quantity" | "accepted" | "dueOn">[],
  effectiveOn: string,
  endsOn: string,
  today: string,
): number | null => {
  const shares = commitments.flatMap((one) => {
    const expected = expectedBy(one, effectiveOn, endsOn, today);
    return expected < 0.5 ? [] : [Math.min(1, one.accepted / expected)];
  });
  return shares.length === 0 ? null : shares.reduce((sum, share) => sum + share, 0) / shares.length;
};

/** The commitment that should be delivered next: unfinished, the earliest due first. */
export const nextDelivery = <T extends Pick<Running, "quantity" | "accepted" | "dueOn">>(
  commitments: readonly T[],
): T | null =>
  [...commitments]
    .filter((one) => one.accepted < one.quantity)
    .sort((a, b) => (a.dueOn ?? "9999").localeCompare(b.dueOn ?? "9999"))[0] ?? null;

/** The dates on which reviews are due: every so many months from the first day, up to the end; at most 60. */
export const reviewDates = (effectiveOn: string, endsOn: string, months: number): string[] => {
  if (months < 1) return [];
  const dates: string[] = [];
  const [year = 0, month = 0] = effectiveOn.split("-").map(Number);
  const day = Math.min(28, Number(effectiveOn.slice(8)));
  for (let step = months; dates.length < 60; step += months) {
    const total = year * 12 + (month - 1) + step;
    const date = `${Math.floor(total / 12)}-${String((total % 12) + 1).padStart(2, "0")}-${String(day).padStart(2, "0")}`;
    if (date > endsOn) break;
    dates.push(date);
  }
  return dates;
};
