import { StateBadge, type Tone } from "~/ui/StateBadge";
import { useWords } from "~/words/use-words";
import type { PartyStanding } from "../rules/consent-standing";

const TONES: Record<PartyStanding, Tone> = {
  given: "ok",
  refused: "bad",
  withdrawn: "bad",
  none: "wait",
  not_needed: "neutral",
};

/** Where one voice stands about one matter. */
export const ConsentBadge = ({ standing }: { standing: PartyStanding }) => {
  const t = useWords("consents");
  return <StateBadge tone={TONES[standing]} word={t(`standing.${standing}`)} />;
};
