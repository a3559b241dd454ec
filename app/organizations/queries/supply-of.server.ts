import type { ReadClient } from "~/platform/db/client.server";
import type { Tx } from "~/platform/db/gate.server";

const MOST = 500;

export type Supply = {
  regionCode: string;
  industryCode: string | null;
  programmes: { majorCode: string; seats: number }[];
};

/**
 * What a verified organization teaches and where it is. Goes in: a client or a transaction, its id. Comes out: null for
 * one that is not verified, else region, industry and its open programmes with the seats of one intake, at most 500.
 */
export const supplyOf = async (
  db: Pick<ReadClient | Tx, "organization">,
  organizationId: string,
): Promise<Supply | null> => {
  const organization = await (db as ReadClient).organization.findUnique({
    where: { id: organizationId },
    select: {
      state: true,
      regionCode: true,
      industryCode: true,
      programmes: { where: { closedAt: null }, take: MOST, select: { majorCode: true, seats: true } },
    },
  });
  if (organization?.state !== "verified") return null;
  const { regionCode, industryCode, programmes } = organization;
  return { regionCode, industryCode, programmes };
};
