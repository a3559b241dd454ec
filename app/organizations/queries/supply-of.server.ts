import type { ReadClient } from "~/platform/db/client.server";
import type { Tx } from "~/platform/db/gate.server";

const MOST = 500;

export type Supply = {
  regionCode: string;
  industryCode: string | null;
  programmes: { majorCode: string; seats: number }[];
};

/**
 * What verified organizations teach and where they are. Goes in: a client or a transaction, ids. Comes out: by id region,
 * industry and open programmes with the seats of one intake, at most 500 each; nothing for one that is not verified.
 */
export const suppliesOf = async (
  db: ReadClient | Tx,
  organizationIds: readonly string[],
): Promise<ReadonlyMap<string, Supply>> => {
  const organizations = await (db as ReadClient).organization.findMany({
    where: { id: { in: [...organizationIds] }, state: "verified" },
    select: {
      id: true,
      regionCode: true,
      industryCode: true,
      programmes: { where: { closedAt: null }, take: MOST, select: { majorCode: true, seats: true } },
    },
  });
  return new Map(organizations.map(({ id, ...supply }) => [id, supply]));
};
