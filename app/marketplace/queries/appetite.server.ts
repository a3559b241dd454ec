import { catalogue } from "~/catalogues/queries/catalogue.server";
import { read } from "~/platform/db/client.server";

export type AppetiteView = {
  stated: { family: string; name: string | null; level: string; reason: string | null }[];
  /** Classes of majors by category, as a select shows them. */
  classes: { category: string; classes: { family: string; name: string }[] }[];
};

/** What an organization has stated of its appetite, and the classes it can speak of (at most 100, from the catalogue). */
export const appetiteOf = async (organizationId: string): Promise<AppetiteView> => {
  const { majors } = await catalogue();
  const named = new Map<string, { category: string; name: string }>();
  for (const { family, className, categoryName, withdrawnIn } of majors.values()) {
    if (withdrawnIn === null && !named.has(family))
      named.set(family, { category: categoryName, name: className });
  }
  const rows = await read.appetite.findMany({
    where: { organizationId },
    orderBy: { family: "asc" },
    take: 120,
  });
  const classes: AppetiteView["classes"] = [];
  for (const [family, { category, name }] of [...named].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const last = classes.at(-1);
    if (last?.category === category) last.classes.push({ family, name });
    else classes.push({ category, classes: [{ family, name }] });
  }
  return {
    stated: rows.map(({ family, level, reason }) => ({
      family,
      name: named.get(family)?.name ?? null,
      level,
      reason,
    })),
    classes,
  };
};
