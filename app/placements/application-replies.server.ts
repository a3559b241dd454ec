import { carryOutMove } from "~/marketplace/listing-move.server";
import { loadListing } from "~/marketplace/listing-record.server";
import { afterAnswer, afterListingSilence, afterSilence, NO_REPLIES } from "~/marketplace/rules/reply-record";
import type { Ctx } from "~/platform/command";
import type { Tx } from "~/platform/db/gate.server";
import { enqueue } from "~/platform/outbox/enqueue.server";
import { mailsToOrganization } from "./application-mails.server";
import type { ApplicationRow } from "./application-record.server";

const saveCounts = async (tx: Tx, organizationId: string, counts: typeof NO_REPLIES): Promise<void> => {
  const { due, answered, hours, silentInRow } = counts;
  const data = { due, answered, hours, silentInRow };
  await tx.replyRecord.upsert({
    where: { organizationId },
    create: { organizationId, ...data },
    update: data,
  });
};

/**
 * Counts the host's first answer to an application in its public reply record, as with enquiries, and clears the silences
 * of the listing. Comes out: the column that remembers it; nothing when it had answered before. House rule.
 */
export const countHostAnswer = async (
  tx: Tx,
  row: ApplicationRow,
  at: Date,
): Promise<{ answeredAt?: Date }> => {
  await tx.listing.updateMany({
    where: { id: row.listingId, silentExpiries: { gt: 0 } },
    data: { silentExpiries: 0 },
  });
  if (row.answeredAt) return {};
  const counts = (await tx.replyRecord.findUnique({ where: { organizationId: row.hostId } })) ?? NO_REPLIES;
  await saveCounts(tx, row.hostId, afterAnswer(counts, row.sharedAt ?? row.createdAt, at));
  return { answeredAt: at };
};

/**
 * Counts a host's silence, and after the third in a row takes the listing out of sight, telling its owner why and how to
 * bring it back. House rule (product: lifecycles).
 */
export const countHostSilence = async (tx: Tx, ctx: Ctx, row: ApplicationRow): Promise<void> => {
  const counts = (await tx.replyRecord.findUnique({ where: { organizationId: row.hostId } })) ?? NO_REPLIES;
  await saveCounts(tx, row.hostId, afterSilence(counts));
  const listing = await loadListing(tx, row.listingId);
  if (listing?.state !== "published") return;
  const { silentExpiries, pause } = afterListingSilence(listing.row.silentExpiries);
  await tx.listing.update({ where: { id: row.listingId }, data: { silentExpiries } });
  if (!pause) return;
  await carryOutMove(tx, ctx, listing, {
    move: "pause",
    by: "clock",
    reason: "silence",
    version: listing.row.version,
  });
  await enqueue(
    tx,
    ctx,
    await mailsToOrganization(tx, row.hostId, {
      kind: "paused",
      key: `${row.listingId}:${listing.row.version}`,
      values: { title: row.title, times: silentExpiries },
      link: `/listings/${row.listingId}`,
    }),
  );
};
