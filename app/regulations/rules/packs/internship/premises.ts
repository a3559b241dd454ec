import { ageOn } from "~/platform/time/clock";
import type { Premise } from "../../rule";

export const IN_FORCE = "2021-12-31";

/**
 * Work on a post: everything but an observation. What somebody calls "social practice" counts too, so that another
 * name never leads round the rules; a salaried enterprise apprentice is an employee and does not.
 */
export const ON_POST: Premise = {
  needs: ["placement.type"],
  holds: (facts) =>
    facts["placement.type"] !== "observation" && facts["apprenticeship.status"] !== "enterprise",
};

export const OBSERVATION: Premise = {
  needs: ["placement.type"],
  holds: (facts) => facts["placement.type"] === "observation",
};

const ADULT_AGE = 18;

/** Under eighteen on at least one day of the placement: the first day is the youngest. */
export const MINOR_AT_START: Premise = {
  needs: ["student.birthDate", "placement.start"],
  holds: (facts) => ageOn(facts["student.birthDate"] ?? "", facts["placement.start"] ?? "") < ADULT_AGE,
};
