/** The one vocabulary of tones for every lifecycle: neutral (at rest), act (in motion), ok, wait, bad. */
export type Tone = "neutral" | "act" | "ok" | "wait" | "bad";

/** The state of a record: always a word, with a shape and a colour that agree with it. */
export const StateBadge = ({ tone, word }: { tone: Tone; word: string }) => (
  <span className={tone === "neutral" ? "state" : `state state-${tone}`}>
    <i aria-hidden="true" />
    {word}
  </span>
);
