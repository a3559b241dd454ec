import type { Bilingual } from "../alert-catalogue";
import type { KeptFigure } from "../indicators/snapshot";
import type { Period } from "./rhythm";

export const BULLETIN_PARTS = ["alerts", "hollow", "targets"] as const;
export type BulletinPart = (typeof BULLETIN_PARTS)[number];

/** Indicators one bulletin tells at most. House rule. */
export const MOST_INDICATORS = 16;

/** What an authority chose to tell. */
export type BulletinPlan = {
  readonly indicators: readonly string[];
  readonly parts: readonly BulletinPart[];
};

export type RankRow = { readonly rank: number; readonly name: string; readonly value: number };

export type BulletinContent = {
  readonly title: string;
  readonly place: string;
  readonly authority: string;
  readonly period: Period;
  readonly drawnOn: string;
  readonly asOf: string;
  /** periods no issue was drawn for because nothing ran on their day */
  readonly missed: readonly string[];
  readonly figures: readonly KeptFigure[];
  readonly alerts: { readonly opened: number; readonly closed: number; readonly standing: number } | null;
  readonly hollow: { readonly hollow: number; readonly watch: number; readonly all: number } | null;
  readonly targets:
    | readonly {
        readonly project: string;
        readonly title: Bilingual;
        readonly unit: KeptFigure["unit"];
        readonly goal: number;
        readonly value: number | null;
        readonly dueOn: string;
        readonly standing: string;
      }[]
    | null;
  readonly ranking: {
    readonly title: Bilingual;
    readonly unit: KeptFigure["unit"];
    readonly rows: readonly RankRow[];
    /** schools left out because their figure is not told */
    readonly leftOut: number;
    /** schools beyond those that are listed */
    readonly more: number;
    readonly allowedBy: string;
  } | null;
};

const MOST_RANKED = 50;

/**
 * Schools in order of a figure. Goes in: names with their values, null where the figure is not told. Comes out: ranks from
 * 1, the greatest first; equal values share a rank and stand by name; at most fifty are listed.
 */
export const ranked = (
  schools: readonly { readonly name: string; readonly value: number | null }[],
): { rows: RankRow[]; leftOut: number; more: number } => {
  const told = schools.flatMap(({ name, value }) => (value === null ? [] : [{ name, value }]));
  const ordered = [...told].sort((a, b) => b.value - a.value || a.name.localeCompare(b.name, "zh-CN"));
  const rows = ordered.map(({ name, value }) => ({
    rank: ordered.filter((one) => one.value > value).length + 1,
    name,
    value,
  }));
  return {
    rows: rows.slice(0, MOST_RANKED),
    leftOut: schools.length - told.length,
    more: Math.max(0, rows.length - MOST_RANKED),
  };
};

/** Whether nothing happened in a period: no alert opened or closed and no figure told. Such an issue says so. */
export const isQuiet = ({ figures, alerts }: Pick<BulletinContent, "figures" | "alerts">): boolean =>
  (alerts === null || alerts.opened + alerts.closed === 0) && figures.every(({ state }) => state !== "told");
