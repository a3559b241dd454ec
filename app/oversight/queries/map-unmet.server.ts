import { codeRange } from "~/catalogues/rules/regions";
import { unmetByRegion } from "~/marketplace/queries/unmet-by-region.server";
import { DEMAND_DAYS, toldCount } from "~/marketplace/rules/demand";
import { addDays } from "~/platform/time/clock";
import { levelBelow } from "../rules/map-query";
import { suppress } from "../rules/suppression";

/** beside: not told although it is five or more, because it would give a smaller one away */
export type ToldUnmet =
  | { readonly under: true; readonly beside: boolean }
  | { readonly under: false; readonly count: number };

type Told = { parts: ReadonlyMap<string, ToldUnmet>; total: ToldUnmet };

/** The map knows two levels below the country: a city's page hangs below its province's. */
const parentOf = (region: string): string | null =>
  region.endsWith("0000") ? null : `${region.slice(0, 2)}0000`;

const silent = (count: number): ToldUnmet => ({ under: true, beside: count >= 5 });

/**
 * Unmet demand by the parts of a region as the public may see it. Goes in: the region (null for the country), the classes,
 * today. Comes out: each part and the total; counts below five are not told, nor what would give them away — on this page or
 * by opening the page of a part that is not told on the one above.
 */
export const toldUnmet = (
  region: string | null,
  family: { from: string; before: string } | null,
  today: string,
): Told => {
  const { prefix, digits } = levelBelow(region);
  const counts = unmetByRegion({
    region: codeRange(prefix),
    digits,
    family,
    from: addDays(today, -DEMAND_DAYS),
    to: today,
  });
  const sum = [...counts.values()].reduce((all, one) => all + one, 0);
  const above = region === null ? null : toldUnmet(parentOf(region), family, today);
  const concealed = above?.parts.get(prefix)?.under ?? false;
  const { hidden } = suppress(
    [...counts].map(([key, count]) => ({ key, counts: [count] })),
    { totalTold: !toldCount(sum).under },
  );
  const told = (key: string, count: number): ToldUnmet =>
    concealed || hidden.has(key) ? silent(count) : { under: false, count };
  return {
    parts: new Map([...counts].map(([key, count]) => [key, told(key, count)])),
    total: concealed || toldCount(sum).under ? silent(sum) : { under: false, count: sum },
  };
};
