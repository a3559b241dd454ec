import { catalogue } from "~/catalogues/queries/catalogue.server";
import { categoryNames } from "~/catalogues/queries/category-names.server";
import { provinceTiles } from "~/catalogues/reference.server";
import { codeRange, regionAncestry } from "~/catalogues/rules/regions";
import { DEMAND_DAYS } from "~/marketplace/rules/demand";
import { levelBelow, type MapQuery, slotsPerHundredSeats } from "../rules/map-query";
import { ALL, type MapMeasure } from "../rules/map-shares";
import { mapSums } from "./map-cells.sqlite.server";
import { type ToldUnmet, toldUnmet } from "./map-unmet.server";

const SUPPLY: readonly MapMeasure[] = ["programmes", "seats"];
const DEMAND: readonly MapMeasure[] = ["slots", "needs", "bases", "tutors"];

export type MapRow = {
  code: string;
  name: string;
  programmes: number;
  seats: number;
  slots: number;
  needs: number;
  bases: number;
  tutors: number;
  /** slots for every hundred seats; null without seats */
  ratio: number | null;
  unmet: ToldUnmet | null;
  /** whether the map can look into it */
  opens: boolean;
};

type Counted = Omit<MapRow, "code" | "name" | "ratio" | "unmet" | "opens">;

const empty = (): Counted => ({ programmes: 0, seats: 0, slots: 0, needs: 0, bases: 0, tutors: 0 });

/** A category reads its classes ("06-" up to "06."), a class itself; null for all. */
const familyRange = (family: string) =>
  family === ALL ? null : codeRange(family.length === 2 ? `${family}-` : family);

/**
 * The resource map of a region: one row for each part below it, from maintained sums. Supply has no industry, so that only
 * demand narrows by it. Goes in: what the address asks and today's civil date. Comes out: rows with anything in them or
 * on the tile grid, their total, the way down to here and the choices of the filters. Unmet demand is of the last 90
 * days; counts below five are told as such, and what would give them away is not told.
 */
export const mapPage = async (query: MapQuery, today: string) => {
  const { regions, majors, industries } = await catalogue();
  const { level, prefix, digits } = levelBelow(query.region);
  const range = codeRange(prefix);
  const sums = [
    ...mapSums(digits, SUPPLY, query.family, ALL, range),
    ...mapSums(digits, DEMAND, query.family, query.industry, range),
  ];
  const unmet = toldUnmet(query.region, familyRange(query.family), today);
  const parts = new Map<string, Counted>();
  const at = (part: string): Counted => {
    const known = parts.get(part) ?? empty();
    parts.set(part, known);
    return known;
  };
  const tiles = query.region === null ? provinceTiles() : [];
  for (const tile of tiles) at(tile.code.slice(0, 2));
  for (const { measure, part, amount } of sums) at(part)[measure] += amount;
  for (const part of unmet.parts.keys()) at(part);
  const rows = [...parts].map(([part, counted]): MapRow => {
    const code = part.padEnd(6, "0");
    return {
      ...counted,
      code,
      name: regions.get(code)?.name ?? code,
      ratio: slotsPerHundredSeats(counted.slots, counted.seats),
      unmet: unmet.parts.get(part) ?? null,
      opens: level !== "county" && regions.has(code) && code !== query.region,
    };
  });
  rows.sort((a, b) => b.slots - a.slots || b.seats - a.seats || a.code.localeCompare(b.code));
  const total = rows.reduce((sum, row) => {
    for (const key of Object.keys(sum) as (keyof Counted)[]) sum[key] += row[key];
    return sum;
  }, empty());
  const classes = new Map([...majors.values()].map((major) => [major.family, major.className]));
  return {
    level,
    days: DEMAND_DAYS,
    rows,
    total: { ...total, ratio: slotsPerHundredSeats(total.slots, total.seats) },
    unmetTotal: unmet.total,
    trail: query.region
      ? regionAncestry(regions, query.region).map(({ code, name }) => ({ code, name }))
      : [],
    tiles: tiles.map(({ code, short, en, col, row }) => ({ code, short, en, col, row })),
    categories: await categoryNames(),
    familyName: classes.get(query.family) ?? null,
    industries: [...industries.values()]
      .filter(({ level: at, withdrawnIn }) => at === "section" && withdrawnIn === null)
      .map(({ code, name }) => ({ code, name })),
  };
};

export type MapPage = Awaited<ReturnType<typeof mapPage>>;
