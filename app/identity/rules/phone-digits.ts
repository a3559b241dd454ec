export const ALLOWED_WRONG = 5;
export const LOCKED_MINUTES = 60;
/** After so many wrong answers in all, the link is dead and the school has to send a new one. */
export const WRONG_IN_ALL = 15;

export type DigitTries = {
  failures: number;
  totalFailures: number;
  lockedUntil: Date | null;
  lastFailedAt: Date | null;
};

export type DigitOutcome =
  | { kind: "dead" }
  | { kind: "locked"; minutes: number }
  | { kind: "right"; tries: DigitTries }
  | { kind: "wrong"; tries: DigitTries; left: number };

const minutesUntil = (until: Date, now: Date): number =>
  Math.max(1, Math.ceil((until.getTime() - now.getTime()) / 60_000));

/**
 * One answer to "the last four digits of the phone on record". Goes in: what is known of earlier answers, the digits
 * asked and given, the instant. Comes out: right, wrong with the tries left before the lock, locked, or dead. Five wrong
 * ones lock the link for an hour, fifteen in all end it: guessing four digits then succeeds once in 667 links. House rule.
 */
export const answerDigits = (tries: DigitTries, expected: string, given: string, now: Date): DigitOutcome => {
  if (tries.totalFailures >= WRONG_IN_ALL) return { kind: "dead" };
  if (tries.lockedUntil && tries.lockedUntil > now) {
    return { kind: "locked", minutes: minutesUntil(tries.lockedUntil, now) };
  }
  const before = tries.lockedUntil ? 0 : tries.failures;
  if (expected !== "" && expected === given) {
    return { kind: "right", tries: { ...tries, failures: 0, lockedUntil: null } };
  }
  const failures = before + 1;
  const locks = failures >= ALLOWED_WRONG;
  return {
    kind: "wrong",
    left: Math.max(0, ALLOWED_WRONG - failures),
    tries: {
      failures,
      totalFailures: tries.totalFailures + 1,
      lockedUntil: locks ? new Date(now.getTime() + LOCKED_MINUTES * 60_000) : null,
      lastFailedAt: now,
    },
  };
};

/** The last four digits of a phone number; "" when it has fewer. */
export const lastFour = (phone: string): string => {
  const digits = phone.replace(/\D/g, "");
  return digits.length < 4 ? "" : digits.slice(-4);
};
