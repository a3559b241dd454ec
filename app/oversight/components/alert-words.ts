import { SIGNALS } from "~/agreements/rules/signals";
import type { Tone } from "~/ui/StateBadge";
import type { TimelineEntry } from "~/ui/Timeline";
import type { Translator } from "~/words/translate";
import type { AlertPage } from "../queries/alert-page.server";
import type { AlertState } from "../rules/alert-lifecycle";
import { cardMeasure } from "../rules/cards/measures";
import { indicatorOf } from "../rules/indicators/catalogue";

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

type Titled = { title: { zh: string; en: string } } | undefined;

/** What a fact's codes stand for, by the fact. */
const TITLED: Record<string, (id: string) => Titled> = {
  reasons: (id) => SIGNALS.find((signal) => signal.id === id),
  grounds: cardMeasure,
  indicator: indicatorOf,
};

/** One fact of an alert in words: codes as their titles, everything else as it is. */
export const factText = (key: string, value: string | number, translator: Translator): string => {
  const english = translator.language === "en";
  if (key === "direction") return translator.any(`transferRules.direction.${value}`);
  const titled = TITLED[key];
  if (!titled) return String(value);
  return String(value)
    .split(",")
    .filter((id) => id !== "")
    .map(titled)
    .map((one) => (english ? one?.title.en : one?.title.zh) ?? "")
    .join(english ? ", " : "、");
};
