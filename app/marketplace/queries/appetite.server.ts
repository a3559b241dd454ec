import { catalogue } from "~/catalogues/queries/catalogue.server";
import { read } from "~/platform/db/client.server";
import { isOver, seasonsAhead } from "../rules/seasons";

export type AppetiteStated = {
  family: string;
  /** Null for all classes. */
  name: string | null;
  season: string;
  level: string;
  reason: string | null;
};

export type AppetiteView = {
  stated: AppetiteStated[];
  /** Seasons that may be spoken of, this one first. */
  seasons: string[];
  /** Classes of majors by category, as a select shows them. */
  classes: { category: string; classes: { family: string; name: string }[] }[];
};

const MOST_STATED = 200;

const statedBy = async (
  organizationId: string,
  nameOf: (family: string) => string | null,
  today: string,
): Promise<AppetiteStated[]> => {
  const rows = await read.appetite.findMany({
    where: { organizationId },
    orderBy: [{ family: "asc" }, { season: "asc" }],
    take: MOST_STATED,
  });
  return rows
    .filter(({ season }) => !isOver(season, today))
    .map(({ family, season, level, reason }) => ({ family, name: nameOf(family), season, level, reason }));
};

/** What an organization says of its appetite to anybody: seasons that are over left out. In: its id, today's civil date. */
export const publicAppetite = async (organizationId: string, today: string): Promise<AppetiteStated[]> => {
  const { majors } = await catalogue();
  const names = new Map([...majors.values()].map(({ family, className }) => [family, className]));
  return statedBy(organizationId, (family) => names.get(family) ?? null, today);
};

/**
 * What an organization has stated of its appetite, and the classes (at most 100, from the catalogue) and seasons it can
 * speak of. In: its id, today's civil date.
 */
export const appetiteOf = async (organizationId: string, today: string): Promise<AppetiteView> => {
  const { majors } = await catalogue();
  const named = new Map<string, { category: string; name: string }>();
  for (const { family, className, categoryName, withdrawnIn } of majors.values()) {
    if (withdrawnIn === null && !named.has(family))
      named.set(family, { category: categoryName, name: className });
  }
  const classes: AppetiteView["classes"] = [];
  for (const [family, { category, name }] of [...named].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const last = classes.at(-1);
    if (last?.category === category) last.classes.push({ family, name });
    else classes.push({ category, classes: [{ family, name }] });
  }
  return {
    stated: await statedBy(organizationId, (family) => named.get(family)?.name ?? null, today),
    seasons: seasonsAhead(today),
    classes,
  };
};
