import type { Tone } from "~/ui/StateBadge";
import type { TimelineEntry } from "~/ui/Timeline";
import type { T, Translator } from "~/words/translate";
import type { CardOutcome } from "../rules/cards/judge";
import type { CardState } from "../rules/cards/lifecycle";
import { cardMeasure } from "../rules/cards/measures";
import type { ProposalState } from "../rules/cards/proposals";

export const OUTCOME_TONES: Record<CardOutcome, Tone> = {
  red: "bad",
  yellow: "wait",
  none: "ok",
  few: "neutral",
};

export const CARD_STATE_TONES: Record<CardState, Tone> = {
  kept: "neutral",
  draft: "act",
  published: "bad",
  withdrawn: "neutral",
};

export const PROPOSAL_TONES: Record<ProposalState, Tone> = {
  proposed: "act",
  considered: "wait",
  accepted: "ok",
  returned: "bad",
};

/** Basis points as people read them: "22.5%". */
export const percentText = (bp: number): string => `${(bp / 100).toFixed(1)}%`;

/** Measures by their titles, one after the other. */
export const groundsText = (grounds: readonly string[], language: string): string =>
  grounds
    .map((id) => cardMeasure(id)?.title[language === "en" ? "en" : "zh"] ?? id)
    .join(language === "en" ? ", " : "、");

/** A verdict in words: beyond a line means below it or above it, by the measure. */
export const verdictText = (
  verdict: "good" | "yellow" | "red" | "few" | "none",
  worse: "low" | "high",
  t: T<"cards">,
): string =>
  worse === "high" && (verdict === "yellow" || verdict === "red")
    ? t(`overVerdict.${verdict}`)
    : t(`verdict.${verdict}`);

const KINDS: Record<string, TimelineEntry["kind"]> = {
  published: "bad",
  answered: "key",
  withdrawn: "seal",
  accepted: "seal",
  returned: "bad",
  considered: "key",
};

type Recorded = {
  id: string;
  name: string;
  at: string;
  actor: string;
  payload: Record<string, string | number | boolean | null>;
};

/** The recorded events of a card or a proposal as a page tells them. */
export const cardEntries = (
  events: readonly Recorded[],
  under: "events" | "proposalEvents",
  { any }: Translator,
): TimelineEntry[] =>
  events.map(({ id, name, at, actor, payload }) => {
    const happened = name.split(".")[1] ?? "";
    return {
      id,
      at,
      kind: KINDS[happened] ?? "plain",
      text: any(`cards.${under}.${happened}`, {
        actor,
        by: String(payload.by ?? actor),
        reason: String(payload.reason ?? ""),
        card: payload.outcome ? any(`cards.outcome.${payload.outcome}`) : "",
      }),
    };
  });
