/** What this room records of an alert, in the past tense; its words are `alerts.events.*`. */
export const ALERT_EVENTS = [
  "alert.raised",
  "alert.ordered",
  "alert.answered",
  "alert.returned",
  "alert.accepted",
  "alert.dismissed",
  "alert.vanished",
  "alert.escalated",
] as const;
export type AlertEvent = (typeof ALERT_EVENTS)[number];

/** What this room records of a programme card, in the past tense; its words are `cards.events.*`. */
export const CARD_EVENTS = [
  "programme_card.computed",
  "programme_card.answered",
  "programme_card.published",
  "programme_card.withdrawn",
] as const;
export type CardEvent = (typeof CARD_EVENTS)[number];

/** What this room records of a proposal to add, adjust or withdraw a programme; its words are `cards.proposalEvents.*`. */
export const PROPOSAL_EVENTS = [
  "programme_proposal.proposed",
  "programme_proposal.considered",
  "programme_proposal.accepted",
  "programme_proposal.returned",
] as const;
export type ProposalEvent = (typeof PROPOSAL_EVENTS)[number];
