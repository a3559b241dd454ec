export const ALLOWED_FAILURES = 5;
export const LOCK_MINUTES = 15;

const WINDOW_MS = LOCK_MINUTES * 60_000;

export type SignInTries = { failures: number; lockedUntil: Date | null; lastFailedAt: Date };

export type TryOutcome =
  | { kind: "locked"; until: Date }
  | { kind: "allowed"; tries: SignInTries; locksWhenWrong: boolean };

/**
 * Books one more try for an e-mail address before its password is looked at, so that guesses sent at the same moment
 * are counted too. Goes in: what is known of earlier failures (null for none) and the present instant. Comes out:
 * locked and until when, or the counted try to store; a right password clears it. Five failures lock for fifteen
 * minutes, and failures older than that are forgotten. House rule after GB/T 22239 level 2 (figures not verified).
 */
export const bookTry = (earlier: SignInTries | null, now: Date): TryOutcome => {
  if (earlier?.lockedUntil && earlier.lockedUntil > now)
    return { kind: "locked", until: earlier.lockedUntil };
  const fresh = earlier && !earlier.lockedUntil && now.getTime() - earlier.lastFailedAt.getTime() < WINDOW_MS;
  const failures = (fresh ? earlier.failures : 0) + 1;
  const locksWhenWrong = failures >= ALLOWED_FAILURES;
  return {
    kind: "allowed",
    locksWhenWrong,
    tries: {
      failures,
      lockedUntil: locksWhenWrong ? new Date(now.getTime() + WINDOW_MS) : null,
      lastFailedAt: now,
    },
  };
};
