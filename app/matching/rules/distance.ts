import type { Point } from "~/catalogues/types";

const EARTH_RADIUS_KM = 6371.0088;

const radians = (degrees: number) => (degrees * Math.PI) / 180;

/**
 * Great-circle distance. Goes in: two points in degrees. Comes out: kilometres along the surface of a sphere of the
 * earth's mean radius. Never refuses. Source: haversine formula; about 0.5 % off the ellipsoid.
 */
export const distanceKm = (from: Point, to: Point): number => {
  const lat = radians(to.lat - from.lat);
  const lng = radians(to.lng - from.lng);
  const chord =
    Math.sin(lat / 2) ** 2 + Math.cos(radians(from.lat)) * Math.cos(radians(to.lat)) * Math.sin(lng / 2) ** 2;
  return 2 * EARTH_RADIUS_KM * Math.asin(Math.min(1, Math.sqrt(chord)));
};

/** Degrees of latitude and longitude that surely enclose `km` around a point: a cheap first cut before `distanceKm`. */
export const boundingBox = (center: Point, km: number) => {
  const lat = (km / EARTH_RADIUS_KM) * (180 / Math.PI);
  const narrow = Math.max(0.01, Math.cos(radians(Math.min(89, Math.abs(center.lat) + lat))));
  const lng = Math.min(180, lat / narrow);
  return { west: center.lng - lng, east: center.lng + lng, south: center.lat - lat, north: center.lat + lat };
};
