import { StateBadge, type Tone } from "~/ui/StateBadge";
import { useWords } from "~/words/use-words";
import type { OrganizationState } from "../rules/organization-lifecycle";

const TONES: Record<OrganizationState, Tone> = {
  unclaimed: "neutral",
  draft: "neutral",
  submitted: "act",
  verified: "ok",
  returned: "wait",
  blocked: "bad",
  merged: "neutral",
  ended: "neutral",
};

/** Where an organization stands, in a word with its tone. */
export const OrganizationBadge = ({ state }: { state: string }) => {
  const t = useWords("organizations");
  const known = state as OrganizationState;
  return <StateBadge tone={TONES[known]} word={t(`state.${known}`)} />;
};
