import { isRunning } from "~/agreements/rules/life";

export type PairingRow = { state: string; validFrom: string; validTo: string };
export type RestingOn = {
  kind: string;
  state: string;
  effectiveOn: string | null;
  endsOn: string;
  parties: readonly string[];
};

/**
 * Whether two schools are paired on a civil date. Goes in: the pairings between the two and the agreements they rest on.
 * Comes out: "holds" when one active pairing rests on a school–school agreement of both that runs that day; "agreement_ended"
 * when only the agreement fails; "none" otherwise. Source: product rule, pairings rest on a signed agreement.
 */
export const pairingOn = (
  pairs: readonly { pairing: PairingRow; agreement: RestingOn | null }[],
  schools: readonly [string, string],
  on: string,
): "holds" | "agreement_ended" | "none" => {
  const active = pairs.filter(
    ({ pairing }) => pairing.state === "active" && pairing.validFrom <= on && on <= pairing.validTo,
  );
  if (active.length === 0) return "none";
  return active.some(({ agreement }) => agreementCarries(agreement, schools, on))
    ? "holds"
    : "agreement_ended";
};

/** Whether an agreement can carry a pairing of two schools on a day: school–school, both parties, running. */
export const agreementCarries = (
  agreement: RestingOn | null,
  schools: readonly [string, string],
  on: string,
): boolean =>
  agreement !== null &&
  agreement.kind === "school_school" &&
  schools.every((school) => agreement.parties.includes(school)) &&
  isRunning(agreement, on);

export type PairingShape = "one_one" | "one_many" | "many_many";

/** The shape of the graph around a pair: how many partners each side has. */
export const shapeOf = (partnersOfVocational: number, partnersOfGeneral: number): PairingShape =>
  partnersOfVocational <= 1 && partnersOfGeneral <= 1
    ? "one_one"
    : partnersOfVocational > 1 && partnersOfGeneral > 1
      ? "many_many"
      : "one_many";
