/** Letters and digits nobody mistakes for one another on paper: no 0/O, 1/I/L, 2/Z, 5/S, 8/B. */
const SIGNS = "34679ACDEFGHJKMNPQRTUVWXY";

/** Ten signs of twenty-five: 46 bits, behind a birth date, four characters and a lock after five wrong answers. */
export const JOIN_CODE_LENGTH = 10;

/** A printed code from random bytes, one sign a byte; bytes that would favour a sign are skipped. */
export const joinCodeFrom = (random: Uint8Array): string => {
  const fair = 256 - (256 % SIGNS.length);
  return [...random]
    .filter((byte) => byte < fair)
    .slice(0, JOIN_CODE_LENGTH)
    .map((byte) => SIGNS[byte % SIGNS.length])
    .join("");
};

/** A code as it is looked up, however it was typed: capitals, no blanks or dashes. Mailed tokens pass unchanged. */
export const plainJoinCode = (typed: string): string => {
  const plain = typed.normalize("NFKC").replace(/[\s-]/g, "").toUpperCase();
  return plain.length === JOIN_CODE_LENGTH && [...plain].every((sign) => SIGNS.includes(sign))
    ? plain
    : typed;
};

/** A code as it is printed: "34679-ACDEF". */
export const printedJoinCode = (code: string): string => `${code.slice(0, 5)}-${code.slice(5)}`;
