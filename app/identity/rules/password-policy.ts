import { isCommonPassword } from "./common-password";

export const PASSWORD_MIN = 10;
export const PASSWORD_MAX = 200;
export const PASSWORD_CLASSES = 3;

const CLASSES = [/\p{Ll}/u, /\p{Lu}/u, /\p{Nd}/u, /[^\p{Ll}\p{Lu}\p{Nd}\s]/u] as const;

export type PasswordProblem = { key: string; values?: Record<string, number> };

const comparable = (text: string): string => text.normalize("NFKC").trim().toLowerCase();

/**
 * Whether a new password is good enough. Goes in: the password as typed and texts it must not simply repeat (e-mail,
 * name). Comes out: null, or the word key that says how to mend it. At least 10 and at most 200 characters, three of
 * the four kinds (lower case, upper case, digits, anything else such as signs or Chinese), none of the very common ones.
 * House rule.
 */
export const passwordProblem = (password: string, known: readonly string[] = []): PasswordProblem | null => {
  const text = password.normalize("NFKC");
  const length = [...text].length;
  if (length < PASSWORD_MIN) return { key: "identity.errors.passwordShort", values: { min: PASSWORD_MIN } };
  if (length > PASSWORD_MAX) return { key: "errors.tooLong", values: { max: PASSWORD_MAX } };
  const kinds = CLASSES.filter((kind) => kind.test(text)).length;
  if (kinds < PASSWORD_CLASSES)
    return { key: "identity.errors.passwordSimple", values: { kinds: PASSWORD_CLASSES } };
  const repeated = known.some((one) => comparable(one) !== "" && comparable(one) === comparable(text));
  if (repeated) return { key: "identity.errors.passwordKnown" };
  return isCommonPassword(password) ? { key: "identity.errors.passwordCommon" } : null;
};
