import type { Point } from "~/catalogues/types";

export type Placed = { readonly code: string; readonly col: number; readonly row: number };

/**
 * Places of a region as a grid of tiles that keeps roughly who lies north and who lies west of whom. Goes in: codes with their
 * points; a place without one counts as lying in the middle. Comes out: a column and a row for each, every cell taken once;
 * the same places always give the same grid. House layout: a drawing, not a survey.
 */
export const tileGrid = (places: readonly { code: string; point: Point | null }[]): Placed[] => {
  const known = places.flatMap(({ point }) => (point ? [point] : []));
  const middle = (pick: (point: Point) => number) =>
    known.length === 0 ? 0 : known.reduce((sum, point) => sum + pick(point), 0) / known.length;
  const [lat, lng] = [middle((point) => point.lat), middle((point) => point.lng)];
  const at = places.map(({ code, point }) => ({ code, lat: point?.lat ?? lat, lng: point?.lng ?? lng }));
  const columns = Math.max(1, Math.ceil(Math.sqrt(at.length * 1.3)));
  const northFirst = [...at].sort((a, b) => b.lat - a.lat || a.code.localeCompare(b.code));
  return northFirst.flatMap((_, from) =>
    from % columns === 0
      ? northFirst
          .slice(from, from + columns)
          .sort((a, b) => a.lng - b.lng || a.code.localeCompare(b.code))
          .map(({ code }, col) => ({ code, col, row: from / columns }))
      : [],
  );
};
