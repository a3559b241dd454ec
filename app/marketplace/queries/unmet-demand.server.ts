import { catalogue } from "~/catalogues/queries/catalogue.server";
import { regionName, regionRange } from "~/catalogues/rules/regions";
import { read } from "~/platform/db/client.server";
import { addDays } from "~/platform/time/clock";
import { DEMAND_DAYS, DEMAND_SOURCES, type DemandSource, toldCount } from "../rules/demand";

const MOST_CELLS = 500;

export type UnmetCell = {
  /** Six digits, "" where the place was not said. */
  regionCode: string;
  /** Class of majors "06-01", "*" where none was said. */
  family: string;
  /** Kind of listing, "*" where none or several were said. */
  kind: string;
  source: DemandSource;
  /** Reason of a decline, level or reason of an appetite, "" of a search. */
  reason: string;
  told: ReturnType<typeof toldCount>;
};

const within = (code: string): { gte: string; lt: string } => {
  const { from, before } = regionRange(code);
  return { gte: from, lt: before };
};

/**
 * Demand nobody met, by place, class of majors, kind, source and reason. In: a region (province, city or county; everything
 * below it counts) or null, a class of majors or null, and the civil dates from and to. Out: at most 500 cells, the
 * largest first; counts below five are told as "below five". Codes alone, no person. House rule.
 */
export const unmetDemand = async (asked: {
  region: string | null;
  family: string | null;
  from: string;
  to: string;
}): Promise<UnmetCell[]> => {
  const rows = await read.demandSignal.groupBy({
    by: ["regionCode", "family", "kind", "source", "reason"],
    where: {
      day: { gte: asked.from, lte: asked.to },
      ...(asked.region ? { regionCode: within(asked.region) } : {}),
      ...(asked.family ? { family: asked.family } : {}),
    },
    _sum: { count: true },
    orderBy: [{ _sum: { count: "desc" } }, { regionCode: "asc" }, { family: "asc" }, { kind: "asc" }],
    take: MOST_CELLS,
  });
  return rows.map(({ _sum, source, ...cell }) => ({
    ...cell,
    source: DEMAND_SOURCES.find((one) => one === source) ?? "search",
    told: toldCount(_sum.count ?? 0),
  }));
};

export type DemandNearby = {
  place: string;
  cells: { family: string; familyName: string | null; kind: string; told: ReturnType<typeof toldCount> }[];
};

/**
 * What was looked for in vain in the city around a region during the last ninety days, for a page: classes of majors and
 * kinds, all sources together. In: a region of six digits, today's civil date, how many rows, and a class to narrow to.
 * Out: the city's name and at most so many rows, the largest first; null without a city.
 */
export const demandNearby = async (
  regionCode: string,
  today: string,
  most = 5,
  family: string | null = null,
): Promise<DemandNearby | null> => {
  const city = /^\d{6}$/.test(regionCode) ? `${regionCode.slice(0, 4)}00` : null;
  if (!city) return null;
  const { majors, regions } = await catalogue();
  const rows = await read.demandSignal.groupBy({
    by: ["family", "kind"],
    where: {
      day: { gte: addDays(today, -DEMAND_DAYS), lte: today },
      regionCode: within(city),
      family: family ?? { not: "*" },
    },
    _sum: { count: true },
    orderBy: [{ _sum: { count: "desc" } }, { family: "asc" }, { kind: "asc" }],
    take: most,
  });
  const named = new Map([...majors.values()].map((major) => [major.family, major.className]));
  return {
    place: regionName(regions, city),
    cells: rows.map(({ family: asked, kind, _sum }) => ({
      family: asked,
      familyName: named.get(asked) ?? null,
      kind,
      told: toldCount(_sum.count ?? 0),
    })),
  };
};
