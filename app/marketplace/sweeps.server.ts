import type { Sweep } from "~/platform/outbox/worker.server";
import { askStaleListings } from "./commands/ask-stale-listings.server";
import { closeOverdueListings } from "./commands/close-overdue-listings.server";
import { expireEnquiries } from "./commands/expire-enquiries.server";
import { followMatchPlaces } from "./commands/follow-match-places.server";
import { matchSearches } from "./commands/match-searches.server";
import { pressStaleListings } from "./commands/press-stale-listings.server";
import { printListingsOfBefore } from "./commands/print-listings.server";
import { rebuildMatchPlaces } from "./commands/rebuild-match-places.server";
import { remindEnquiries } from "./commands/remind-enquiries.server";
import { sendSearchMails } from "./commands/send-search-mails.server";
import { writeEmptySearches } from "./empty-searches.server";
import { warmFitBook } from "./queries/fit-book.server";

const SECOND = 1_000;
const MINUTE = 60 * SECOND;

/** What the marketplace looks after: turns that need a reminder or have run out, and what matching sees. */
export const marketplaceSweeps: readonly Sweep[] = [
  { name: "enquiries.expire", everyMs: MINUTE, run: async (clock) => void (await expireEnquiries(clock)) },
  {
    name: "listings.close",
    everyMs: 10 * MINUTE,
    run: async (clock) => void (await closeOverdueListings(clock)),
  },
  { name: "listings.ask", everyMs: 5 * MINUTE, run: async (clock) => void (await askStaleListings(clock)) },
  {
    name: "listings.press",
    everyMs: 10 * MINUTE,
    run: async (clock) => void (await pressStaleListings(clock)),
  },
  { name: "listings.print", everyMs: 5 * SECOND, run: async () => void (await printListingsOfBefore()) },
  {
    name: "demand.write",
    everyMs: 30 * SECOND,
    run: async (clock) => void (await writeEmptySearches(clock)),
  },
  { name: "searches.match", everyMs: 20 * SECOND, run: async (clock) => void (await matchSearches(clock)) },
  { name: "searches.send", everyMs: MINUTE, run: async (clock) => void (await sendSearchMails(clock)) },
  { name: "enquiries.remind", everyMs: MINUTE, run: async (clock) => void (await remindEnquiries(clock)) },
  {
    name: "matches.follow",
    everyMs: 2 * SECOND,
    run: async (clock) => void (await followMatchPlaces(clock)),
  },
  {
    name: "matches.rebuild",
    everyMs: 30 * MINUTE,
    run: async (clock) => void (await rebuildMatchPlaces(clock, { onceADay: true })),
  },
  { name: "matches.warm", everyMs: MINUTE, run: warmFitBook },
];
