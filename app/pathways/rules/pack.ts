import type { Bilingual } from "~/regulations/rules/facts/kinds";

export const DIRECTIONS = ["to_general", "to_vocational"] as const;
/** to_general 中职→普高 · to_vocational 普高→中职 */
export type Direction = (typeof DIRECTIONS)[number];

export const PARTS = ["entrance", "daily", "school"] as const;
/** entrance 中考成绩 · daily 高中阶段日常成绩 · school 转入校考核 */
export type Part = (typeof PARTS)[number];

export const DECIDERS = ["receiving", "county", "city"] as const;
export type Decider = (typeof DECIDERS)[number];

export const STUDY_FORMS = ["full_time", "comprehensive_class"] as const;
export type StudyForm = (typeof STUDY_FORMS)[number];

export const BOUNDS = ["county", "county_first", "city"] as const;
/** county: never beyond · county_first: beyond only when the city arranges it · city: anywhere in the city */
export type Bound = (typeof BOUNDS)[number];

/** What a region's rules say, fact by fact. Days are working days unless named otherwise; shares are basis points. */
export type FactValues = {
  directions: readonly Direction[];
  /** term points ("1-1-end") in which students going to a general school may apply */
  windowsToGeneral: readonly string[];
  windowsToVocational: readonly string[];
  /** moves one student may make in the three years */
  maxTimes: number;
  scope: readonly StudyForm[];
  pairing: boolean;
  bounds: Bound;
  /** directions in which the receiving school's entrance score of the student's own year is asked for */
  scoreLine: readonly Direction[];
  weights: Readonly<Record<Part, number>>;
  /** what decides between equal totals, in order; a published lot comes last */
  tieBreaks: readonly Part[];
  noticeDays: number;
  answerDays: number;
  /** days of the calendar an application must come before the end of the window's term */
  leadDays: number;
  chainToGeneral: readonly Decider[];
  chainToVocational: readonly Decider[];
  /** days of the calendar in which one may ask to return; 0 where there is no return */
  returnDays: number;
};

export type FactKey = keyof FactValues;

export const FACT_KEYS: readonly FactKey[] = [
  "directions",
  "windowsToGeneral",
  "windowsToVocational",
  "maxTimes",
  "scope",
  "pairing",
  "bounds",
  "scoreLine",
  "weights",
  "tieBreaks",
  "noticeDays",
  "answerDays",
  "leadDays",
  "chainToGeneral",
  "chainToVocational",
  "returnDays",
];

/** Where a fact comes from. `verified`: a public copy was read; otherwise it is a house rule and may be adjusted. */
export type FactSource = {
  document: Bilingual;
  article: Bilingual | null;
  verified: boolean;
  /** set when the region's authority changed the fact: from which day */
  changedFrom?: string;
};

export type Fact<K extends FactKey> = { value: FactValues[K]; source: FactSource };
export type Facts = { readonly [K in FactKey]: Fact<K> };

export type TransferPack = {
  id: string;
  title: Bilingual;
  summary: Bilingual;
  /** region-code prefix; null for anywhere else */
  region: string | null;
  /** first civil date in force */
  validFrom: string;
  facts: Facts;
};

/** The facts in force for a region on a day: a pack's, with the authority's changes over them. */
export type RuleSet = { packId: string; title: Bilingual; facts: Facts };

/** The windows and the chain of decisions of one direction. */
export const windowsOf = (facts: Facts, direction: Direction): readonly string[] =>
  (direction === "to_general" ? facts.windowsToGeneral : facts.windowsToVocational).value;

/** Who decides after the notice, in order, for one direction. */
export const chainOf = (facts: Facts, direction: Direction): readonly Decider[] =>
  (direction === "to_general" ? facts.chainToGeneral : facts.chainToVocational).value;
