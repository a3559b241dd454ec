import { emailOf } from "~/identity/mails.server";
import { type Ctx, systemActor } from "~/platform/command";
import { read } from "~/platform/db/client.server";
import { inTransaction, type Tx } from "~/platform/db/gate.server";
import { newId } from "~/platform/id";
import { enqueue } from "~/platform/outbox/enqueue.server";
import { breathe } from "~/platform/time/breathe.server";
import type { Clock } from "~/platform/time/clock";
import { MOST_TOLD, nextSend, PACES, type Pace } from "../rules/saved-search";
import { searchMail } from "../search-mail.server";

const AT_ONCE = 200;
/** A find is remembered for this long, so that nobody is told of it again. House rule. */
const REMEMBERED_MS = 400 * 86_400_000;
const FORGOTTEN_AT_ONCE = 1_000;

const sendOne = async (tx: Tx, ctx: Ctx, id: string): Promise<number> => {
  const now = ctx.clock.now();
  const search = await tx.savedSearch.findUnique({ where: { id } });
  if (!search || search.state !== "active" || search.nextAt > now) return 0;
  const nextAt = nextSend(search.pace as Pace, now);
  const hits = await tx.searchHit.findMany({
    where: { searchId: id, toldAt: null },
    orderBy: { foundAt: "asc" },
    take: MOST_TOLD,
    select: { listingId: true },
  });
  const listings = await tx.listingIndex.findMany({
    where: { listingId: { in: hits.map(({ listingId }) => listingId) } },
    orderBy: { id: "desc" },
    take: MOST_TOLD,
    select: { listingId: true, title: true, organizationId: true, regionCode: true },
  });
  const person = await tx.person.findUnique({ where: { id: search.personId } });
  await tx.searchHit.updateMany({ where: { searchId: id, toldAt: null }, data: { toldAt: now } });
  const tells = listings.length > 0 && person !== null;
  await tx.savedSearch.update({
    where: { id },
    data: { waiting: 0, nextAt, ...(tells ? { sentAt: now } : {}) },
  });
  if (!tells) return 0;
  const owners = await tx.organization.findMany({
    where: { id: { in: listings.map(({ organizationId }) => organizationId) } },
    select: { id: true, shortName: true },
    take: MOST_TOLD,
  });
  const nameOf = new Map(owners.map((owner) => [owner.id, owner.shortName]));
  const told = listings.map((one) => ({ ...one, organization: nameOf.get(one.organizationId) ?? "" }));
  const to = { email: emailOf(person), language: person.language };
  await enqueue(tx, ctx, [await searchMail(search, told, to, now)]);
  return 1;
};

/**
 * Tells people what their saved searches have found since the last mail, when its hour has come. Goes in: the clock. Comes
 * out: how many mails, at most 200 searches a turn, each in a transaction of its own with the marks that keep a listing
 * from being told twice. What is no longer published is left out. Searches that found nothing wait for their next hour.
 */
export const sendSearchMails = async (clock: Clock): Promise<number> => {
  const now = clock.now();
  const idle = { state: "active", nextAt: { lte: now }, waiting: 0 };
  if (await read.savedSearch.findFirst({ where: idle, select: { id: true } })) {
    await inTransaction(async (tx) => {
      for (const pace of PACES)
        await tx.savedSearch.updateMany({ where: { ...idle, pace }, data: { nextAt: nextSend(pace, now) } });
    });
  }
  const due = await read.savedSearch.findMany({
    where: { state: "active", nextAt: { lte: now } },
    orderBy: { nextAt: "asc" },
    take: AT_ONCE,
    select: { id: true },
  });
  let sent = 0;
  for (const { id } of due) {
    const ctx = { actor: systemActor("产教桥"), clock, requestId: newId() };
    sent += await inTransaction((tx) => sendOne(tx, ctx, id));
    await breathe();
  }
  const old = await read.searchHit.findMany({
    where: { foundAt: { lt: new Date(now.getTime() - REMEMBERED_MS) } },
    orderBy: { foundAt: "asc" },
    take: FORGOTTEN_AT_ONCE,
    select: { searchId: true, listingId: true },
  });
  if (old.length > 0) {
    const last = new Date(now.getTime() - REMEMBERED_MS);
    await inTransaction((tx) =>
      tx.searchHit.deleteMany({
        where: { foundAt: { lt: last }, searchId: { in: [...new Set(old.map((hit) => hit.searchId))] } },
      }),
    );
  }
  return sent;
};
