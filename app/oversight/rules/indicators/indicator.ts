import type { Bilingual } from "../alert-catalogue";

export const INDICATOR_TABLES = [
  "local",
  "scorecard",
  "satisfaction",
  "resources",
  "service",
  "international",
  "policy",
] as const;
export type IndicatorTable = (typeof INDICATOR_TABLES)[number];

/** share: basis points · fen: money · otherwise what is counted */
export type IndicatorUnit = "share" | "fen" | "hours" | "people" | "items" | "seats" | "ratio" | "mbps";

export type Indicator = {
  readonly id: string;
  readonly table: IndicatorTable;
  readonly title: Bilingual;
  /** What is counted, at which side, by which date. */
  readonly definition: Bilingual;
  readonly unit: IndicatorUnit;
  /** Stands now rather than belonging to a year. */
  readonly standing: boolean;
  /** computed: from records here · imported: supplied by the school or the authority */
  readonly supply: "computed" | "imported";
  /** Whether its rows are about persons: looking at them needs a reason. */
  readonly persons: boolean;
  /** First civil date of this definition. A definition never changes: another one gets another id. */
  readonly since: string;
  /** False for a house rule or a name of the tables known from memory: no document is cited for it. */
  readonly verified: boolean;
};
