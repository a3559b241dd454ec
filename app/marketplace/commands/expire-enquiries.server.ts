import { type Ctx, systemActor } from "~/platform/command";
import { read } from "~/platform/db/client.server";
import { inTransaction, type Tx } from "~/platform/db/gate.server";
import { record } from "~/platform/events/record.server";
import { newId } from "~/platform/id";
import { enqueue } from "~/platform/outbox/enqueue.server";
import { type Clock, civilDate } from "~/platform/time/clock";
import { enquiryMails } from "../enquiry-mails.server";
import { countSilence, type EnquiryRow, ended, saveEnquiry } from "../enquiry-thread.server";
import { carryOutMove } from "../listing-move.server";
import { loadListing } from "../listing-record.server";
import { type EnquiryState, moveOf } from "../rules/enquiry-lifecycle";
import { afterListingSilence } from "../rules/reply-record";

const AT_ONCE = 100;

/** Three silences in a row take a listing out of sight; its owner is told why and how to bring it back. */
const countListingSilence = async (tx: Tx, ctx: Ctx, enquiry: EnquiryRow): Promise<void> => {
  if (!enquiry.listingId) return;
  const listing = await tx.listing.findUnique({ where: { id: enquiry.listingId } });
  if (!listing || listing.organizationId !== enquiry.batonId || listing.state !== "published") return;
  const { silentExpiries, pause } = afterListingSilence(listing.silentExpiries);
  await tx.listing.update({ where: { id: listing.id }, data: { silentExpiries } });
  if (!pause) return;
  const kept = await loadListing(tx, listing.id);
  if (!kept) return;
  await carryOutMove(tx, ctx, kept, {
    move: "pause",
    by: "clock",
    reason: "silence",
    version: listing.version,
  });
  const mails = await enquiryMails(tx, {
    kind: "paused",
    key: `${listing.id}:${listing.version}`,
    toOrganizationId: listing.organizationId,
    values: { title: listing.title, times: silentExpiries },
    link: `/listings/${listing.id}`,
  });
  await enqueue(tx, ctx, mails);
};

const expireOne = async (tx: Tx, ctx: Ctx, id: string): Promise<number> => {
  const enquiry = await tx.enquiry.findUnique({ where: { id } });
  if (!enquiry?.batonId || !enquiry.waiterId) return 0;
  const { batonId, waiterId } = enquiry;
  const at = ctx.clock.now();
  const facts = { ...enquiry, state: enquiry.state as EnquiryState };
  if (!moveOf(facts, "expire", "clock", at, civilDate(at)).allowed) return 0;
  await saveEnquiry(tx, enquiry, ended("expired", at));
  await countSilence(tx, batonId);
  const names = await tx.organization.findMany({
    where: { id: { in: [batonId, waiterId] } },
    select: { id: true, name: true },
  });
  const nameOf = (organizationId: string) => names.find((one) => one.id === organizationId)?.name ?? "";
  const told = {
    subject: enquiry.subject,
    silent: nameOf(batonId),
    waiter: nameOf(waiterId),
    replyBy: enquiry.replyBy,
  };
  await record(tx, ctx, {
    subject: { type: "enquiry", id },
    name: "enquiry.expired",
    payload: { ...told, silentId: batonId },
    audience: [batonId, waiterId],
  });
  const letter = { key: id, values: told, link: `/enquiries/${id}` };
  await enqueue(tx, ctx, [
    ...(await enquiryMails(tx, { ...letter, kind: "expiredHolder", toOrganizationId: batonId })),
    ...(await enquiryMails(tx, { ...letter, kind: "expiredWaiter", toOrganizationId: waiterId })),
  ]);
  await countListingSilence(tx, ctx, enquiry);
  return 1;
};

/**
 * Ends the enquiries whose reply-by date has passed without an answer, releases whoever waited, counts the silence and
 * pauses a listing after its third in a row. Goes in: the clock. Comes out: how many ended, at most 100 at a time, each
 * in a transaction of its own. Running it again does nothing.
 */
export const expireEnquiries = async (clock: Clock): Promise<number> => {
  const late = await read.enquiry.findMany({
    where: { state: "open", replyBy: { lt: civilDate(clock.now()) } },
    orderBy: { replyBy: "asc" },
    take: AT_ONCE,
    select: { id: true },
  });
  let expired = 0;
  for (const { id } of late) {
    const ctx = { actor: systemActor("产教桥"), clock, requestId: newId() };
    expired += await inTransaction((tx) => expireOne(tx, ctx, id));
  }
  return expired;
};
