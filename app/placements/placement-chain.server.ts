import type { ReadClient } from "~/platform/db/client.server";
import type { Db } from "./head-count.server";
import type { PlacementRow } from "./placement-scope.server";

/** A record goes on at so many hosts at most. */
const MOST = 6;

/**
 * A placement and those it goes on with after changes of host, the first one first: one record of weeks and credits. Goes
 * in: the placement. Comes out: at least itself. One statement for each change.
 */
export const placementChain = async (db: Db, placement: PlacementRow): Promise<PlacementRow[]> => {
  const chain = [placement];
  for (let at = placement; at.continuesId !== null && chain.length < MOST; ) {
    const before = await (db as ReadClient).placement.findUnique({ where: { id: at.continuesId } });
    if (!before) break;
    chain.unshift(before);
    at = before;
  }
  return chain;
};
