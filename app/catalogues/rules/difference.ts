import type { CatalogueRecord } from "./check-rows";

export type KeptRecord = { record: CatalogueRecord; withdrawn: boolean };

export type Difference = {
  added: string[];
  changed: string[];
  /** Withdrawn before and published again. */
  returned: string[];
  withdrawn: string[];
};

const same = (left: CatalogueRecord, right: CatalogueRecord): boolean =>
  Object.keys(right).every((field) => left[field] === right[field]);

/**
 * What a file changes. Goes in: the records kept so far and those of the file, by key, and whether the file is the
 * complete catalogue. Comes out: the keys added, changed, returned and — from a complete file only — withdrawn.
 * House rule: a part of a catalogue never withdraws what it does not mention.
 */
export const difference = (
  kept: ReadonlyMap<string, KeptRecord>,
  incoming: ReadonlyMap<string, CatalogueRecord>,
  complete: boolean,
): Difference => {
  const found: Difference = { added: [], changed: [], returned: [], withdrawn: [] };
  for (const [key, record] of incoming) {
    const before = kept.get(key);
    if (!before) found.added.push(key);
    else if (before.withdrawn) found.returned.push(key);
    else if (!same(before.record, record)) found.changed.push(key);
  }
  if (complete) {
    for (const [key, { withdrawn }] of kept) if (!withdrawn && !incoming.has(key)) found.withdrawn.push(key);
  }
  return found;
};
