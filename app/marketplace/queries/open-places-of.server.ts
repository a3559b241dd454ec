import type { ReadClient } from "~/platform/db/client.server";
import type { Tx } from "~/platform/db/gate.server";

const MOST = 1000;

export type OpenPlace = {
  kind: string;
  direction: string;
  regionCode: string;
  families: string[];
  /** free seats; null where the kind has none */
  free: number | null;
};

/**
 * The published listings of an organization as the map counts them. Goes in: a client or a transaction, its id. Comes
 * out: kind, direction, place, classes of majors and free seats of each, at most 1,000.
 */
export const openPlacesOf = async (
  db: Pick<ReadClient | Tx, "listing">,
  organizationId: string,
): Promise<OpenPlace[]> => {
  const listings = await (db as ReadClient).listing.findMany({
    where: { organizationId, state: "published" },
    take: MOST,
    select: {
      kind: true,
      direction: true,
      regionCode: true,
      seats: true,
      seatsTaken: true,
      majors: { select: { family: true }, take: 50 },
    },
  });
  return listings.map(({ kind, direction, regionCode, seats, seatsTaken, majors }) => ({
    kind,
    direction,
    regionCode,
    families: [...new Set(majors.map(({ family }) => family))],
    free: seats === null ? null : Math.max(0, seats - seatsTaken),
  }));
};
