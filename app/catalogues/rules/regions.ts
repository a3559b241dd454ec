import type { Point, Region } from "../types";

type Regions = ReadonlyMap<string, Region>;

const SKIPPED = new Set(["市辖区", "县", "省直辖县级行政区划", "自治区直辖县级行政区划"]);

/** The regions from the province down to the one asked for; empty for an unknown code. A broken chain ends early. */
export const regionAncestry = (regions: Regions, code: string): Region[] => {
  const chain: Region[] = [];
  let at = regions.get(code);
  while (at && chain.length < 4) {
    chain.unshift(at);
    at = at.parentCode ? regions.get(at.parentCode) : undefined;
  }
  return chain;
};

/**
 * A region's full name ("江苏省苏州市昆山市"). Rows of the code table that only fill a level (市辖区, 县) are left
 * out; an unknown code is given back as it is.
 */
export const regionName = (regions: Regions, code: string): string =>
  regionAncestry(regions, code)
    .filter((region) => !SKIPPED.has(region.name))
    .map((region) => region.name)
    .join("") || code;

/** Where a region is, about 0.1° exact, or null: its own point or the one borrowed from the region above. */
export const regionPoint = (regions: Regions, code: string): Point | null => regions.get(code)?.point ?? null;

/** Whether a region lies within another or is it, by the chain of parents. */
export const isWithin = (regions: Regions, code: string, outer: string): boolean =>
  regionAncestry(regions, code).some((region) => region.code === outer);

/** The digits a region shares with everything below it: "440000" → "44", "440100" → "4401", "440113" → itself. */
export const regionPrefix = (code: string): string =>
  code.endsWith("0000") ? code.slice(0, 2) : code.endsWith("00") ? code.slice(0, 4) : code;

export type CodeRange = { from: string; before: string };

/** The codes that begin with a prefix, as a range an index can read; every code for an empty one. */
export const codeRange = (prefix: string): CodeRange =>
  prefix === ""
    ? { from: "0", before: ":" }
    : {
        from: prefix,
        before: prefix.slice(0, -1) + String.fromCharCode(prefix.charCodeAt(prefix.length - 1) + 1),
      };

/** The codes of a region and everything below it. */
export const regionRange = (code: string): CodeRange => codeRange(regionPrefix(code));

/** Whether a region lies in another or is it, by their codes. */
export const liesIn = (outer: string, inner: string): boolean => inner.startsWith(regionPrefix(outer));
