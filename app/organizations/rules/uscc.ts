const ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY";
const WEIGHTS = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28] as const;

/**
 * The check digit of a 统一社会信用代码. Goes in: its first 17 characters, upper case. Comes out: the eighteenth, or null
 * when a character is outside the code's alphabet (no I, O, S, V, Z). Source: GB 32100-2015, weights 3^i mod 31 (checked
 * against published codes).
 */
export const checkDigitOf = (body: string): string | null => {
  if (body.length !== WEIGHTS.length) return null;
  let sum = 0;
  for (const [index, weight] of WEIGHTS.entries()) {
    const value = ALPHABET.indexOf(body[index]!);
    if (value < 0) return null;
    sum += value * weight;
  }
  return ALPHABET[(31 - (sum % 31)) % 31]!;
};

/** A code as people type or paste it, without spaces and hyphens, full-width characters made plain, in upper case. */
export const normalizeUscc = (typed: string): string =>
  typed.normalize("NFKC").replace(/[\s-]/g, "").toUpperCase();

export type UsccProblem = "length" | "characters" | "region" | "check";

/**
 * What is wrong with a 统一社会信用代码. Goes in: the normalized text. Comes out: null when it is well formed, else the
 * first thing to mend: its length (18), a character the code never uses, the six digits of its region, or the check
 * digit. Whether it was ever issued is for the operator to verify. Source: GB 32100-2015.
 */
export const usccProblem = (code: string): UsccProblem | null => {
  if (code.length !== 18) return "length";
  if ([...code].some((character) => !ALPHABET.includes(character))) return "characters";
  if (!/^\d{6}$/.test(code.slice(2, 8))) return "region";
  return checkDigitOf(code.slice(0, 17)) === code[17] ? null : "check";
};
