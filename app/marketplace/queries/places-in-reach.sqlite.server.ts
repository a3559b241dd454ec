import { rawReader } from "~/platform/db/client.server";

export type ReachablePlace = {
  id: string;
  title: string;
  organizationId: string;
  organization: string;
  regionCode: string;
  lat: number | null;
  lng: number | null;
  occupationCode: string | null;
  /** Codes of majors the offer names, comma-separated. */
  majorCodes: string;
  free: number;
  publishedAt: string;
};

const MOST = 20_000;

const OPEN = `i.direction = 'offer' AND i.kind IN ('internship', 'apprenticeship') AND i.seats > i.seatsTaken
  AND (i.openUntil IS NULL OR i.openUntil >= @today)`;

const COLUMNS = `i.listingId AS id, i.title, i.organizationId, o.name AS organization, i.regionCode, i.lat, i.lng,
  i.occupationCode, i.majorCodes, i.seats - i.seatsTaken AS free, i.publishedAt`;

/** Open places of a range of regions together with those inside a box of degrees, each once, along the two indexes. */
export const PLACES_IN_REACH = `SELECT ${COLUMNS} FROM ListingIndex i JOIN Organization o ON o.id = i.organizationId
  WHERE i.regionCode >= @from AND i.regionCode < @before AND ${OPEN}
  UNION SELECT ${COLUMNS} FROM ListingIndex i JOIN Organization o ON o.id = i.organizationId
  WHERE i.lat >= @south AND i.lat <= @north AND i.lng >= @west AND i.lng <= @east AND ${OPEN}
  ORDER BY id LIMIT ${MOST}`;

/**
 * Open internship and apprenticeship offers with free seats that lie in a range of regions or inside a box around a point.
 * Goes in: the range, the box (null where nobody knows the point), today's civil date. Comes out: at most 20,000 offers by
 * id; whoever asks cuts the box to a circle.
 */
export const placesInReach = (asked: {
  region: { from: string; before: string };
  box: { west: number; east: number; south: number; north: number } | null;
  today: string;
}): ReachablePlace[] =>
  rawReader()
    .prepare<unknown[], ReachablePlace>(PLACES_IN_REACH)
    .all({
      ...asked.region,
      ...(asked.box ?? { west: 1, east: 0, south: 1, north: 0 }),
      today: asked.today,
    });
