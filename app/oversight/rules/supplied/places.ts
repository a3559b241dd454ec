import { liesIn } from "~/catalogues/rules/regions";

export type PlaceRow = {
  readonly code: string;
  readonly name: string;
  readonly parentCode: string | null;
  readonly withdrawnIn: string | null;
};

type Places = ReadonlyMap<string, PlaceRow>;

const FILLERS = new Set(["市辖区", "县", "省直辖县级行政区划", "自治区直辖县级行政区划"]);
const FILLER_CODE = /0[1-9]$/;

/** The smallest current places of a region, for which an authority hands in figures; the region itself without any below. */
export const smallestPlaces = (places: Places, region: string): PlaceRow[] => {
  const within = [...places.values()].filter(
    ({ code, name, withdrawnIn }) =>
      withdrawnIn === null && liesIn(region, code) && !(FILLERS.has(name) && FILLER_CODE.test(code)),
  );
  const parents = new Set(within.map(({ parentCode }) => parentCode));
  return within.filter(({ code }) => !parents.has(code)).sort((a, b) => a.code.localeCompare(b.code));
};

export type PlaceRead =
  | { readonly ok: true; readonly code: string }
  | {
      readonly ok: false;
      readonly key: "unknownRegion" | "abolishedTo" | "abolished" | "outside" | "notSmallest";
      readonly values: Record<string, string>;
    };

/**
 * The successor of an abolished code: the one current place of the same name in the same province; null where the
 * catalogue knows none or several.
 */
export const successorOf = (places: Places, gone: PlaceRow): PlaceRow | null => {
  const found = [...places.values()].filter(
    ({ code, name, withdrawnIn }) =>
      withdrawnIn === null &&
      code !== gone.code &&
      name === gone.name &&
      code.slice(0, 2) === gone.code.slice(0, 2),
  );
  return found.length === 1 ? found[0]! : null;
};

/**
 * A place an authority hands figures in for. Goes in: the catalogue's places with the abolished ones, the authority's
 * region, the code as typed. Comes out: the code; refuses unknown codes, abolished ones (naming the successor where the
 * catalogue knows one, else asking), places outside the region and places that have places below them.
 */
export const readPlace = (places: Places, region: string, text: string): PlaceRead => {
  const code = text.normalize("NFKC").replace(/\s/g, "");
  const place = places.get(code);
  if (!place) return { ok: false, key: "unknownRegion", values: { code } };
  if (place.withdrawnIn !== null) {
    const successor = successorOf(places, place);
    const values = { code, name: place.name };
    return successor
      ? {
          ok: false,
          key: "abolishedTo",
          values: { ...values, successor: successor.code, successorName: successor.name },
        }
      : { ok: false, key: "abolished", values };
  }
  if (!liesIn(region, code)) return { ok: false, key: "outside", values: { code, name: place.name } };
  const below = [...places.values()].some(
    (one) => one.parentCode === code && one.withdrawnIn === null && !FILLERS.has(one.name),
  );
  return below ? { ok: false, key: "notSmallest", values: { code, name: place.name } } : { ok: true, code };
};
