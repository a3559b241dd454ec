const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const CHECK_SIGNS = "10X98765432";

export type IdNumber = { number: string; birthDate: string; sex: "male" | "female" };

/**
 * A citizen identity number of 18 characters. Goes in: the text as typed. Comes out: the number in capitals with the birth
 * date and sex it encodes, or null when its form, date or check character is wrong.
 * Source: GB 11643 (from memory: house rule).
 */
export const readIdNumber = (text: string): IdNumber | null => {
  const number = text.normalize("NFKC").replace(/\s/g, "").toUpperCase();
  if (!/^\d{17}[\dX]$/.test(number)) return null;
  const sum = WEIGHTS.reduce((total, weight, index) => total + weight * Number(number[index]), 0);
  if (CHECK_SIGNS[sum % 11] !== number[17]) return null;
  const birthDate = `${number.slice(6, 10)}-${number.slice(10, 12)}-${number.slice(12, 14)}`;
  const at = new Date(`${birthDate}T00:00:00Z`);
  if (Number.isNaN(at.getTime()) || at.toISOString().slice(0, 10) !== birthDate) return null;
  return { number, birthDate, sex: Number(number[16]) % 2 === 1 ? "male" : "female" };
};
