import { catalogue } from "~/catalogues/queries/catalogue.server";
import { regionName } from "~/catalogues/rules/regions";
import { type FoundListing, searchListings } from "~/marketplace/queries/search-listings.server";
import type { SearchQuery } from "~/marketplace/rules/search-query";
import { config } from "~/platform/config/config.server";
import { read } from "~/platform/db/client.server";
import { civilDate } from "~/platform/time/clock";

const urlOf = (id: string): string => `${config().baseUrl}/listings/${id}`;

const seatsLeft = (seats: number | null, taken: number): number | null =>
  seats === null ? null : Math.max(0, seats - taken);

const itemOf = async (row: FoundListing) => {
  const { occupations, regions } = await catalogue();
  const occupation = row.occupationCode ? occupations.get(row.occupationCode) : undefined;
  return {
    id: row.listingId,
    url: urlOf(row.listingId),
    kind: row.kind,
    direction: row.direction,
    title: row.title,
    organization: {
      id: row.organizationId,
      name: row.organizationName,
      reply: { answered: row.answered ?? 0, due: row.due ?? 0 },
    },
    regionCode: row.regionCode,
    region: regionName(regions, row.regionCode),
    lng: row.lng,
    lat: row.lat,
    distanceKm: row.distanceKm === null ? null : Math.round(row.distanceKm * 10) / 10,
    occupation: occupation ? { code: occupation.code, name: occupation.name } : null,
    majorCodes: row.majorCodes ? row.majorCodes.split(",") : [],
    seats: row.seats,
    seatsLeft: seatsLeft(row.seats, row.seatsTaken),
    pay: row.payMinFen === null ? null : { minFen: row.payMinFen, maxFen: row.payMaxFen ?? row.payMinFen },
    startsOn: row.startsOn,
    openUntil: row.openUntil,
    publishedAt: row.publishedAt,
  };
};

/** A page of published listings for machines: the page's own search. Comes out: items, cursor, count, problems. */
export const listingItems = async (search: SearchQuery, now: Date) => {
  const found = await searchListings(search, now);
  return {
    problems: found.problems,
    page: {
      items: await Promise.all(found.items.map(itemOf)),
      nextCursor: found.nextCursor,
      total: found.total,
      totalIsLowerBound: found.more,
    },
  };
};

/** One public listing with its kind's own fields; null when it is not (or no longer) published. */
export const listingItem = async (id: string, now: Date) => {
  const row = await read.listing.findFirst({
    where: { id, state: "published" },
    include: { majors: { select: { majorCode: true } } },
  });
  if (!row || (row.openUntil !== null && row.openUntil < civilDate(now))) return null;
  const [organization, reply, { occupations, regions }] = await Promise.all([
    read.organization.findUnique({ where: { id: row.organizationId }, select: { id: true, name: true } }),
    read.replyRecord.findUnique({ where: { organizationId: row.organizationId } }),
    catalogue(),
  ]);
  const occupation = row.occupationCode ? occupations.get(row.occupationCode) : undefined;
  return {
    id: row.id,
    url: urlOf(row.id),
    kind: row.kind,
    direction: row.direction,
    title: row.title,
    summary: row.summary,
    organization: {
      id: row.organizationId,
      name: organization?.name ?? "",
      reply: { answered: reply?.answered ?? 0, due: reply?.due ?? 0 },
    },
    regionCode: row.regionCode,
    region: regionName(regions, row.regionCode),
    address: row.address,
    lng: row.lng,
    lat: row.lat,
    distanceKm: null,
    occupation: occupation ? { code: occupation.code, name: occupation.name } : null,
    majorCodes: row.majors.map((major) => major.majorCode),
    seats: row.seats,
    seatsLeft: seatsLeft(row.seats, row.seatsTaken),
    pay: row.payMinFen === null ? null : { minFen: row.payMinFen, maxFen: row.payMaxFen ?? row.payMinFen },
    samePostPayFen: row.samePostPayFen,
    minorsWelcome: row.minorsWelcome,
    lodging: row.lodging,
    startsOn: row.startsOn,
    endsOn: row.endsOn,
    openUntil: row.openUntil,
    publishedAt: row.publishedAt?.toISOString() ?? null,
    details: JSON.parse(row.details) as Record<string, unknown>,
  };
};
