import { catalogue } from "~/catalogues/queries/catalogue.server";
import { provinceTiles } from "~/catalogues/reference.server";
import { provinceTotals } from "./listing-search.sqlite.server";

export type ProvinceTotal = {
  code: string;
  short: string;
  zh: string;
  en: string;
  col: number;
  row: number;
  listings: number;
};

const KEPT_MS = 30_000;
let held: { at: number; tiles: ProvinceTotal[] } | null = null;

/** How many listings are published in each province, on the tile grid; counted at most every half minute. */
export const provinceMap = async (): Promise<ProvinceTotal[]> => {
  const now = Date.now();
  if (held && now - held.at < KEPT_MS) return held.tiles;
  const { regions } = await catalogue();
  const totals = new Map(provinceTotals());
  const tiles = provinceTiles().map((tile) => ({
    code: tile.code,
    short: tile.short,
    zh: regions.get(tile.code)?.name ?? tile.short,
    en: tile.en,
    col: tile.col,
    row: tile.row,
    listings: totals.get(tile.code.slice(0, 2)) ?? 0,
  }));
  held = { at: now, tiles };
  return tiles;
};
