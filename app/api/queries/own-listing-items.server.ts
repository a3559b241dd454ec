import type { z } from "zod";
import { config } from "~/platform/config/config.server";
import { read } from "~/platform/db/client.server";
import type { mineQuery } from "../writing-schema";

/**
 * A page of an organization's own listings in every state, oldest first. Goes in: the organization and the query.
 * Comes out: the items with their owner's references, and the cursor of the next page or null.
 */
export const ownListingItems = async (
  organizationId: string,
  { reference, state, limit, cursor }: z.output<typeof mineQuery>,
) => {
  const named = reference
    ? await read.listingReference.findUnique({
        where: { organizationId_reference: { organizationId, reference } },
      })
    : null;
  if (reference && !named) return { items: [], nextCursor: null };
  const rows = await read.listing.findMany({
    where: {
      organizationId,
      ...(named ? { id: named.listingId } : cursor ? { id: { gt: cursor } } : {}),
      ...(state ? { state } : {}),
    },
    orderBy: { id: "asc" },
    take: limit + 1,
  });
  const shown = rows.slice(0, limit);
  const references = await read.listingReference.findMany({
    where: { listingId: { in: shown.map(({ id }) => id) } },
  });
  const referenceOf = new Map(references.map((one) => [one.listingId, one.reference]));
  return {
    items: shown.map((row) => ({
      id: row.id,
      url: `${config().baseUrl}/listings/${row.id}`,
      reference: referenceOf.get(row.id) ?? null,
      version: row.version,
      state: row.state,
      kind: row.kind,
      direction: row.direction,
      title: row.title,
      seats: row.seats,
      seatsTaken: row.seatsTaken,
      openUntil: row.openUntil,
      publishedAt: row.publishedAt?.toISOString() ?? null,
      updatedAt: row.updatedAt.toISOString(),
    })),
    nextCursor: rows.length > limit ? (shown.at(-1)?.id ?? null) : null,
  };
};
