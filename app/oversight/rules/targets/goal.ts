import type { IndicatorUnit } from "../indicators/indicator";

/**
 * A goal as it is kept. Goes in: what was typed, in per cent, yuan or whole pieces, and the unit. Comes out: basis points,
 * fen or pieces; null where it is no positive amount of that unit (a share above 100, half a person).
 */
export const goalOf = (typed: number, unit: IndicatorUnit): number | null => {
  if (!Number.isFinite(typed) || typed <= 0 || typed > 10_000_000_000) return null;
  if (unit === "share") return typed <= 100 ? Math.round(typed * 100) : null;
  if (unit === "fen") return Math.round(typed * 100);
  return Number.isInteger(typed) ? typed : null;
};
