import { catalogue } from "~/catalogues/queries/catalogue.server";
import { codeRange } from "~/catalogues/rules/regions";
import { unmetByRegion } from "~/marketplace/queries/unmet-by-region.server";
import { DEMAND_DAYS, toldCount } from "~/marketplace/rules/demand";
import { addDays } from "~/platform/time/clock";
import type { DemandEvidence } from "../rules/cards/evidence";
import { ALL } from "../rules/map-shares";
import { mapSums } from "./map-cells.sqlite.server";

/**
 * Supply and demand of one class of majors in a school's city, from the sums of the resource map. Goes in: the school's
 * region, the class, today's civil date. Comes out: programmes, seats, open slots, needs and unmet demand of the last ninety
 * days, the last told only from five on.
 */
export const demandEvidence = async (
  regionCode: string,
  family: string,
  today: string,
): Promise<DemandEvidence> => {
  const { regions, majors } = await catalogue();
  const city = `${regionCode.slice(0, 4)}00`;
  const range = codeRange(regionCode.slice(0, 4));
  const sums = mapSums(4, ["programmes", "seats", "slots", "needs"], family, ALL, range);
  const sum = (measure: string) =>
    sums.filter((one) => one.measure === measure).reduce((total, { amount }) => total + amount, 0);
  const unmet = unmetByRegion({
    region: range,
    digits: 4,
    family: codeRange(family),
    from: addDays(today, -DEMAND_DAYS),
    to: today,
  });
  const told = toldCount([...unmet.values()].reduce((total, one) => total + one, 0));
  return {
    regionCode: city,
    region: regions.get(city)?.name ?? city,
    family,
    familyName: [...majors.values()].find((major) => major.family === family)?.className ?? family,
    programmes: sum("programmes"),
    seats: sum("seats"),
    slots: sum("slots"),
    needs: sum("needs"),
    unmet: { under: told.under, count: told.under ? 0 : told.count },
    days: DEMAND_DAYS,
  };
};
