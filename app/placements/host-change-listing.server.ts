import { loadListing } from "~/marketplace/listing-record.server";
import type { ReadClient } from "~/platform/db/client.server";
import type { Tx } from "~/platform/db/gate.server";
import { continuedTerms } from "./rules/host-change";
import type { PlacementTerms } from "./terms";
import { termsOfListing } from "./terms-of-listing.server";

export type ContinuedOffer = {
  listingId: string;
  hostId: string;
  hostName: string;
  terms: PlacementTerms;
  /** the days the listing itself names */
  offered: { from: string; to: string };
};

/**
 * A published place another host offers, as somebody already at work could go on with it. Goes in: the listing, the day of
 * the change, the placement's last day, its type and host, today. Comes out: the offer with its terms; null where it is
 * not open, full, of another type, of the same host, or over too early. Unlike an application it
 * may have begun, or be offered for later.
 */
export const listingToContinue = async (
  db: ReadClient | Tx,
  listingId: string,
  placement: { hostId: string; type: string; endsOn: string },
  startsOn: string,
  today: string,
): Promise<ContinuedOffer | null> => {
  const record = await loadListing(db as Tx, listingId);
  if (record?.state !== "published" || record.direction !== "offer" || record.kind !== placement.type)
    return null;
  const { row } = record;
  if (!row.startsOn || !row.endsOn || row.organizationId === placement.hostId) return null;
  if (row.openUntil && row.openUntil < today) return null;
  if (row.seats !== null && row.seatsTaken >= row.seats) return null;
  const client = db as ReadClient;
  const [host, post] = [
    await client.organization.findUniqueOrThrow({
      where: { id: row.organizationId },
      select: { name: true, industryCode: true },
    }),
    row.postId ? await client.post.findUnique({ where: { id: row.postId } }) : null,
  ];
  const terms = continuedTerms(termsOfListing(row, post, host.industryCode), startsOn, placement.endsOn);
  return (
    terms && {
      listingId: row.id,
      hostId: row.organizationId,
      hostName: host.name,
      terms,
      offered: { from: row.startsOn, to: row.endsOn },
    }
  );
};
