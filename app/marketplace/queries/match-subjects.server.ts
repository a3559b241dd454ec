import { type Catalogue, catalogue } from "~/catalogues/queries/catalogue.server";
import type { Point } from "~/catalogues/types";
import { read } from "~/platform/db/client.server";
import { type OfferFacts, type ProgrammeFacts, periodOf } from "../rules/match-pairs";
import type { MajorFacts } from "../rules/pair-fit";
import { nextPractice } from "../rules/practice-window";

type Owner = {
  id: string;
  kind: string;
  name: string;
  regionCode: string;
  lng: number | null;
  lat: number | null;
};

const owner = {
  select: { id: true, kind: true, name: true, regionCode: true, lng: true, lat: true },
} as const;

/** What matching knows of a major by its code; null when the catalogue has never had it. */
export const majorFacts = (snapshot: Catalogue, code: string): MajorFacts | null => {
  const major = snapshot.majors.get(code);
  return major ? { code, name: major.name, family: major.family, className: major.className } : null;
};

const pointOf = (
  snapshot: Catalogue,
  places: readonly { lng: number | null; lat: number | null }[],
  regionCode: string,
): Point | null => {
  for (const { lng, lat } of places) if (lng !== null && lat !== null) return { lng, lat };
  return snapshot.regions.get(regionCode)?.point ?? null;
};

export type ProgrammeSubject = {
  side: "programme";
  id: string;
  title: string;
  /** The listing that asks, where a school's own listing is the subject. */
  listingId: string | null;
  organization: Owner;
  facts: ProgrammeFacts;
};

export type ListingSubject = {
  side: "listing";
  id: string;
  title: string;
  organization: Owner;
  facts: OfferFacts;
};

export type MatchSubject = ProgrammeSubject | ListingSubject;

/** A programme for which partners are looked for, or null. Goes in: its id and today's civil date. */
export const programmeSubject = async (id: string, today: string): Promise<ProgrammeSubject | null> => {
  const programme = await read.programme.findUnique({
    where: { id },
    include: { organization: owner, cohorts: { orderBy: { entryYear: "desc" }, take: 8 } },
  });
  if (!programme || programme.closedAt) return null;
  const snapshot = await catalogue();
  const major = majorFacts(snapshot, programme.majorCode);
  const { organization } = programme;
  const { students, practice } = nextPractice(programme.cohorts, programme.seats, today);
  return {
    side: "programme",
    id,
    title: programme.name,
    listingId: null,
    organization,
    facts: {
      majors: major ? [major] : [],
      point: pointOf(snapshot, [organization], organization.regionCode),
      students,
      practice,
    },
  };
};

const SCHOOLS = ["school", "general_school"];

/**
 * A listing for which partners are looked for, or null. A school's listing looks for enterprises, with the majors it
 * names in place of a programme; anybody else's looks for programmes.
 */
export const listingSubject = async (id: string): Promise<MatchSubject | null> => {
  const listing = await read.listing.findUnique({ where: { id }, include: { majors: { take: 50 } } });
  if (!listing) return null;
  const organization = await read.organization.findUnique({
    where: { id: listing.organizationId },
    ...owner,
  });
  if (!organization) return null;
  const snapshot = await catalogue();
  const named = listing.majors.map(({ majorCode, family }) => ({ code: majorCode, family }));
  const point = pointOf(snapshot, [listing, organization], listing.regionCode || organization.regionCode);
  const seats = listing.seats === null ? null : Math.max(0, listing.seats - listing.seatsTaken);
  const period = periodOf(listing.startsOn, listing.endsOn);
  const shared = {
    id,
    title: listing.title,
    organization,
  };
  if (SCHOOLS.includes(organization.kind)) {
    const majors = named.flatMap(({ code }) => majorFacts(snapshot, code) ?? []);
    return {
      ...shared,
      side: "programme",
      listingId: id,
      facts: { majors, point, students: seats, practice: period },
    };
  }
  return {
    ...shared,
    side: "listing",
    facts: { occupationCode: listing.occupationCode, named, point, seats, period },
  };
};
