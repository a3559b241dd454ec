import { read } from "~/platform/db/client.server";
import { inTransaction, type Tx } from "~/platform/db/gate.server";
import { breathe, breather } from "~/platform/time/breathe.server";
import { type Clock, civilDate } from "~/platform/time/clock";
import { compileSearch } from "../compile-search.server";
import { publishedDocuments } from "../listing-index.server";
import { MOST_TOLD } from "../rules/saved-search";
import { indexedParts, keysOfListing, type TestedListing } from "../rules/search-test";
import {
  type ActiveSearch,
  activeSearches,
  newestListing,
  newListings,
} from "../saved-searches.sqlite.server";

const READER = "saved-searches";
/** New listings of one turn, searches read at once, hits of one transaction. */
const LISTINGS_AT_ONCE = 1_000;
const DOCUMENTS_AT_ONCE = 100;
const SEARCHES_AT_ONCE = 2_000;
const HITS_AT_ONCE = 2_000;

type Tested = { listingId: string; listing: TestedListing; keys: ReadonlySet<string> };
type Hit = [searchId: string, listingId: string];

const testedOf = async (ids: readonly string[]): Promise<Tested[]> => {
  const tested: Tested[] = [];
  for (let from = 0; from < ids.length; from += DOCUMENTS_AT_ONCE) {
    for (const document of await publishedDocuments(ids.slice(from, from + DOCUMENTS_AT_ONCE))) {
      const { row, families, titleWords, bodyWords } = document;
      const words = new Set(`${titleWords} ${bodyWords}`.split(" ").flatMap(indexedParts));
      const listing = { ...row, families, words };
      tested.push({ listingId: row.listingId, listing, keys: new Set(keysOfListing(listing)) });
    }
    await breathe();
  }
  return tested;
};

/** Listings by each key a search may wait under: turned round, so that a search meets only those it could find. */
const byKey = (tested: readonly Tested[]): Map<string, Tested[]> => {
  const found = new Map<string, Tested[]>();
  for (const one of tested) {
    for (const key of one.keys) {
      const held = found.get(key);
      if (held) held.push(one);
      else found.set(key, [one]);
    }
  }
  return found;
};

const hitsOf = async (
  search: ActiveSearch,
  listings: ReadonlyMap<string, Tested[]>,
  today: string,
): Promise<Hit[]> => {
  const room = MOST_TOLD - search.waiting;
  if (room <= 0) return [];
  const { keys, test } = await compileSearch(search.query, today);
  const hits = new Set<string>();
  for (const key of keys) {
    for (const { listingId, listing } of listings.get(key) ?? []) {
      if (hits.size >= room) break;
      if (!hits.has(listingId) && test(listing)) hits.add(listingId);
    }
  }
  return [...hits].map((listingId) => [search.id, listingId]);
};

const writeHits = async (hits: readonly Hit[], at: Date): Promise<void> => {
  const foundAt = at.toISOString().replace("Z", "+00:00");
  for (let from = 0; from < hits.length; from += HITS_AT_ONCE) {
    const some = hits.slice(from, from + HITS_AT_ONCE);
    const searches = JSON.stringify([...new Set(some.map(([id]) => id))]);
    await inTransaction(async (tx) => {
      await tx.$executeRaw`INSERT OR IGNORE INTO SearchHit (searchId, listingId, foundAt)
        SELECT value ->> 0, value ->> 1, ${foundAt} FROM json_each(${JSON.stringify(some)})`;
      await tx.$executeRaw`UPDATE SavedSearch
        SET waiting = (SELECT COUNT(*) FROM SearchHit h WHERE h.searchId = SavedSearch.id AND h.toldAt IS NULL)
        WHERE id IN (SELECT value FROM json_each(${searches}))`;
    });
    await breathe();
  }
};

const remember = (tx: Tx, at: Date, reached: number) =>
  tx.eventCursor.upsert({
    where: { name: READER },
    create: { name: READER, at, eventId: String(reached) },
    update: { at, eventId: String(reached) },
  });

/**
 * Asks every active saved search of the listings published since the last time. Goes in: the clock. Comes out: how many
 * listings were looked at (at most 1,000 a turn) and how many hits are new. A listing is a search's hit once, whatever
 * happens to it later; a search that has thirty untold hits takes no more until it has told them. The first time of all
 * it only notes where it stands. Pages go first between its parts. House rule.
 */
export const matchSearches = async (clock: Clock): Promise<{ listings: number; hits: number }> => {
  const at = clock.now();
  const today = civilDate(at);
  const cursor = await read.eventCursor.findUnique({ where: { name: READER } });
  if (!cursor) {
    await inTransaction((tx) => remember(tx, at, newestListing()));
    return { listings: 0, hits: 0 };
  }
  const fresh = newListings(Number(cursor.eventId), LISTINGS_AT_ONCE);
  const last = fresh.at(-1);
  if (!last) return { listings: 0, hits: 0 };
  const listings = byKey(await testedOf(fresh.map(({ listingId }) => listingId)));
  const pause = breather();
  let hits = 0;
  let from = "";
  for (;;) {
    const searches = activeSearches(from, SEARCHES_AT_ONCE);
    const found: Hit[] = [];
    for (const search of searches) {
      found.push(...(await hitsOf(search, listings, today)));
      await pause();
    }
    await writeHits(found, at);
    hits += found.length;
    from = searches.at(-1)?.id ?? "";
    if (searches.length < SEARCHES_AT_ONCE) break;
  }
  await inTransaction((tx) => remember(tx, at, last.id));
  return { listings: fresh.length, hits };
};
