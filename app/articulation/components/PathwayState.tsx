import { StateBadge, type Tone } from "~/ui/StateBadge";
import { useTranslator } from "~/words/use-words";

const TONES: Record<string, Tone> = {
  draft: "neutral",
  proposed: "wait",
  confirmed: "wait",
  approved: "act",
  running: "ok",
  closed: "neutral",
  ended: "neutral",
  withdrawn: "neutral",
};

/** Where a pathway stands, as a word. */
export const PathwayState = ({ state }: { state: string }) => {
  const { any } = useTranslator();
  return <StateBadge tone={TONES[state] ?? "neutral"} word={any(`articulation.state.${state}`)} />;
};
