/** Credits in hundredths as people read them: 450 → "4.5". */
export const creditText = (centi: number): string => String(Math.round(centi) / 100);

/** A share in basis points as people read it: 8_000 → "80%". */
export const shareText = (bp: number): string => `${Math.round(bp) / 100}%`;
