import { catalogue } from "~/catalogues/queries/catalogue.server";
import { familyOf } from "~/catalogues/rules/family";
import { codeRange, regionPoint } from "~/catalogues/rules/regions";
import { occupationsFor } from "~/marketplace/queries/fit-book.server";
import { majorFacts } from "~/marketplace/queries/match-subjects.server";
import { placesInReach } from "~/marketplace/queries/places-in-reach.sqlite.server";
import { pairFit } from "~/marketplace/rules/pair-fit";
import { boundingBox } from "~/matching/rules/distance";
import { FIT_COUNTED, REACH_KM } from "./rules/cards/measures";
import { withinReach } from "./rules/cards/reach";

export type CardSchool = {
  id: string;
  name: string;
  regionCode: string;
  lat: number | null;
  lng: number | null;
};

/** One open offer that counts for a programme. */
export type DemandRow = {
  id: string;
  title: string;
  organization: string;
  free: number;
  /** 0…1 */
  fit: number;
  km: number | null;
};

export type ProgrammeDemand = { rows: DemandRow[]; placesOfAnyMajor: number };

/**
 * The open places within reach of a school that fit each of its majors. Goes in: the school, major codes, today's civil
 * date. Comes out: by major the offers by id, with the fit matching gives them, and how many free places of any major are in
 * reach at all. One reading of the index for all majors of the school.
 */
export const demandWithinReach = async (
  school: CardSchool,
  majorCodes: readonly string[],
  today: string,
): Promise<ReadonlyMap<string, ProgrammeDemand>> => {
  const snapshot = await catalogue();
  const point =
    school.lat !== null && school.lng !== null
      ? { lat: school.lat, lng: school.lng }
      : regionPoint(snapshot.regions, school.regionCode);
  const near = placesInReach({
    region: codeRange(school.regionCode.slice(0, 4)),
    box: point && boundingBox(point, REACH_KM),
    today,
  }).flatMap((place) => {
    const at = place.lat !== null && place.lng !== null ? { lat: place.lat, lng: place.lng } : null;
    const { reach, km } = withinReach(
      { regionCode: school.regionCode, point },
      { regionCode: place.regionCode, point: at },
    );
    const named = place.majorCodes
      .split(",")
      .filter((code) => code !== "")
      .map((code) => ({ code, family: familyOf(code) ?? "" }));
    return reach ? [{ ...place, km, named }] : [];
  });
  const placesOfAnyMajor = near.reduce((sum, { free }) => sum + free, 0);
  return new Map(
    majorCodes.map((code) => {
      const major = majorFacts(snapshot, code);
      const occupations = occupationsFor(snapshot, code);
      const rows = near.flatMap(({ id, title, organization, free, km, occupationCode, named }) => {
        const occupation = (occupationCode && occupations.get(occupationCode)) || null;
        const fit = major ? (pairFit(major, occupation, named)?.score ?? 0) : 0;
        return fit >= FIT_COUNTED ? [{ id, title, organization, free, fit, km }] : [];
      });
      return [code, { rows, placesOfAnyMajor }];
    }),
  );
};
