import type { Tx } from "~/platform/db/gate.server";
import { reject } from "~/platform/decide.server";

/** Listings an organization keeps outside the archive. House rule: ten times what the largest group lists at once. */
const MOST_KEPT = 20_000;

/** Ends the command when this many more would be too many. */
export const roomForListings = async (tx: Tx, organizationId: string, more: number): Promise<void> => {
  const kept = await tx.listing.count({ where: { organizationId, state: { not: "archived" } } });
  if (kept + more > MOST_KEPT)
    reject({ code: "blocked", key: "machines.errors.tooManyListings", values: { most: MOST_KEPT } });
};
