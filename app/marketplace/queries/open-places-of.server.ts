import type { ReadClient } from "~/platform/db/client.server";
import type { Tx } from "~/platform/db/gate.server";

const MOST = 20_000;

export type OpenPlace = {
  kind: string;
  direction: string;
  regionCode: string;
  families: string[];
  /** free seats; null where the kind has none */
  free: number | null;
};

/**
 * The published listings of some organizations as the map counts them. Goes in: a client or a transaction, ids. Comes out:
 * by id the kind, direction, place, classes of majors and free seats of each, at most 20,000 together.
 */
export const openPlacesOf = async (
  db: ReadClient | Tx,
  organizationIds: readonly string[],
): Promise<ReadonlyMap<string, OpenPlace[]>> => {
  const listings = await (db as ReadClient).listing.findMany({
    where: { organizationId: { in: [...organizationIds] }, state: "published" },
    take: MOST,
    select: {
      organizationId: true,
      kind: true,
      direction: true,
      regionCode: true,
      seats: true,
      seatsTaken: true,
      majors: { select: { family: true } },
    },
  });
  const places = new Map<string, OpenPlace[]>();
  for (const { organizationId, seats, seatsTaken, majors, ...place } of listings) {
    const own = places.get(organizationId) ?? [];
    own.push({
      ...place,
      families: [...new Set(majors.map(({ family }) => family))],
      free: seats === null ? null : Math.max(0, seats - seatsTaken),
    });
    places.set(organizationId, own);
  }
  return places;
};
