const ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY";
const WEIGHTS = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28];

/**
 * Whether an eighteen-character unified social credit code carries its right check character.
 * Source: GB 32100-2015; weights are 3^i mod 31.
 */
export const hasRegistrationCheckDigit = (code: string): boolean => {
  if (code.length !== 18) return false;
  let sum = 0;
  for (const [index, weight] of WEIGHTS.entries()) {
    const value = ALPHABET.indexOf(code[index] ?? "");
    if (value < 0) return false;
    sum += value * weight;
  }
  return ALPHABET[(31 - (sum % 31)) % 31] === code[17];
};
