import { type Findable, matchName } from "../rules/match-name";
import type { MajorLevel, RegionLevel } from "../types";
import {
  type CatalogueIndustry,
  type CatalogueMajor,
  type CatalogueOccupation,
  type CatalogueRegion,
  catalogue,
} from "./catalogue.server";

export type Page<T> = { items: T[]; nextCursor: string | null };

export type Search = { text?: string; limit?: number };

const MOST = 100;

const bounded = (limit: number | undefined) => Math.max(1, Math.min(MOST, Math.trunc(limit ?? 20)));

const best = <T extends Findable & { withdrawnIn: string | null }>(
  rows: Iterable<T>,
  { text = "", limit }: Search,
  fits: (row: T) => boolean,
): T[] => {
  const found: { row: T; rank: number }[] = [];
  for (const row of rows) {
    if (row.withdrawnIn !== null || !fits(row)) continue;
    const rank = matchName(row, text);
    if (rank > 0) found.push({ row, rank });
  }
  return found
    .sort(
      (a, b) =>
        b.rank - a.rank || a.row.name.length - b.row.name.length || (a.row.code < b.row.code ? -1 : 1),
    )
    .slice(0, bounded(limit))
    .map(({ row }) => row);
};

/** Current majors by words, code, pinyin or initials, best first; at most 100. */
export const searchMajors = async (
  search: Search & { level?: MajorLevel; family?: string },
): Promise<CatalogueMajor[]> =>
  best(
    (await catalogue()).majors.values(),
    search,
    (row) =>
      (!search.level || row.level === search.level) && (!search.family || row.family === search.family),
  );

/** Current occupations by words, code, pinyin or initials, within a group when one is given; at most 100. */
export const searchOccupations = async (
  search: Search & { group?: string },
): Promise<CatalogueOccupation[]> =>
  best(
    (await catalogue()).occupations.values(),
    search,
    (row) => !search.group || row.code.startsWith(`${search.group}-`),
  );

/** Current regions by words, code, pinyin or initials; at most 100. */
export const searchRegions = async (
  search: Search & { level?: RegionLevel; parent?: string },
): Promise<CatalogueRegion[]> =>
  best(
    (await catalogue()).regions.values(),
    search,
    (row) =>
      (!search.level || row.level === search.level) && (!search.parent || row.parentCode === search.parent),
  );

/** Current industries by words, code, pinyin or initials; at most 100. */
export const searchIndustries = async (
  search: Search & { level?: CatalogueIndustry["level"]; parent?: string },
): Promise<CatalogueIndustry[]> =>
  best(
    (await catalogue()).industries.values(),
    search,
    (row) =>
      (!search.level || row.level === search.level) && (!search.parent || row.parentCode === search.parent),
  );

const pageAfter = <T extends Findable & { withdrawnIn: string | null }>(
  rows: Iterable<T>,
  { text = "", limit, after = "" }: Search & { after?: string },
  fits: (row: T) => boolean,
): Page<T> => {
  const most = bounded(limit);
  const items: T[] = [];
  for (const row of rows) {
    if (row.code <= after || row.withdrawnIn !== null || !fits(row) || matchName(row, text) === 0) continue;
    if (items.length === most) return { items, nextCursor: items.at(-1)?.code ?? null };
    items.push(row);
  }
  return { items, nextCursor: null };
};

/** Current majors in order of code, a page at a time; `after` is the last code seen. */
export const listMajors = async (
  search: Search & { after?: string; level?: MajorLevel; family?: string },
): Promise<Page<CatalogueMajor>> =>
  pageAfter(
    (await catalogue()).majors.values(),
    search,
    (row) =>
      (!search.level || row.level === search.level) && (!search.family || row.family === search.family),
  );

/** Current occupations in order of code, a page at a time. */
export const listOccupations = async (
  search: Search & { after?: string; group?: string },
): Promise<Page<CatalogueOccupation>> =>
  pageAfter(
    (await catalogue()).occupations.values(),
    search,
    (row) => !search.group || row.code.startsWith(`${search.group}-`),
  );

/** Current regions in order of code, a page at a time. */
export const listRegions = async (
  search: Search & { after?: string; level?: RegionLevel; parent?: string },
): Promise<Page<CatalogueRegion>> =>
  pageAfter(
    (await catalogue()).regions.values(),
    search,
    (row) =>
      (!search.level || row.level === search.level) && (!search.parent || row.parentCode === search.parent),
  );
