import { SIGNALS } from "~/agreements/rules/signals";
import type { Tone } from "~/ui/StateBadge";
import type { TimelineEntry } from "~/ui/Timeline";
import type { Translator } from "~/words/translate";
import type { AlertPage } from "../queries/alert-page.server";
import type { AlertState } from "../rules/alert-lifecycle";

export const ALERT_TONES: Record<AlertState, Tone> = {
  open: "bad",
  ordered: "wait",
  answered: "act",
  closed: "neutral",
};

const KINDS: Record<string, TimelineEntry["kind"]> = {
  "alert.raised": "bad",
  "alert.returned": "bad",
  "alert.escalated": "bad",
  "alert.ordered": "key",
  "alert.answered": "key",
  "alert.accepted": "seal",
  "alert.vanished": "seal",
};

/** The recorded events of an alert as a page tells them. */
export const alertEntries = (page: AlertPage, { any }: Translator): TimelineEntry[] =>
  page.events.map(({ id, name, at, actor, payload }) => ({
    id,
    at,
    kind: KINDS[name] ?? "plain",
    text: any(`alerts.events.${name.replace("alert.", "")}`, {
      actor,
      ...Object.fromEntries(
        Object.entries(payload).map(([key, value]) => [
          key,
          typeof value === "number" ? value : String(value),
        ]),
      ),
    }),
  }));

/** One fact of an alert in words: reasons of health as their titles, everything else as it is. */
export const factText = (key: string, value: string | number, translator: Translator): string =>
  key === "reasons"
    ? String(value)
        .split(",")
        .filter((id) => id !== "")
        .map((id) => SIGNALS.find((signal) => signal.id === id)?.title)
        .map((title) => (translator.language === "en" ? title?.en : title?.zh) ?? "")
        .join(translator.language === "en" ? ", " : "、")
    : String(value);
