import { liesIn } from "~/catalogues/rules/regions";
import type { Point } from "~/catalogues/types";
import { distanceKm } from "~/matching/rules/distance";
import { REACH_KM } from "./measures";

/**
 * Whether an open place is within reach of a school: in its own city at prefecture level, or not farther than fifty
 * kilometres. Goes in: region and point of both, points null where nobody knows them. Comes out: the answer with the
 * distance where both points are known. House rule.
 */
export const withinReach = (
  school: { regionCode: string; point: Point | null },
  place: { regionCode: string; point: Point | null },
): { reach: boolean; km: number | null } => {
  const km = school.point && place.point ? distanceKm(school.point, place.point) : null;
  const sameCity = liesIn(`${school.regionCode.slice(0, 4)}00`, place.regionCode);
  return { reach: sameCity || (km !== null && km <= REACH_KM), km };
};
