import type { Figure } from "../indicators/figure";
import type { Forecast } from "./forecast";

export type TargetStanding = "reached" | "on_track" | "behind" | "unclear" | "missed";

/**
 * What still lacks, in plain units. Goes in: the figure as it stands and the goal (basis points of a share, otherwise the
 * sum). Comes out: the amount that lacks of a sum; of a share how many of the records counted today would have to be met
 * as well; 0 when it is reached, null without a figure.
 */
export const gapOf = (
  figure: Pick<Figure, "value" | "numerator" | "denominator">,
  goal: number,
): number | null => {
  if (figure.value === null) return null;
  if (figure.denominator === null) return Math.max(0, goal - figure.value);
  return Math.max(0, Math.ceil((goal * figure.denominator) / 10_000) - figure.numerator);
};

/**
 * How a target stands on a civil date. Goes in: gap, forecast for its day (null without one), goal, its last day, today.
 * Comes out: reached; missed once its day is over; otherwise on track when even the lower end of the forecast reaches it,
 * behind when the upper end does not, unclear between or without a forecast.
 */
export const standingOf = (input: {
  gap: number | null;
  forecast: Forecast | null;
  goal: number;
  dueOn: string;
  today: string;
}): TargetStanding => {
  const { gap, forecast, goal, dueOn, today } = input;
  if (gap === 0) return "reached";
  if (dueOn < today) return "missed";
  if (!forecast) return "unclear";
  if (forecast.low >= goal) return "on_track";
  return forecast.high < goal ? "behind" : "unclear";
};
