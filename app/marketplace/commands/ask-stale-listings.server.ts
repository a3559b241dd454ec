import { systemActor } from "~/platform/command";
import { inTransaction } from "~/platform/db/gate.server";
import { newId } from "~/platform/id";
import { enqueue } from "~/platform/outbox/enqueue.server";
import { breathe } from "~/platform/time/breathe.server";
import { type Clock, civilDate } from "~/platform/time/clock";
import { freshnessMails } from "../freshness-mails.server";
import { freshnessOn } from "../rules/freshness";
import { staleListings } from "../stale-listings.sqlite.server";

const DAY = 86_400_000;
/** Listings looked at in one turn, and listings of one letter. */
const AT_ONCE = 200;
const MOST_OF_A_LETTER = 100;

/**
 * Asks owners whether listings nobody confirmed for long still stand: one letter for all of an organization's, at most one
 * a day, each with a one-tap link. Goes in: the clock. Comes out: how many letters. Running it again asks nobody twice.
 * House rules, dated: `rules/freshness.ts`.
 */
export const askStaleListings = async (clock: Clock): Promise<number> => {
  const at = clock.now();
  const rules = freshnessOn(civilDate(at));
  const before = new Date(at.getTime() - rules.askAfterDays * DAY);
  const stale = staleListings(before, new Date(at.getTime() - DAY), AT_ONCE);
  const byOwner = new Map<string, string[]>();
  for (const { id, organizationId } of stale)
    byOwner.set(organizationId, [...(byOwner.get(organizationId) ?? []), id]);
  for (const [organizationId, owned] of byOwner) {
    const ctx = { actor: systemActor("产教桥"), clock, requestId: newId() };
    await inTransaction(async (tx) => {
      const ids = owned.slice(0, MOST_OF_A_LETTER);
      // By id alone: with the state beside it the database walks every published listing instead.
      const found = await tx.listing.findMany({
        where: { id: { in: ids } },
        orderBy: { id: "asc" },
        take: MOST_OF_A_LETTER,
        select: { id: true, title: true, state: true, confirmedAt: true },
      });
      const listings = found.filter(
        ({ state, confirmedAt }) => state === "published" && confirmedAt !== null && confirmedAt < before,
      );
      if (listings.length === 0) return;
      const askId = newId(at.getTime());
      const expiresAt = new Date(at.getTime() + rules.linkDays * DAY);
      const dueAt = new Date(at.getTime() + rules.remindAfterDays * DAY);
      await tx.freshnessAsk.create({
        data: { id: askId, organizationId, step: "asked", askedAt: at, dueAt, expiresAt },
      });
      await tx.freshnessAskListing.createMany({
        data: listings.map(({ id, confirmedAt }) => ({ listingId: id, askId, about: confirmedAt ?? at })),
      });
      const mails = await freshnessMails(tx, {
        askId,
        organizationId,
        step: "asked",
        titles: listings.map(({ title }) => title),
        days: rules.askAfterDays,
        pauseInDays: rules.remindAfterDays + rules.pauseAfterDays,
        expiresAt,
      });
      await enqueue(tx, ctx, mails);
    });
    await breathe();
  }
  return byOwner.size;
};
