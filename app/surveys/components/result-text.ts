/** Basis points as a percentage with one decimal: 8250 → "82.5%". */
export const percentText = (bp: number): string => `${(bp / 100).toFixed(1)}%`;

/** Hundredths of a step as a mean: 421 → "4.21". */
export const meanText = (centi: number): string => (centi / 100).toFixed(2);

/** A difference of shares in percentage points with its sign: { sign: "+", value: "1.5" }. */
export const pointsText = (bp: number): { sign: string; value: string } => ({
  sign: bp > 0 ? "+" : bp < 0 ? "−" : "±",
  value: (Math.abs(bp) / 100).toFixed(1),
});
