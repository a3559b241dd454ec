const LEAST = 4;
const MOST = 12;
const HAN = /^\p{Script=Han}+$/u;

/**
 * Whether a text is one in which a single mistyped character is looked for: 4 to 12 Chinese characters, nothing else. In
 * three characters one other makes another word. House rule.
 */
export const isCorrectable = (typed: string): boolean => {
  const { length } = [...typed];
  return length >= LEAST && length <= MOST && HAN.test(typed);
};

/** The two halves of a text: whoever mistyped one character left one of them whole, so a text with neither is passed over. */
export const halvesOf = (typed: string): [string, string] => {
  const letters = [...typed];
  const middle = Math.floor(letters.length / 2);
  return [letters.slice(0, middle).join(""), letters.slice(middle).join("")];
};

const without = (letters: readonly string[], at: number): string =>
  letters.filter((_letter, place) => place !== at).join("");

/** Same length: one letter differs, or two neighbours changed places. */
const isSlip = (typed: readonly string[], meant: readonly string[]): boolean => {
  const wrong = typed.flatMap((letter, at) => (letter === meant[at] ? [] : [at]));
  const [first = 0, second = 0] = wrong;
  if (wrong.length === 1) return true;
  return (
    wrong.length === 2 &&
    second === first + 1 &&
    typed[first] === meant[second] &&
    typed[second] === meant[first]
  );
};

/**
 * The part of a text that somebody may have meant: it differs from what was typed by one character (another one, one too
 * few inside it, one too many, or two neighbours in the wrong order). In: both texts. Out: the part as the text has it, or
 * null; a text that holds what was typed needs no correction. House rule.
 */
export const oneTypoIn = (typed: string, text: string): string | null => {
  if (text.includes(typed)) return null;
  const asked = [...typed];
  const letters = [...text];
  const windows = (length: number) =>
    letters
      .slice(0, Math.max(0, letters.length - length + 1))
      .map((_letter, at) => letters.slice(at, at + length));
  const fuller = windows(asked.length + 1).find((part) =>
    part.some((_letter, at) => at > 0 && at < part.length - 1 && without(part, at) === typed),
  );
  if (fuller) return fuller.join("");
  const slip = windows(asked.length).find((part) => isSlip(asked, part));
  if (slip) return slip.join("");
  const shorter = new Set(asked.map((_letter, at) => without(asked, at)));
  return (
    windows(asked.length - 1)
      .find((part) => shorter.has(part.join("")))
      ?.join("") ?? null
  );
};
