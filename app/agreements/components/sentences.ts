import type { FindingView } from "~/ui/FindingList";
import type { Tone } from "~/ui/StateBadge";
import type { TimelineEntry } from "~/ui/Timeline";
import type { Translator } from "~/words/translate";
import type { ContentFinding } from "../rules/finding";
import type { Health, HealthReason } from "../rules/health";

/** The tone of each state, from the one vocabulary of tones. */
export const TONES: Record<string, Tone> = {
  draft: "neutral",
  negotiating: "act",
  approved: "act",
  signing: "act",
  signed: "act",
  sealed: "ok",
  active: "ok",
  suspended: "wait",
  completed: "neutral",
  expired: "neutral",
  terminated: "bad",
  withdrawn: "neutral",
};

const plain = (payload: Record<string, unknown>): Record<string, string | number> =>
  Object.fromEntries(
    Object.entries(payload).map(([key, value]) => [
      key,
      typeof value === "number" || typeof value === "string" ? value : "",
    ]),
  );

const KINDS: Record<string, TimelineEntry["kind"]> = {
  sealed: "seal",
  signed: "key",
  evidence_accepted: "key",
  approved: "key",
  refused: "bad",
  evidence_disputed: "bad",
  hollow_warned: "bad",
  hollow_found: "bad",
  terminated: "bad",
  termination_noticed: "bad",
};

type Told = {
  id: string;
  name: string;
  actorName: string;
  payload: Record<string, unknown>;
  at: Date | string;
};

/** Recorded events as lines of the timeline, in the reader's words. */
export const timelineOf = (history: readonly Told[], { any }: Pick<Translator, "any">): TimelineEntry[] =>
  history.map((event) => {
    const name = event.name.replace("agreement.", "");
    const cleared = name === "edited" && Number(event.payload.cleared ?? 0) > 0;
    const parties =
      name === "parties_changed" ? (event.payload.added ? "parties_added" : "parties_removed") : null;
    const kind = KINDS[name];
    return {
      id: event.id,
      at: typeof event.at === "string" ? event.at : event.at.toISOString(),
      text: any(`agreements.events.${cleared ? "editedCleared" : (parties ?? name)}`, {
        ...plain(event.payload),
        actor: event.actorName,
      }),
      ...(kind ? { kind } : {}),
    };
  });

/** Findings on the text as sentences, with their source and the way to mend them. */
export const findingViews = (
  findings: readonly ContentFinding[],
  { any, language }: Pick<Translator, "any" | "language">,
  fixHref?: string,
): FindingView[] =>
  findings.map((one) => {
    const { purpose, whyZh, whyEn, ...values } = one.values;
    const why = language === "en" ? whyEn : whyZh;
    const told = {
      ...values,
      ...(purpose ? { purpose: any(`agreements.purpose.${purpose}`) } : {}),
      ...(why ? { why } : {}),
    };
    const source = one.source?.verified
      ? [one.source.document, one.source.article]
          .map((part) => part?.[language === "en" ? "en" : "zh"] ?? "")
          .join(" ")
      : undefined;
    return {
      id: one.id,
      verdict: one.verdict,
      sentence: any(`agreements.finding.${one.key}`, told),
      verified: one.source?.verified ?? false,
      ...(source ? { source } : {}),
      ...(values.sentence ? { facts: String(values.sentence) } : {}),
      ...(one.verdict !== "pass" && fixHref ? { fix: any("agreements.finding.fixText"), fixHref } : {}),
    };
  });

/** A reason of the health score as a sentence; ids of parties become names. */
export const reasonText = (
  reason: HealthReason,
  { any }: Pick<Translator, "any">,
  nameOf: (id: string) => string,
): string => {
  const { organizationId, what, ...values } = reason.values;
  return any(`agreements.signal.${reason.id}`, {
    ...values,
    ...(organizationId ? { who: nameOf(String(organizationId)) } : {}),
    ...(what
      ? {
          what: String(what)
            .split(",")
            .map((one) => any(`agreements.ties.${one}`))
            .join("、"),
        }
      : {}),
  });
};

export const healthTone = (state: Health["state"]): "ok" | "wait" | "bad" =>
  state === "hollow" ? "bad" : state === "sound" || state === "young" ? "ok" : "wait";

/** What the seal of an agreement says: two characters of the first party, two of the second, by their short names. */
export const sealText = (shortNames: readonly string[]): string =>
  `${shortNames[0]?.slice(0, 2) ?? ""}${shortNames[1]?.slice(-2) ?? ""}`;
