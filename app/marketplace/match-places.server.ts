import { catalogue } from "~/catalogues/queries/catalogue.server";
import type { Point } from "~/catalogues/types";
import type { Tx } from "~/platform/db/gate.server";
import { insertMany } from "~/platform/db/insert-many.server";
import { cellOf, NOWHERE, tileOf } from "./rules/cells";
import { nextPractice } from "./rules/practice-window";

type PlaceRow = Parameters<Tx["matchPlace"]["createMany"]>[0] extends { data: infer D } | undefined
  ? Extract<D, readonly unknown[]>[number]
  : never;

/** Records of one organization that matching looks at. */
const MOST = 500;

const pointOf = (own: { lng: number | null; lat: number | null }, otherwise: Point | null): Point | null =>
  own.lng !== null && own.lat !== null ? { lng: own.lng, lat: own.lat } : otherwise;

const whereIs = (point: Point | null) => ({
  cell: point ? cellOf(point) : NOWHERE,
  tile: point ? tileOf(point) : NOWHERE,
  lat: point?.lat ?? null,
  lng: point?.lng ?? null,
});

const nothing = {
  listingKind: "",
  direction: "",
  seats: null,
  startsOn: null,
  endsOn: null,
  openUntil: null,
  majorCode: null,
  occupationCode: null,
  majorCodes: null,
};

/** A listing is found by its occupation, and by each class of majors it names. */
const listingRows = async (tx: Tx, organization: { id: string; kind: string }, home: Point | null) => {
  const listings = await tx.listing.findMany({
    where: { organizationId: organization.id, state: "published" },
    orderBy: { publishedAt: "desc" },
    take: MOST,
    include: { majors: { take: 50 } },
  });
  return listings.flatMap((listing): PlaceRow[] => {
    const keys = new Set(listing.majors.map(({ family }) => family));
    if (listing.occupationCode) keys.add(listing.occupationCode);
    const named = listing.majors.map(({ majorCode, family }) => [majorCode, family]);
    return [...keys].map((key) => ({
      ...nothing,
      ...whereIs(pointOf(listing, home)),
      kind: "listing",
      refId: listing.id,
      organizationId: organization.id,
      key,
      party: organization.kind,
      listingKind: listing.kind,
      direction: listing.direction,
      seats: listing.seats === null ? null : Math.max(0, listing.seats - listing.seatsTaken),
      startsOn: listing.startsOn,
      endsOn: listing.endsOn,
      openUntil: listing.openUntil,
      occupationCode: listing.occupationCode,
      majorCodes: named.length > 0 ? JSON.stringify(named) : null,
      since: (listing.publishedAt ?? listing.createdAt).toISOString(),
    }));
  });
};

const postRows = async (
  tx: Tx,
  organization: { id: string; kind: string },
  home: Point | null,
  since: string,
) => {
  const posts = await tx.post.findMany({
    where: { organizationId: organization.id, closedAt: null },
    orderBy: { id: "asc" },
    take: MOST,
  });
  return posts.map(
    (post): PlaceRow => ({
      ...nothing,
      ...whereIs(home),
      kind: "post",
      refId: post.id,
      organizationId: organization.id,
      key: post.occupationCode,
      party: organization.kind,
      occupationCode: post.occupationCode,
      since,
    }),
  );
};

const programmeRows = async (
  tx: Tx,
  organization: { id: string; kind: string },
  home: Point | null,
  since: string,
  today: string,
) => {
  const programmes = await tx.programme.findMany({
    where: { organizationId: organization.id, closedAt: null },
    orderBy: { id: "asc" },
    take: MOST,
    include: { cohorts: { orderBy: { entryYear: "desc" }, take: 8 } },
  });
  return programmes.map((programme): PlaceRow => {
    const { students, practice } = nextPractice(programme.cohorts, programme.seats, today);
    return {
      ...nothing,
      ...whereIs(home),
      kind: "programme",
      refId: programme.id,
      organizationId: organization.id,
      key: programme.majorCode,
      party: organization.kind,
      seats: students,
      startsOn: practice?.from ?? null,
      endsOn: practice?.to ?? null,
      majorCode: programme.majorCode,
      since,
    };
  });
};

/**
 * Brings what matching looks for to what an organization now has: posts, programmes and published listings of a verified
 * organization, nothing of any other. Goes in: the organization's id and today's civil date. Comes out: how many rows it
 * holds now. Doing it again changes nothing.
 */
export const refreshMatchPlaces = async (tx: Tx, organizationId: string, today: string): Promise<number> => {
  await tx.matchPlace.deleteMany({ where: { organizationId } });
  const organization = await tx.organization.findUnique({ where: { id: organizationId } });
  if (organization?.state !== "verified") return 0;
  const { regions } = await catalogue();
  const home = pointOf(organization, regions.get(organization.regionCode)?.point ?? null);
  const since = (organization.verifiedAt ?? organization.createdAt).toISOString();
  const rows = [
    ...(await listingRows(tx, organization, home)),
    ...(await postRows(tx, organization, home, since)),
    ...(await programmeRows(tx, organization, home, since, today)),
  ];
  await insertMany(tx, "MatchPlace", rows);
  return rows.length;
};
