/**
 * The four characters a student shows besides the birth date: the last of the identity number where the school gave one,
 * else the last of the student number. Comes out in capitals, because of the final X. House rule.
 */
export const claimTail = (idTail: string | null, studentNumber: string): string =>
  (idTail ?? studentNumber.slice(-4)).toUpperCase();
