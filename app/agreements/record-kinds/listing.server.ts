import { civilDate } from "~/platform/time/clock";
import type { CountedRecord, RecordKind } from "./kinds.server";

const OPEN = ["published", "full"];

const counted = (listing: {
  id: string;
  title: string;
  seats: number | null;
  publishedAt: Date | null;
}): CountedRecord | null =>
  listing.publishedAt
    ? {
        id: listing.id,
        title: listing.title,
        quantity: listing.seats ?? 1,
        happenedOn: civilDate(listing.publishedAt),
      }
    : null;

/** Published listings of one's own: each counts with its seats on the day it was published. */
export const LISTING_RECORDS: RecordKind = {
  kind: "listing",
  label: "agreements.recordKind.listing",
  choices: async (db, { organizationId }, limit) => {
    const rows = await db.listing.findMany({
      where: { organizationId, state: { in: OPEN }, seats: { gt: 0 } },
      select: { id: true, title: true, seats: true, publishedAt: true },
      orderBy: { publishedAt: "desc" },
      take: limit,
    });
    return rows.flatMap((row) => counted(row) ?? []);
  },
  count: async (db, { organizationId, recordId }) => {
    const listing = await db.listing.findUnique({
      where: { id: recordId },
      select: { id: true, organizationId: true, state: true, seats: true, title: true, publishedAt: true },
    });
    if (!listing || listing.organizationId !== organizationId) return null;
    const record = OPEN.includes(listing.state) ? counted(listing) : null;
    return record ? { counts: true, record } : { counts: false, key: "agreements.errors.listingState" };
  },
};
