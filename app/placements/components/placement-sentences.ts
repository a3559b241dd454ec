import { factsText, inLanguage } from "~/regulations/fact-text";
import type { Finding } from "~/regulations/rules/evaluate";
import type { FindingView } from "~/ui/FindingList";
import type { Tone } from "~/ui/StateBadge";
import type { TimelineEntry } from "~/ui/Timeline";
import type { Translator } from "~/words/translate";
import type { NextStep } from "../rules/next-step";

/** The tone of each state of a placement, from the one vocabulary of tones. */
export const PLACEMENT_TONES: Record<string, Tone> = {
  preparing: "wait",
  in_progress: "act",
  paused: "wait",
  completed: "ok",
  broken: "bad",
  did_not_show: "bad",
  assessed: "ok",
  certified: "ok",
};

type Words = Pick<Translator, "any" | "language">;

/** What is waited for, where the line already says whose turn it is. */
export const taskText = (next: NextStep, words: Words): string =>
  next.kind === "gate" ? words.any(`placements.reason.${next.because}`) : nextText(next, words);

/** What happens next, in one line: who does what. */
export const nextText = (next: NextStep, { any }: Words): string => {
  if (next.kind !== "gate") return any(`placements.next.${next.kind}`);
  return any("placements.next.gate", {
    who: any(`placements.who.${next.who}`),
    what: any(`placements.reason.${next.because}`),
  });
};

const KINDS: Record<string, TimelineEntry["kind"]> = {
  started: "key",
  resumed: "key",
  agreement_signed: "key",
  agreement_sealed: "seal",
  broken: "bad",
  did_not_show: "bad",
  start_held: "bad",
};

type Told = { id: string; name: string; at: string; by: string; payload: Record<string, unknown> };

/**
 * Recorded events of one placement as lines of its story. An event "placement.started" is told by
 * `placements.events.started`; one of another part, "followup.week_confirmed", by that part's own words.
 */
export const placementStory = (events: readonly Told[], { any }: Words): TimelineEntry[] =>
  events.map((event) => {
    const [prefix = "", name = ""] = event.name.split(".");
    const values = Object.fromEntries(
      Object.entries(event.payload).map(([key, value]) => [
        key,
        typeof value === "number" || typeof value === "string" ? value : "",
      ]),
    );
    const reason =
      typeof values.reason === "string" && values.reason !== "" && prefix === "placement"
        ? any(`placements.reasonCode.${values.reason}`)
        : "";
    const kind = KINDS[name];
    return {
      id: event.id,
      at: event.at,
      text: any(`${prefix === "placement" ? "placements" : prefix}.events.${name}`, {
        ...values,
        reason,
        actor: event.by,
      }),
      ...(kind ? { kind } : {}),
    };
  });

/** The evaluator's findings in the reader's language. */
export const placementFindings = (findings: readonly Finding[], { language }: Words): FindingView[] =>
  findings.map((one) => ({
    id: one.rule,
    verdict: one.verdict,
    sentence: `${one.rule} ${inLanguage(one.message, language)}`,
    source: inLanguage(one.article, language),
    verified: one.verified,
    facts: factsText(one.facts, language),
    fix: inLanguage(one.fix, language),
  }));
