/** Operators choose a new password this often. House rule after GB/T 22239 ("periodic change"; the figure is ours). */
export const OPERATOR_PASSWORD_DAYS = 90;

/** So many days before, they are reminded. House rule. */
export const REMIND_DAYS = 14;

const DAY_MS = 86_400_000;

export type PasswordAge = { kind: "fresh" } | { kind: "soon"; days: number } | { kind: "due" };

/**
 * How an operator's password stands. Goes in: when it was chosen (null when there is none: nothing can be due) and the
 * present instant. Comes out: fresh, soon due with the whole days left, or due.
 */
export const passwordAge = (changedAt: Date | null, now: Date): PasswordAge => {
  if (!changedAt) return { kind: "fresh" };
  const left = OPERATOR_PASSWORD_DAYS - (now.getTime() - changedAt.getTime()) / DAY_MS;
  if (left <= 0) return { kind: "due" };
  return left <= REMIND_DAYS ? { kind: "soon", days: Math.ceil(left) } : { kind: "fresh" };
};
