import { rawReader } from "~/platform/db/client.server";

/** The most each of some published listings pays a month, in fen. In: their ids (a few dozen). Out: those that say it. */
export const payOfListings = (ids: readonly string[]): ReadonlyMap<string, number> => {
  const rows = rawReader()
    .prepare(
      `SELECT listingId, payMaxFen FROM ListingIndex
       WHERE listingId IN (SELECT value FROM json_each(?)) AND payMaxFen IS NOT NULL`,
    )
    .all(JSON.stringify(ids)) as { listingId: string; payMaxFen: number }[];
  return new Map(rows.map(({ listingId, payMaxFen }) => [listingId, payMaxFen]));
};
