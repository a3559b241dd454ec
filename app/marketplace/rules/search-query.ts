import { z } from "zod";
import { issueToFieldError } from "~/platform/http/issue";
import type { FieldError } from "~/platform/result";
import { isCivilDate } from "~/platform/time/clock";
import { DIRECTIONS, LISTING_KINDS } from "./kinds";

export const SORTS = ["fit", "distance", "date", "pay"] as const;
export type Sort = (typeof SORTS)[number];

/** Kilometres that may be chosen around a place. House rule. */
export const RADII = [10, 30, 60, 100, 200] as const;
const MOST_KM = 500;
const DEFAULT_KM = 30;

const list = <T extends z.ZodType>(of: T) =>
  z.preprocess(
    (given) => (given === undefined ? [] : Array.isArray(given) ? given : String(given).split(",")),
    z.array(of).max(20),
  );
const code = (pattern: RegExp) => z.string().trim().regex(pattern, "errors.notACode").optional();
const date = z.string().refine(isCivilDate, "errors.notADate").optional();
const flag = z
  .enum(["1", "0", "on", "true", "false"])
  .optional()
  .transform((text) => text === "1" || text === "on" || text === "true");
const degrees = (most: number) => z.coerce.number().min(-most).max(most).optional();

/**
 * What the address of a search may say; the page and the API read the same names. `near` is a place by name or code,
 * or "lng,lat"; `family` a category ("06") or class ("06-01") of majors; `payMin` yuan a month. An empty value counts
 * as absent.
 */
export const searchSchema = z.object({
  q: z.string().trim().max(100).optional(),
  kind: list(z.enum(LISTING_KINDS)),
  direction: z.enum(DIRECTIONS).optional(),
  family: code(/^\d{2}(-\d{2})?$/),
  major: z.string().trim().max(60).optional(),
  occupation: z.string().trim().max(60).optional(),
  industry: code(/^([A-T]|\d{2,4})$/),
  region: code(/^\d{6}$/),
  near: z.string().trim().max(60).optional(),
  lng: degrees(180),
  lat: degrees(90),
  radiusKm: z.coerce.number().int().min(1).max(MOST_KM).default(DEFAULT_KM),
  payMin: z.coerce.number().int().min(0).max(1_000_000).optional(),
  startsFrom: date,
  startsTo: date,
  minors: flag,
  lodging: flag,
  sort: z.enum(SORTS).optional(),
  after: z.string().max(300).optional(),
});

export type SearchQuery = z.output<typeof searchSchema>;

const MANY = new Set(["kind"]);

const asObject = (params: URLSearchParams): Record<string, string | string[]> => {
  const found: Record<string, string | string[]> = {};
  for (const name of new Set(params.keys())) {
    const values = params
      .getAll(name)
      .map((value) => value.trim())
      .filter((value) => value !== "");
    const first = values[0];
    if (first === undefined) continue;
    found[name] = MANY.has(name) ? values.flatMap((value) => value.split(",")) : first;
  }
  return found;
};

/**
 * Reads a search from an address. What cannot be read is left out of the search and comes back as a problem beside
 * its field; nothing a reader types ever empties the page. Unknown names are ignored.
 */
export const readSearch = (params: URLSearchParams): { search: SearchQuery; problems: FieldError[] } => {
  const given = asObject(params);
  const problems: FieldError[] = [];
  for (;;) {
    const parsed = searchSchema.safeParse(given, { reportInput: true });
    if (parsed.success) return { search: parsed.data, problems };
    for (const issue of parsed.error.issues) {
      const name = String(issue.path[0]);
      if (!(name in given)) throw new Error(`the search schema refuses an absent ${name}`);
      problems.push({ ...issueToFieldError(issue), field: name });
    }
    for (const { field } of problems) delete given[field];
  }
};

/** Longitude and latitude of "113.38,22.94", or null for anything else (a place by name). */
export const pointOfText = (text: string): { lng: number; lat: number } | null => {
  const found = /^(-?\d{1,3}(?:\.\d+)?)\s*[,，]\s*(-?\d{1,2}(?:\.\d+)?)$/.exec(text);
  if (!found) return null;
  const [lng, lat] = [Number(found[1]), Number(found[2])];
  return Math.abs(lng) <= 180 && Math.abs(lat) <= 90 ? { lng, lat } : null;
};

/**
 * The order a search is shown in: the asked one where it means something (a distance needs a place, a fit needs words
 * or a major), else fit, distance or date, whichever is the first that does. House rule.
 */
export const effectiveSort = (
  asked: Sort | undefined,
  has: { words: boolean; major: boolean; point: boolean },
): Sort => {
  const fit = has.words || has.major;
  if (asked === "fit" && fit) return "fit";
  if (asked === "distance" && has.point) return "distance";
  if (asked === "date" || asked === "pay") return asked;
  return fit ? "fit" : has.point ? "distance" : "date";
};

/** The address of a search with some parts replaced (undefined removes one); `after` never survives a change. */
export const searchHref = (
  params: URLSearchParams,
  changes: Record<string, string | number | readonly string[] | undefined>,
  path = "/listings",
): string => {
  const next = new URLSearchParams();
  for (const [name, value] of params)
    if (!(name in changes) && name !== "after" && value !== "") next.append(name, value);
  for (const [name, value] of Object.entries(changes)) {
    if (value === undefined) continue;
    for (const one of Array.isArray(value) ? value : [value]) next.append(name, String(one));
  }
  const query = next.toString();
  return query ? `${path}?${query}` : path;
};

/** What orders or pages a search has no place in its feed: the newest come first. */
const NOT_IN_A_FEED = ["sort", "after", "view"];

/** The query of a search's feed, with its question mark; empty for a search without conditions. */
export const feedQuery = (params: URLSearchParams): string => {
  const kept = new URLSearchParams(
    [...params].filter(([name, value]) => value !== "" && !NOT_IN_A_FEED.includes(name)),
  );
  return kept.size > 0 ? `?${kept.toString()}` : "";
};
