import { type FacetFacts, packFacets } from "./facet-bits";

/** A published listing with the names its codes stand for: everything search may find it by. */
export type ListingToIndex = FacetFacts & {
  listingId: string;
  organizationId: string;
  title: string;
  regionCode: string;
  lat: number | null;
  lng: number | null;
  occupationCode: string | null;
  industryCode: string | null;
  majorCodes: readonly string[];
  startsOn: string | null;
  endsOn: string | null;
  openUntil: string | null;
  seats: number | null;
  seatsTaken: number;
  publishedAt: string;
  /** Summary, owner, names of majors, occupation, industry and place, words of the kind's own fields. */
  words: readonly string[];
};

export type ListingDocument = {
  row: {
    listingId: string;
    organizationId: string;
    title: string;
    kind: string;
    direction: string;
    facetBits: number;
    regionCode: string;
    lat: number | null;
    lng: number | null;
    occupationCode: string | null;
    industryCode: string | null;
    majorCodes: string;
    startsOn: string | null;
    endsOn: string | null;
    openUntil: string | null;
    seats: number | null;
    seatsTaken: number;
    payMinFen: number | null;
    payMaxFen: number | null;
    samePostPayFen: number | null;
    publishedAt: string;
  };
  families: string[];
  titleWords: string;
  bodyWords: string;
};

/**
 * What the search index holds of a listing. In: the listing with names, and the segmenter that also cuts what people
 * type. Out: its row, its classes of majors, and its words for the full-text table. Pay known at one end counts for
 * both.
 */
export const listingDocument = (
  listing: ListingToIndex,
  cut: (text: string) => readonly string[],
): ListingDocument => ({
  row: {
    listingId: listing.listingId,
    organizationId: listing.organizationId,
    title: listing.title,
    kind: listing.kind,
    direction: listing.direction,
    facetBits: packFacets(listing),
    regionCode: listing.regionCode,
    lat: listing.lat,
    lng: listing.lng,
    occupationCode: listing.occupationCode,
    industryCode: listing.industryCode,
    majorCodes: listing.majorCodes.join(","),
    startsOn: listing.startsOn,
    endsOn: listing.endsOn,
    openUntil: listing.openUntil,
    seats: listing.seats,
    seatsTaken: listing.seatsTaken,
    payMinFen: listing.payMinFen ?? listing.payMaxFen,
    payMaxFen: listing.payMaxFen ?? listing.payMinFen,
    samePostPayFen: listing.samePostPayFen,
    publishedAt: listing.publishedAt,
  },
  families: [...new Set(listing.families)],
  titleWords: cut(listing.title).join(" "),
  bodyWords: [...new Set(listing.words.flatMap(cut))].join(" "),
});
