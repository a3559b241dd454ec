import type { Tone } from "~/ui/StateBadge";
import type { Phase } from "../rules/phase";

export const PHASE_TONE: Record<Phase, Tone> = {
  planned: "neutral",
  open: "act",
  counting: "wait",
  closed: "ok",
  cancelled: "neutral",
};
