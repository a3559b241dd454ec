import type { Ctx } from "~/platform/command";
import { read } from "~/platform/db/client.server";
import { inTransaction, type Tx } from "~/platform/db/gate.server";
import { indexListing } from "../listing-index.server";
import { carryOutMove } from "../listing-move.server";
import { loadListing } from "../listing-record.server";
import { refreshMatchPlaces } from "../match-places.server";

const AT_ONCE = 100;

const pauseAll = async (ctx: Ctx, organizationId: string): Promise<number> => {
  let paused = 0;
  for (;;) {
    const open = await read.listing.findMany({
      where: { organizationId, state: "published" },
      take: AT_ONCE,
      select: { id: true },
    });
    if (open.length === 0) return paused;
    for (const { id } of open) {
      await inTransaction(async (tx) => {
        const listing = await loadListing(tx, id);
        if (listing?.state !== "published") return;
        const { version } = listing.row;
        await carryOutMove(tx, ctx, listing, { move: "pause", by: "clock", reason: "blocked", version });
      });
      paused += 1;
    }
  }
};

/** The columns by which enquiries name an organization. */
const ENQUIRY_SIDES = ["fromOrganizationId", "toOrganizationId", "batonId", "waiterId", "termsById"] as const;

const passEnquiries = async (tx: Tx, from: string, into: string): Promise<void> => {
  for (const side of ENQUIRY_SIDES) {
    await tx.enquiry.updateMany({ where: { [side]: from }, data: { [side]: into } });
  }
  await tx.$executeRaw`UPDATE EnquiryMessage SET organizationId = ${into} WHERE organizationId = ${from}
    AND enquiryId IN (SELECT id FROM Enquiry WHERE fromOrganizationId = ${into} OR toOrganizationId = ${into})`;
};

const passRecord = async (tx: Tx, from: string, into: string): Promise<void> => {
  const [old, kept] = await Promise.all([
    tx.replyRecord.findUnique({ where: { organizationId: from } }),
    tx.replyRecord.findUnique({ where: { organizationId: into } }),
  ]);
  if (!old) return;
  await tx.replyRecord.delete({ where: { organizationId: from } });
  const sum = {
    due: old.due + (kept?.due ?? 0),
    answered: old.answered + (kept?.answered ?? 0),
    hours: old.hours + (kept?.hours ?? 0),
    silentInRow: kept?.silentInRow ?? old.silentInRow,
  };
  await tx.replyRecord.upsert({
    where: { organizationId: into },
    create: { organizationId: into, ...sum },
    update: sum,
  });
};

const passAll = async (from: string, into: string): Promise<number> =>
  inTransaction(async (tx) => {
    const listings = await tx.listing.findMany({ where: { organizationId: from }, select: { id: true } });
    await tx.listing.updateMany({ where: { organizationId: from }, data: { organizationId: into } });
    await tx.$executeRaw`UPDATE OR IGNORE ListingReference SET organizationId = ${into} WHERE organizationId = ${from}`;
    await passEnquiries(tx, from, into);
    await passRecord(tx, from, into);
    for (const { id } of listings) await indexListing(tx, id);
    return listings.length;
  });

/**
 * Follows an organization's standing: what a blocked one has open is paused, what a merged one had passes to the survivor —
 * listings, references, enquiries with their turn, the reply record. Goes in: which happened. Comes out: how many listings
 * were touched. Doing it again does nothing. House rule.
 */
export const followStanding = async (
  ctx: Ctx,
  change: { blocked: string } | { merged: string; into: string },
  today: string,
): Promise<number> => {
  const touched =
    "blocked" in change ? await pauseAll(ctx, change.blocked) : await passAll(change.merged, change.into);
  for (const id of "blocked" in change ? [change.blocked] : [change.merged, change.into]) {
    await inTransaction((tx) => refreshMatchPlaces(tx, id, today));
  }
  return touched;
};
