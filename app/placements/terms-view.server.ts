import { catalogue } from "~/catalogues/queries/catalogue.server";
import { regionName } from "~/catalogues/rules/regions";
import type { PlacementTerms } from "./terms";

/** The terms of a place as a page shows them, codes by their names. */
export const termsView = async (terms: PlacementTerms) => {
  const { regions, occupations } = await catalogue();
  return {
    title: terms.title,
    startsOn: terms.startsOn,
    endsOn: terms.endsOn,
    place: [terms.regionCode ? regionName(regions, terms.regionCode) : "", terms.address]
      .filter((part) => part !== "")
      .join(" "),
    occupation: terms.occupationCode ? (occupations.get(terms.occupationCode)?.name ?? "") : "",
    payMonthlyFen: terms.payMonthlyFen,
    hoursPerDay: terms.hoursPerDay,
    hoursPerWeek: terms.hoursPerWeek,
    tasks: terms.tasks,
  };
};

export type TermsView = Awaited<ReturnType<typeof termsView>>;
