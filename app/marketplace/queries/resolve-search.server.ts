import { type Catalogue, catalogue } from "~/catalogues/queries/catalogue.server";
import { searchMajors, searchOccupations, searchRegions } from "~/catalogues/queries/search-catalogue.server";
import { type CodeRange, codeRange, regionName, regionRange } from "~/catalogues/rules/regions";
import { boundingBox } from "~/matching/rules/distance";
import type { FieldError } from "~/platform/result";
import { categoryBit } from "../rules/facet-bits";
import { pointOfText, type SearchQuery } from "../rules/search-query";
import { occupationsFor } from "./fit-book.server";
import type { Asked, Narrowing } from "./listing-search.sqlite.server";

export type Place = { lng: number; lat: number; name: string | null; code: string | null };

/** A search with its codes and places looked up. */
export type Resolved = {
  asked: Omit<Asked, "match">;
  narrow: Narrowing;
  place: Place | null;
  major: { code: string; name: string } | null;
  occupation: { code: string; name: string } | null;
  region: { code: string; name: string } | null;
  problems: FieldError[];
};

const lastPlus = (text: string): string =>
  text.slice(0, -1) + String.fromCharCode(text.charCodeAt(text.length - 1) + 1);

const industryRange = (codes: Catalogue["industries"], code: string): CodeRange | null => {
  if (!/^[A-T]$/.test(code)) return codeRange(code);
  const divisions = [...codes.values()]
    .filter((row) => row.parentCode === code)
    .map((row) => row.code)
    .sort();
  const [first, last] = [divisions[0], divisions.at(-1)];
  return first && last ? { from: first, before: lastPlus(last) } : null;
};

const named = async <T extends { code: string; name: string }>(
  text: string,
  held: ReadonlyMap<string, T>,
  find: (search: { text: string; limit: number }) => Promise<T[]>,
): Promise<T | null> => held.get(text.toUpperCase()) ?? (await find({ text, limit: 1 }))[0] ?? null;

const placeOf = async (search: SearchQuery, regions: Catalogue["regions"]) => {
  if (search.lng !== undefined && search.lat !== undefined && !search.near) {
    return { lng: search.lng, lat: search.lat, name: null, code: null };
  }
  if (!search.near) return null;
  const point = pointOfText(search.near);
  if (point) return { ...point, name: null, code: null };
  const words = search.near.replaceAll(/[·\s]+/g, " ").trim();
  const region =
    (await named(words, regions, searchRegions)) ??
    (await named(words.split(" ").at(-1) ?? words, regions, searchRegions));
  return region?.point
    ? { ...region.point, name: regionName(regions, region.code), code: region.code }
    : null;
};

const majorFits = (snapshot: Catalogue, code: string): NonNullable<Asked["major"]> | null => {
  const major = snapshot.majors.get(code);
  if (!major) return null;
  const fits = [...occupationsFor(snapshot, code)].map(
    ([occupation, { score }]) => [occupation, score] as const,
  );
  return { code, family: major.family, fits };
};

/**
 * Looks up what a search names. In: the search as read from an address, and today's civil date. Out: what to ask the
 * database, the names to show, and a problem beside each field whose name or place is unknown (which is then left out).
 */
export const resolveSearch = async (search: SearchQuery, today: string): Promise<Resolved> => {
  const snapshot = await catalogue();
  const problems: FieldError[] = [];
  const place = await placeOf(search, snapshot.regions);
  if (search.near && !place) problems.push({ field: "near", key: "listings.search.unknownPlace" });
  const major = search.major ? await named(search.major, snapshot.majors, searchMajors) : null;
  if (search.major && !major) problems.push({ field: "major", key: "listings.search.unknownMajor" });
  const group = search.occupation ? snapshot.groups.get(search.occupation) : undefined;
  const occupation = search.occupation
    ? (group ?? (await named(search.occupation, snapshot.occupations, searchOccupations)))
    : null;
  if (search.occupation && !occupation) {
    problems.push({ field: "occupation", key: "listings.search.unknownOccupation" });
  }
  const region = search.region ? snapshot.regions.get(search.region) : undefined;
  if (search.region && !region) problems.push({ field: "region", key: "listings.search.unknownPlace" });
  return {
    asked: {
      region: region ? regionRange(region.code) : null,
      occupation: occupation ? codeRange(occupation.code) : null,
      industry: search.industry ? industryRange(snapshot.industries, search.industry) : null,
      family: search.family && search.family.length > 2 ? search.family : null,
      major: major ? majorFits(snapshot, major.code) : null,
      near: place && { lng: place.lng, lat: place.lat, ...boundingBox(place, search.radiusKm) },
      startsFrom: search.startsFrom ?? null,
      startsTo: search.startsTo ?? null,
      today,
    },
    narrow: {
      kinds: search.kind,
      direction: search.direction ?? null,
      category: search.family ? categoryBit(search.family.slice(0, 2)) : 0,
      payMinFen: search.payMin === undefined ? null : search.payMin * 100,
      minors: search.minors,
      lodging: search.lodging,
    },
    place,
    major: major && { code: major.code, name: major.name },
    occupation: occupation && { code: occupation.code, name: occupation.name },
    region: region ? { code: region.code, name: regionName(snapshot.regions, region.code) } : null,
    problems,
  };
};
