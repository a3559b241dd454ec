import type { IndicatorUnit } from "./indicators/indicator";

/**
 * An amount of an indicator without words, for facts that are kept and read in any language. Goes in: the amount and its unit.
 * Comes out: "66.7%" of a share in basis points, "3,800.00" of fen, otherwise the number with thousands apart.
 */
export const plainAmount = (value: number, unit: IndicatorUnit): string => {
  if (unit === "share") return `${(value / 100).toFixed(1)}%`;
  if (unit === "fen")
    return (value / 100).toLocaleString("en", { minimumFractionDigits: 2, maximumFractionDigits: 2 });
  return value.toLocaleString("en");
};
