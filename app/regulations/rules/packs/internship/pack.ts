import type { Pack } from "../../rule";
import { INTERNSHIP_RULES } from "../sources";
import { careRules } from "./care";
import { closedPostRules } from "./closed-posts";
import { closingRules } from "./closing";
import { headcountRules } from "./headcount";
import { hostRules } from "./host";
import { paperRules } from "./papers";
import { payRules } from "./pay";
import { personRules } from "./persons";
import { postRules } from "./post";
import { scopeRules } from "./scope";
import { timeRules } from "./time";

/** The national internship rules of 2021, executed: INT-01…43. */
export const internshipPack: Pack = {
  id: "internship-2021",
  title: INTERNSHIP_RULES,
  place: null,
  rules: [
    ...scopeRules,
    ...hostRules,
    ...postRules,
    ...closedPostRules,
    ...personRules,
    ...timeRules,
    ...headcountRules,
    ...payRules,
    ...paperRules,
    ...careRules,
    ...closingRules,
  ],
};
