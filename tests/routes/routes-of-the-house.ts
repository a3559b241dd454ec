import type { RouteConfigEntry } from "@remix-run/route-config";
import routes from "~/routes";

export type HouseRoute = { path: string; file: string };

const flatten = (entries: readonly RouteConfigEntry[], prefix = ""): HouseRoute[] =>
  entries.flatMap((entry) => {
    const path = entry.path ? `${prefix}/${entry.path}` : prefix;
    const own =
      entry.index || (entry.path && !entry.children) ? [{ path: path || "/", file: entry.file }] : [];
    return [...own, ...flatten(entry.children ?? [], path)];
  });

/** Every URL of the house with the module that answers it, as `app/routes.ts` maps them. */
export const houseRoutes = (): HouseRoute[] => flatten(routes as RouteConfigEntry[]);
