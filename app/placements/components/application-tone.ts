import type { Tone } from "~/ui/StateBadge";
import type { ApplicationState } from "../rules/application-lifecycle";
import type { ProposalState } from "../rules/proposal-lifecycle";

export const APPLICATION_TONES: Record<ApplicationState, Tone> = {
  submitted: "act",
  read: "act",
  shortlisted: "act",
  interview: "act",
  offered: "wait",
  accepted: "wait",
  placed: "ok",
  declined: "neutral",
  rejected: "bad",
  withdrawn: "neutral",
  expired: "bad",
};

export const PROPOSAL_TONES: Record<ProposalState, Tone> = {
  proposed: "act",
  returned: "wait",
  approved: "ok",
  withdrawn: "neutral",
};
