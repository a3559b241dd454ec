import { catalogue } from "~/catalogues/queries/catalogue.server";
import { regionPoint } from "~/catalogues/rules/regions";
import type { Point } from "~/catalogues/types";

/** The point that stands in for an organization's address until it gives one: its region's, and whose point that is. */
export const draftPlace = async (
  regionCode: string,
): Promise<{ point: Point | null; pointOf: string | null }> => {
  const { regions } = await catalogue();
  const point = regionPoint(regions, regionCode);
  return { point, pointOf: point ? (regions.get(regionCode)?.pointOf ?? regionCode) : null };
};
