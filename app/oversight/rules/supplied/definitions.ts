import type { Bilingual } from "../alert-catalogue";
import type { Indicator } from "../indicators/indicator";

export type Definition = { readonly since: string; readonly text: Bilingual };

export type EarlierDefinition = Definition & { readonly indicatorId: string };

/** What an indicator meant before its present definition. House rules, as the definitions themselves. */
export const EARLIER_DEFINITIONS: readonly EarlierDefinition[] = [
  {
    indicatorId: "textbooks",
    since: "2026-01-01",
    text: { zh: "当年编写的教材。", en: "Textbooks written in the year." },
  },
];

type Defined = Pick<Indicator, "id" | "since" | "definition">;

const historyOf = (indicator: Defined, earlier: readonly EarlierDefinition[]): Definition[] => [
  ...earlier
    .filter(({ indicatorId }) => indicatorId === indicator.id)
    .map(({ since, text }) => ({ since, text }))
    .sort((a, b) => a.since.localeCompare(b.since)),
  { since: indicator.since, text: indicator.definition },
];

/**
 * The definitions that were in force on any day of a year, oldest first; the oldest known one for a year before all of
 * them. Goes in: the indicator and the year. Comes out: at least one; more than one where it changed within the year.
 */
export const definitionsIn = (
  indicator: Defined,
  year: string,
  earlier: readonly EarlierDefinition[] = EARLIER_DEFINITIONS,
): Definition[] => {
  const history = historyOf(indicator, earlier);
  const found = history.filter(
    ({ since }, place) =>
      since <= `${year}-12-31` && (history[place + 1]?.since ?? "9999-12-31") > `${year}-01-01`,
  );
  return found.length > 0 ? found : history.slice(0, 1);
};

/** The definition that counts for a whole year: the one in force on its last day. House rule. */
export const countingDefinition = (
  indicator: Defined,
  year: string,
  earlier: readonly EarlierDefinition[] = EARLIER_DEFINITIONS,
): Definition => definitionsIn(indicator, year, earlier).at(-1) ?? historyOf(indicator, earlier)[0]!;
