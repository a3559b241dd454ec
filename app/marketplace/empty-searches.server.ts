import { createHmac, randomBytes } from "node:crypto";
import { catalogue } from "~/catalogues/queries/catalogue.server";
import { searchMajors } from "~/catalogues/queries/search-catalogue.server";
import { inTransaction } from "~/platform/db/gate.server";
import { type Clock, civilDate } from "~/platform/time/clock";
import { addDemand } from "./keep-demand.server";
import { majorsFor } from "./queries/fit-book.server";
import type { SearchResult } from "./queries/search-listings.server";
import { type DemandCell, searchCell } from "./rules/demand";
import type { SearchQuery } from "./rules/search-query";

/** Who asks, as far as a request tells it: used to count one visitor's wish once a day, never stored. */
type Visitor = { ip: string; userAgent: string };

/** Beyond so many different wishes of one day nothing more is remembered: a flood must not fill the memory. */
const MOST_SEEN = 100_000;

type Kept = {
  day: string;
  /** Thrown away with the day: what was hashed with it can never be recognised again. */
  salt: Buffer;
  seen: Set<string>;
  waiting: Map<string, DemandCell & { times: number; day: string }>;
};

const fresh = (day: string): Kept => ({ day, salt: randomBytes(32), seen: new Set(), waiting: new Map() });
const held = globalThis as typeof globalThis & { bridgeEmptySearches?: Kept };

const keptOn = (day: string): Kept => {
  const kept = held.bridgeEmptySearches;
  if (kept?.day === day) return kept;
  const next = { ...fresh(day), waiting: kept?.waiting ?? new Map() };
  held.bridgeEmptySearches = next;
  return next;
};

/**
 * An empty search as codes: its words only where they name a major of the catalogue, its occupation by the major that
 * prepares for it best. In: the search and what was resolved of it. Out: a cell, or null where nothing could be coded.
 */
export const codedSearch = async (
  search: SearchQuery,
  found: Pick<SearchResult, "major" | "occupation" | "region" | "place">,
): Promise<DemandCell | null> => {
  const snapshot = await catalogue();
  const familyOf = (code: string | undefined) => (code ? (snapshot.majors.get(code)?.family ?? null) : null);
  const asked = search.family && search.family.length > 2 ? search.family : null;
  const trained = found.occupation ? (await majorsFor(snapshot, found.occupation.code))[0]?.code : undefined;
  const worded =
    search.q && !asked && !found.major
      ? (await searchMajors({ text: search.q, limit: 1 }))[0]?.code
      : undefined;
  return searchCell({
    regionCode: found.region?.code ?? found.place?.code ?? null,
    family: asked ?? familyOf(found.major?.code) ?? familyOf(trained) ?? familyOf(worded),
    kinds: search.kind,
  });
};

/**
 * Remembers that a search found nothing, once a day for one visitor and wish. In: the visitor, the cell, the time. Written
 * later, together with others, so that looking costs no writing. Out: whether it counted.
 */
export const noteEmptySearch = (visitor: Visitor, cell: DemandCell, now: Date): boolean => {
  const day = civilDate(now);
  const kept = keptOn(day);
  const name = JSON.stringify(cell);
  const who = createHmac("sha256", kept.salt)
    .update(`${visitor.ip}\n${visitor.userAgent}\n${name}`)
    .digest("base64url");
  if (kept.seen.has(who) || kept.seen.size >= MOST_SEEN) return false;
  kept.seen.add(who);
  const key = `${day} ${name}`;
  const known = kept.waiting.get(key);
  kept.waiting.set(key, { ...cell, day, times: (known?.times ?? 0) + 1 });
  return true;
};

/** Writes what was remembered. In: the clock. Out: how many cells. Nothing is lost when the writing fails. */
export const writeEmptySearches = async (clock: Clock): Promise<number> => {
  const kept = keptOn(civilDate(clock.now()));
  const cells = [...kept.waiting];
  if (cells.length === 0) return 0;
  await inTransaction(async (tx) => {
    for (const [, { day, ...cell }] of cells) await addDemand(tx, day, [cell]);
  });
  for (const [key, { times }] of cells) {
    const since = kept.waiting.get(key);
    if (!since || since.times <= times) kept.waiting.delete(key);
    else kept.waiting.set(key, { ...since, times: since.times - times });
  }
  return cells.length;
};
