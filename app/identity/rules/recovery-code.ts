/** How many codes are given at once. House rule. */
export const RECOVERY_CODES = 10;

/** Bytes of chance in one code: 50 of their 56 bits are used. */
export const RECOVERY_BYTES = 7;

/** No I, L, O, U: they are misread on paper. Crockford's base 32. */
const SIGNS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

/** Writes a recovery code out of seven random bytes: ten signs in two groups ("7KX2M-9QWER"). */
export const recoveryCodeOf = (bytes: Uint8Array): string => {
  let number = bytes.slice(0, RECOVERY_BYTES).reduce((sum, byte) => sum * 256n + BigInt(byte), 0n);
  let text = "";
  for (let index = 0; index < 10; index += 1) {
    text += SIGNS[Number(number % 32n)];
    number /= 32n;
  }
  return `${text.slice(0, 5)}-${text.slice(5)}`;
};

/** A recovery code as it is compared: without spaces and signs, in capitals, misread letters as what they stand for. */
export const comparableCode = (typed: string): string =>
  typed
    .normalize("NFKC")
    .toUpperCase()
    .replace(/[^0-9A-Z]/g, "")
    .replace(/[IL]/g, "1")
    .replace(/O/g, "0");

/** Six digits as an authenticator shows them (spaces allowed), or null when something else was typed. */
export const sixDigits = (typed: string): string | null => {
  const digits = typed.normalize("NFKC").replace(/\s/g, "");
  return /^\d{6}$/.test(digits) ? digits : null;
};
