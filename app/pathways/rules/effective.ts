import { liesIn, regionPrefix } from "~/catalogues/rules/regions";
import { type FactValueText, readFact } from "./fact-values";
import type { Fact, FactKey, Facts, RuleSet, TransferPack } from "./pack";
import { TRANSFER_PACKS } from "./packs/all";

/** A change of one fact by the authority of a region, as it is stored. */
export type StoredChange = {
  regionCode: string;
  fact: string;
  value: FactValueText;
  validFrom: string;
  document: string;
  createdAt: string;
};

/** The pack in force for a region on a civil date: the narrowest region, then the latest; the general one otherwise. */
export const packFor = (region: string, on: string): TransferPack => {
  const fitting = TRANSFER_PACKS.filter(
    (pack) => pack.validFrom <= on && (pack.region === null || region.startsWith(pack.region)),
  );
  const ordered = [...fitting].sort(
    (a, b) => (b.region ?? "").length - (a.region ?? "").length || b.validFrom.localeCompare(a.validFrom),
  );
  const found = ordered[0];
  if (!found) throw new Error(`no transfer rules on ${on}`);
  return found;
};

/** Of two changes of one fact the narrower region counts, then the later day, then the later entry. */
const byStrength = (a: StoredChange, b: StoredChange): number =>
  regionPrefix(a.regionCode).length - regionPrefix(b.regionCode).length ||
  a.validFrom.localeCompare(b.validFrom) ||
  a.createdAt.localeCompare(b.createdAt);

/**
 * What holds for a region on a civil date. Goes in: the region's code, the date, and the changes authorities stored (of any
 * region and date). Comes out: the pack with every change that reaches this region by this day laid over it, each fact with
 * its source. A change whose value cannot be read is left out. House rule: a city may narrow what a province states.
 */
export const rulesFor = (region: string, on: string, changes: readonly StoredChange[]): RuleSet => {
  const pack = packFor(region, on);
  const facts: { [K in FactKey]: Fact<K> } = { ...pack.facts };
  const reaching = changes
    .filter((change) => change.validFrom <= on && liesIn(change.regionCode, region))
    .sort(byStrength);
  for (const change of reaching) {
    const read = readFact(change.fact, change.value);
    if (!read) continue;
    const source = {
      document: { zh: change.document, en: change.document },
      article: null,
      verified: false,
      changedFrom: change.validFrom,
    };
    Object.assign(facts, { [read.key]: { value: read.value, source } });
  }
  return { packId: pack.id, title: pack.title, facts: facts as Facts };
};
