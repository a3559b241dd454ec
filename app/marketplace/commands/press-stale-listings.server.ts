import { type Ctx, systemActor } from "~/platform/command";
import { read } from "~/platform/db/client.server";
import { inTransaction, type Tx } from "~/platform/db/gate.server";
import { newId } from "~/platform/id";
import { enqueue } from "~/platform/outbox/enqueue.server";
import { breathe } from "~/platform/time/breathe.server";
import { type Clock, civilDate } from "~/platform/time/clock";
import { freshnessMails } from "../freshness-mails.server";
import { carryOutMove } from "../listing-move.server";
import { loadListing } from "../listing-record.server";
import { type FreshnessStep, freshnessOn, nextStep, STALE_REASON } from "../rules/freshness";

const DAY = 86_400_000;
const AT_ONCE = 50;
const MOST_OF_A_LETTER = 100;

type Ask = Awaited<ReturnType<typeof read.freshnessAsk.findMany>>[number];

/** Those of a letter nobody answered in any way: still published, last confirmed when it was written. */
const unanswered = async (tx: Tx, askId: string) => {
  const asked = await tx.freshnessAskListing.findMany({ where: { askId }, take: MOST_OF_A_LETTER });
  const about = new Map(asked.map(({ listingId, about: at }) => [listingId, at.getTime()]));
  const listings = await tx.listing.findMany({
    where: { id: { in: [...about.keys()] } },
    orderBy: { id: "asc" },
    take: MOST_OF_A_LETTER,
    select: { id: true, title: true, state: true, confirmedAt: true, version: true },
  });
  return listings.filter(
    ({ id, state, confirmedAt }) => state === "published" && confirmedAt?.getTime() === about.get(id),
  );
};

const pauseAll = async (tx: Tx, ctx: Ctx, listings: Awaited<ReturnType<typeof unanswered>>) => {
  for (const { id, version } of listings) {
    const listing = await loadListing(tx, id);
    if (listing)
      await carryOutMove(tx, ctx, listing, { move: "pause", by: "clock", reason: STALE_REASON, version });
  }
};

const press = async (tx: Tx, ctx: Ctx, ask: Ask): Promise<number> => {
  const at = ctx.clock.now();
  const taken = await tx.freshnessAsk.findUnique({ where: { id: ask.id } });
  if (!taken || taken.step !== ask.step) return 0;
  const rules = freshnessOn(civilDate(taken.askedAt));
  const next = nextStep(ask.step as FreshnessStep, rules);
  const left = await unanswered(tx, ask.id);
  await tx.freshnessAskListing.deleteMany({
    where: { askId: ask.id, listingId: { notIn: left.map(({ id }) => id) } },
  });
  if (!next || left.length === 0) {
    await tx.freshnessAsk.update({ where: { id: ask.id }, data: { step: "paused" } });
    return 0;
  }
  if (next.step === "paused") await pauseAll(tx, ctx, left);
  const expiresAt = new Date(at.getTime() + rules.linkDays * DAY);
  await tx.freshnessAsk.update({
    where: { id: ask.id },
    data: { step: next.step, dueAt: new Date(at.getTime() + (next.dueInDays ?? 0) * DAY), expiresAt },
  });
  const mails = await freshnessMails(tx, {
    askId: ask.id,
    organizationId: ask.organizationId,
    step: next.step,
    titles: left.map(({ title }) => title),
    days: Math.floor((at.getTime() - taken.askedAt.getTime()) / DAY) + rules.askAfterDays,
    pauseInDays: next.dueInDays ?? 0,
    expiresAt,
  });
  await enqueue(tx, ctx, mails);
  return 1;
};

/**
 * Reminds owners once of a letter about freshness that nobody answered, then takes those listings out of sight with the
 * reason, and says so with a link that brings them back. Goes in: the clock. Comes out: how many letters went out, at most
 * 50 a turn, each in a transaction of its own. Letters whose links have run out are forgotten. House rules, dated.
 */
export const pressStaleListings = async (clock: Clock): Promise<number> => {
  const now = clock.now();
  const due = await read.freshnessAsk.findMany({
    where: { step: { in: ["asked", "reminded"] }, dueAt: { lte: now } },
    orderBy: { dueAt: "asc" },
    take: AT_ONCE,
  });
  let written = 0;
  for (const ask of due) {
    const ctx = { actor: systemActor("产教桥"), clock, requestId: newId() };
    written += await inTransaction((tx) => press(tx, ctx, ask));
    await breathe();
  }
  const over = await read.freshnessAsk.findMany({
    where: { step: "paused", dueAt: { lt: now }, expiresAt: { lt: now } },
    take: AT_ONCE,
    select: { id: true },
  });
  if (over.length === 0) return written;
  const ids = over.map(({ id }) => id);
  await inTransaction(async (tx) => {
    await tx.freshnessAskListing.deleteMany({ where: { askId: { in: ids } } });
    await tx.freshnessLink.deleteMany({ where: { askId: { in: ids } } });
    await tx.freshnessAsk.deleteMany({ where: { id: { in: ids } } });
  });
  return written;
};
