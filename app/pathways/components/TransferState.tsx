import { StateBadge, type Tone } from "~/ui/StateBadge";
import { useTranslator } from "~/words/use-words";

const TONES: Record<string, Tone> = {
  draft: "neutral",
  eligibility: "wait",
  notice: "act",
  moved: "ok",
  returning: "wait",
  rejected: "bad",
  withdrawn: "neutral",
  lapsed: "neutral",
  reverted: "neutral",
};

/** The state of a transfer in words, with the tone that goes with it. */
export const TransferState = ({ state }: { state: string }) => {
  const { any } = useTranslator();
  return <StateBadge tone={TONES[state] ?? "act"} word={any(`transfers.state.${state}`)} />;
};
