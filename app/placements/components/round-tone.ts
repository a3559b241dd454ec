import type { Tone } from "~/ui/StateBadge";
import type { RoundState } from "../rules/round-lifecycle";

/** The tone of each state of a round. */
export const ROUND_TONES: Record<RoundState, Tone> = {
  draft: "neutral",
  open: "act",
  ranking: "act",
  preview: "wait",
  confirmed: "ok",
  cancelled: "neutral",
};
