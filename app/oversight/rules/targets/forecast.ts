import { daysBetween } from "~/platform/time/clock";

export type Point = { readonly day: string; readonly value: number };

export type Forecast = {
  /** what a straight line through the points reaches on the day */
  readonly value: number;
  /** eight times in ten it lies between these, if things go on as they did */
  readonly low: number;
  readonly high: number;
  readonly points: number;
};

/** Fewer points than this say nothing of a direction. House rule. */
export const FEWEST_POINTS = 3;

/** Student's t for a two-sided 80 % interval by degrees of freedom, 1 to 10; beyond that the last one. */
const T_80 = [3.078, 1.886, 1.638, 1.533, 1.476, 1.44, 1.415, 1.397, 1.383, 1.372];

/**
 * Where a figure is heading: least squares through its points, with the 80 % prediction interval of that line. Goes in:
 * points by civil date, the day asked for. Comes out: whole units, never below 0; null with fewer than three different
 * days. House method: it knows no season, so the page says what it was computed from.
 */
export const forecastOf = (points: readonly Point[], on: string): Forecast | null => {
  const first = points[0];
  if (!first || new Set(points.map(({ day }) => day)).size < FEWEST_POINTS) return null;
  const n = points.length;
  const xs = points.map(({ day }) => daysBetween(first.day, day));
  const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / n;
  const midX = mean(xs);
  const midY = mean(points.map(({ value }) => value));
  const spread = xs.reduce((sum, x) => sum + (x - midX) ** 2, 0);
  const slope =
    points.reduce((sum, { value }, at) => sum + ((xs[at] ?? 0) - midX) * (value - midY), 0) / spread;
  const line = (x: number) => midY + slope * (x - midX);
  const rest = points.reduce((sum, { value }, at) => sum + (value - line(xs[at] ?? 0)) ** 2, 0);
  const x = daysBetween(first.day, on);
  const t = T_80[Math.min(n - 2, T_80.length) - 1] ?? 1.372;
  const half = t * Math.sqrt((rest / (n - 2)) * (1 + 1 / n + (x - midX) ** 2 / spread));
  const whole = (value: number) => Math.max(0, Math.round(value));
  return { value: whole(line(x)), low: whole(line(x) - half), high: whole(line(x) + half), points: n };
};
