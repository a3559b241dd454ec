import { addDays } from "~/platform/time/clock";
import { figureOf, type Verdicts } from "../indicators/figure";
import type { Point } from "./forecast";

export type MonthCount = { readonly month: string; readonly verdict: string; readonly amount: number };

const endOf = (month: string): string => {
  const [year = 0, of = 0] = month.split("-").map(Number);
  const next = of === 12 ? `${year + 1}-01-01` : `${year}-${String(of + 1).padStart(2, "0")}-01`;
  return addDays(next, -1);
};

/**
 * What a figure of a year stood at, month by month, from the days of its records. Goes in: amounts by month and verdict,
 * whether it is a share, today. Comes out: one point a month that has begun, the last one of today; records dated later
 * than today are not in it, months without a value have no point.
 */
export const monthlyPoints = (
  counts: readonly MonthCount[],
  kind: "share" | "sum",
  today: string,
): Point[] => {
  const months = [...new Set(counts.map(({ month }) => month))].sort();
  const first = months[0];
  if (!first) return [];
  const points: Point[] = [];
  const sums: Record<string, number> = {};
  for (let month = first; month <= today.slice(0, 7) && month.slice(0, 4) === first.slice(0, 4); ) {
    for (const one of counts.filter((count) => count.month === month))
      sums[one.verdict] = (sums[one.verdict] ?? 0) + one.amount;
    const { value } = figureOf(sums as Verdicts, kind);
    const day = endOf(month) < today ? endOf(month) : today;
    if (value !== null) points.push({ day, value });
    month = addDays(endOf(month), 1).slice(0, 7);
  }
  return points;
};
