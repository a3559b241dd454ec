import { passwordAge } from "./password-age";

/** Operators and people of an authority see much of others: their accounts are kept more strictly. House rule. */
export const isStrict = (person: { isOperator: boolean; kinds: readonly string[] }): boolean =>
  person.isOperator || person.kinds.includes("authority");

/** Minutes a strict account may lie idle before its session ends. House rule after GB/T 22239 (the figure is ours). */
export const STRICT_IDLE_MINUTES = 30;

export type FirstThing = "secondFactor" | "password";

/**
 * What a person must do before anything else. Goes in: whether the account is strict, whether its second step is in
 * force, whether they operate the platform and when their password was chosen. Comes out: set up the second step, choose
 * a new password, or null. In the demo nothing is asked, so that one click signs in. House rule.
 */
export const firstThing = (
  person: {
    strict: boolean;
    isOperator: boolean;
    secondFactor: boolean;
    passwordChangedAt: Date | null;
    demo: boolean;
  },
  now: Date,
): FirstThing | null => {
  if (person.demo || !person.strict) return null;
  if (person.isOperator && passwordAge(person.passwordChangedAt, now).kind === "due") return "password";
  return person.secondFactor ? null : "secondFactor";
};
