import {
  type Partnership,
  partnershipCounts,
  partnershipsIn,
  partnershipTotals,
} from "~/agreements/queries/partnerships.sqlite.server";
import type { HealthState } from "~/agreements/rules/health";
import { type Catalogue, catalogue } from "~/catalogues/queries/catalogue.server";
import { regionRange } from "~/catalogues/rules/regions";
import { read } from "~/platform/db/client.server";
import { liesWithin } from "../policy";
import { levelBelow } from "../rules/map-query";

const PAGE = 20;
const EXPORTED = 2_000;

/** What an authority is told: while the parties still have their 21 days, a suspicion is only something to watch. */
export const SHOWN_HEALTH = ["hollow", "watch", "sound", "young"] as const;
export type ShownHealth = (typeof SHOWN_HEALTH)[number];

/** A state of health as it is told: a suspicion is "watch" while the parties have their days to mend. */
export const shownAs = (state: HealthState): ShownHealth => (state === "at_risk" ? "watch" : state);

const statesOf = (health: ShownHealth | null): HealthState[] =>
  health === "watch"
    ? ["watch", "at_risk"]
    : health
      ? [health]
      : ["hollow", "at_risk", "watch", "sound", "young"];

export type PartnershipFilter = {
  health: ShownHealth | null;
  /** a place below the authority's region; null for all of it */
  region: string | null;
  view: "list" | "map";
  after: { score: number; id: string } | null;
};

/** What an address asks: one state of health or all, one place or all, list or map, and the row after which to go on. */
export const partnershipFilter = (params: URLSearchParams): PartnershipFilter => {
  const [score, id] = (params.get("after") ?? "").split("~");
  return {
    health: SHOWN_HEALTH.find((one) => one === params.get("health")) ?? null,
    region: /^\d{6}$/.test(params.get("region") ?? "") ? params.get("region") : null,
    view: params.get("view") === "map" ? "map" : "list",
    after: id && /^\d{1,3}$/.test(score ?? "") ? { score: Number(score), id } : null,
  };
};

const SILENT_BOTH = ["signed_and_silent", "silence"];

/** Who does not move: one side by name, "both", or nobody. */
const silentSide = (partnership: Partnership): { name: string } | "both" | null => {
  const named = partnership.reasons.find(({ id }) => id === "one_sided")?.values.organizationId;
  const party = partnership.parties.find(({ id }) => id === named);
  if (party) return { name: party.name };
  return partnership.reasons.some(({ id }) => SILENT_BOTH.includes(id)) ? "both" : null;
};

const itemOf = (partnership: Partnership) => ({
  ...partnership,
  health: shownAs(partnership.health),
  silent: silentSide(partnership),
  down: partnership.reasons.filter(({ points }) => points < 0).slice(0, 4),
});

export type PartnershipItem = ReturnType<typeof itemOf>;

/** Rows of the code table that only fill a level. */
const FILLERS = new Set(["市辖区", "县", "省直辖县级行政区划", "自治区直辖县级行政区划"]);

/** A place's own name and point, for the tiles of the map. */
const placeOf = (regions: Catalogue["regions"], part: string) => {
  const code = part.padEnd(6, "0");
  const known = regions.get(code);
  return { code, name: known?.name ?? code, point: known?.point ?? null };
};

/** The range of what is asked: the place where it lies in the authority's region, the whole region otherwise. */
const askedRange = (regionCode: string, region: string | null) =>
  regionRange(region !== null && liesWithin(regionCode, region) ? region : regionCode);

const tally = (rows: readonly { health: HealthState; count: number }[]): Record<ShownHealth, number> => {
  const counts: Record<ShownHealth, number> = { hollow: 0, watch: 0, sound: 0, young: 0 };
  for (const { health, count } of rows) counts[shownAs(health)] += count;
  return counts;
};

/**
 * The running partnerships of an authority's region: totals, one row a place below it, and a page of them from the weakest.
 * Goes in: the authority, what the address asks. Comes out: at most twenty partnerships and the key to go on.
 */
export const partnershipsPage = async (authorityId: string, filter: PartnershipFilter) => {
  const { regionCode } = await read.organization.findUniqueOrThrow({
    where: { id: authorityId },
    select: { regionCode: true },
  });
  const { regions } = await catalogue();
  const region = regionRange(regionCode);
  const county = !regionCode.endsWith("00");
  const { digits } = county ? { digits: 6 as const } : levelBelow(regionCode);
  const found = partnershipsIn({
    region: askedRange(regionCode, filter.region),
    states: statesOf(filter.health),
    after: filter.after,
    take: PAGE + 1,
  });
  const below = [...regions.values()].filter(
    ({ parentCode, name }) => parentCode === regionCode && !FILLERS.has(name),
  );
  const parts = new Map<string, { health: HealthState; count: number }[]>(
    below.map(({ code }) => [code.slice(0, digits), []]),
  );
  for (const { part, ...row } of partnershipCounts(region, digits)) {
    parts.set(part, [...(parts.get(part) ?? []), row]);
  }
  const last = found.slice(0, PAGE).at(-1);
  return {
    place: regions.get(regionCode)?.name ?? regionCode,
    within:
      filter.region !== null && liesWithin(regionCode, filter.region)
        ? (regions.get(filter.region)?.name ?? filter.region)
        : null,
    totals: tally(partnershipTotals(askedRange(regionCode, filter.region))),
    places: [...parts]
      .map(([part, rows]) => ({ ...placeOf(regions, part), ...tally(rows) }))
      .sort((a, b) => b.hollow - a.hollow || b.watch - a.watch || a.code.localeCompare(b.code)),
    items: found.slice(0, PAGE).map(itemOf),
    next: found.length > PAGE && last ? `${last.score}~${last.id}` : null,
  };
};

/** The same partnerships for a sheet, at most 2,000. */
export const partnershipsForSheet = async (
  authorityId: string,
  filter: PartnershipFilter,
): Promise<PartnershipItem[]> => {
  const { regionCode } = await read.organization.findUniqueOrThrow({
    where: { id: authorityId },
    select: { regionCode: true },
  });
  return partnershipsIn({
    region: askedRange(regionCode, filter.region),
    states: statesOf(filter.health),
    after: null,
    take: EXPORTED,
  }).map(itemOf);
};
