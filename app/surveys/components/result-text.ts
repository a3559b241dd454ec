/** Basis points as a percentage, rounded no second time: 7895 → "78.95%", 8250 → "82.5%". */
export const percentText = (bp: number): string => `${bp / 100}%`;

/** Hundredths of a step as a mean: 421 → "4.21". */
export const meanText = (centi: number): string => (centi / 100).toFixed(2);

/** A difference of shares in percentage points with its sign: { sign: "+", value: 1.5 }. */
export const pointsText = (bp: number): { sign: string; value: number } => ({
  sign: bp > 0 ? "+" : bp < 0 ? "−" : "±",
  value: Math.abs(bp) / 100,
});
