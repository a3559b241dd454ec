import { type Catalogue, catalogue } from "~/catalogues/queries/catalogue.server";
import type { FitItem } from "~/matching/rules/fit/types";
import { LODGING_BIT, MINORS_BIT } from "../rules/facet-bits";
import type { Direction, ListingKind } from "../rules/kinds";
import { occupationsFor } from "./fit-book.server";
import type { FoundListing } from "./search-listings.server";

/** A listing in a list, with names instead of codes. */
export type ListingCard = {
  id: string;
  title: string;
  kind: ListingKind;
  direction: Direction;
  organization: { id: string; name: string };
  place: string;
  distanceKm: number | null;
  seats: number | null;
  seatsLeft: number | null;
  payMinFen: number | null;
  payMaxFen: number | null;
  samePostPayFen: number | null;
  majors: string[];
  occupation: string | null;
  startsOn: string | null;
  openUntil: string | null;
  /** ISO instant at which its owner last said that it stands. */
  confirmedAt: string | null;
  minorsWelcome: boolean;
  lodging: boolean;
  reply: { answered: number; due: number } | null;
  /** How well it fits the reader's major, when they said it. */
  fit: { major: string; occupation: string; score: number; basis: FitItem["basis"] } | null;
};

const MAJORS_SHOWN = 3;

const fitFor = (
  snapshot: Catalogue,
  row: FoundListing,
  major: { code: string; name: string } | null,
): ListingCard["fit"] => {
  if (!major) return null;
  const item = row.occupationCode ? occupationsFor(snapshot, major.code).get(row.occupationCode) : undefined;
  if (!item) return null;
  return { major: major.name, occupation: item.name, score: item.score, basis: item.basis };
};

/** The rows of a list made readable. In: rows as found and the reader's major if they said one. Out: cards, same order. */
export const listingCards = async (
  rows: readonly FoundListing[],
  major: { code: string; name: string } | null = null,
): Promise<ListingCard[]> => {
  const snapshot = await catalogue();
  return rows.map((row) => ({
    id: row.listingId,
    title: row.title,
    kind: row.kind,
    direction: row.direction,
    organization: { id: row.organizationId, name: row.organizationName },
    place: placeName(snapshot, row.regionCode),
    distanceKm: row.distanceKm,
    seats: row.seats,
    seatsLeft: row.seats === null ? null : Math.max(0, row.seats - row.seatsTaken),
    payMinFen: row.payMinFen,
    payMaxFen: row.payMaxFen,
    samePostPayFen: row.samePostPayFen,
    majors: row.majorCodes
      .split(",")
      .filter((code) => code !== "")
      .slice(0, MAJORS_SHOWN)
      .map((code) => snapshot.majors.get(code)?.name ?? code),
    occupation: row.occupationCode ? (snapshot.occupations.get(row.occupationCode)?.name ?? null) : null,
    startsOn: row.startsOn,
    openUntil: row.openUntil,
    confirmedAt: row.confirmedAt,
    minorsWelcome: (row.facetBits & MINORS_BIT) !== 0,
    lodging: (row.facetBits & LODGING_BIT) !== 0,
    reply: row.due && row.due > 0 ? { due: row.due, answered: row.answered ?? 0 } : null,
    fit: fitFor(snapshot, row, major),
  }));
};

/** City and county, short enough for a line: 广州市番禺区. */
const placeName = ({ regions }: Catalogue, code: string): string => {
  const region = regions.get(code);
  if (!region) return code;
  const above = region.parentCode ? regions.get(region.parentCode) : undefined;
  const filler = above?.name === "市辖区" || above?.name === "县";
  const outer = filler && above?.parentCode ? regions.get(above.parentCode) : above;
  return region.level === "county" && outer ? `${outer.name}${region.name}` : region.name;
};
