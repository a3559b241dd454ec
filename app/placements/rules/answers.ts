import type { PlacementTerms } from "../terms";

/** Who knows a fact the terms left open. */
export type Answerer = "host" | "school" | "student";

/**
 * Facts of a placement that may be open when it is prepared, and who is asked. All but the last two are terms; `lawful`
 * is the host's word that it has no credit record, no safety violation in three years, is no entertainment venue and
 * earns nothing per head; `warnReason` is the school's written reason where a rule warns. House rule.
 */
export const ASKED_OF = {
  hoursPerDay: "host",
  hoursPerWeek: "host",
  nightShifts: "host",
  overtime: "host",
  restDayWork: "host",
  labourIntensity: "host",
  hazards: "host",
  samePostPayFen: "host",
  payMonthlyFen: "host",
  payCycleDays: "host",
  payDay: "host",
  fees: "host",
  agentInvolved: "host",
  targetLevel: "host",
  labourContractMonths: "host",
  lawful: "host",
  insuranceBy: "school",
  minimumWageFen: "school",
  lodging: "student",
  warnReason: "school",
} as const satisfies { readonly [key: string]: Answerer };

export type AnswerKey = keyof typeof ASKED_OF;
export type Answers = { readonly [K in AnswerKey]?: unknown };

const TERM_KEYS = (Object.keys(ASKED_OF) as AnswerKey[]).filter(
  (key): key is Exclude<AnswerKey, "lawful" | "warnReason"> => key !== "lawful" && key !== "warnReason",
);

/**
 * The terms with what was answered later in the places they left open. What was agreed is never replaced: an answer to a
 * term that has a value is not looked at. Goes in: terms and answers, already of the right type. Comes out: terms.
 */
export const filledTerms = (terms: PlacementTerms, answers: Answers): PlacementTerms => {
  const filled: Record<string, unknown> = { ...terms };
  for (const key of TERM_KEYS) {
    if (terms[key] === null && answers[key] !== undefined) filled[key] = answers[key];
  }
  return filled as PlacementTerms;
};

/** Whether these terms need the fact at all: pay on a post, a level of apprentices, a contract and a wage of employed ones. */
const needed = (key: AnswerKey, terms: PlacementTerms): boolean => {
  switch (key) {
    case "payMonthlyFen":
    case "payCycleDays":
    case "payDay":
      return terms.type !== "observation";
    case "samePostPayFen":
      return terms.type !== "observation" && terms.lowestTierPayFen === null;
    case "targetLevel":
      return terms.type === "apprenticeship";
    case "labourContractMonths":
    case "minimumWageFen":
      return terms.type === "apprenticeship" && terms.apprenticeStatus === "enterprise";
    default:
      return true;
  }
};

export type Gap = { key: AnswerKey | "mentor" | "teacher"; who: Answerer };

/**
 * What must still be said before the tripartite agreement can be written. Goes in: the filled terms, whether the host has
 * given its word, and whether both mentors are named. Comes out: the open facts, the host's first. The lowest pay of the
 * unit is not asked where the pay of the same post is known. House rule after the clauses of the model agreement.
 */
export const gapsOf = (
  terms: PlacementTerms,
  known: { lawful: boolean; mentor: boolean; teacher: boolean },
): Gap[] => {
  const open: Gap[] = TERM_KEYS.filter((key) => terms[key] === null && needed(key, terms)).map((key) => ({
    key,
    who: ASKED_OF[key],
  }));
  if (!known.lawful) open.push({ key: "lawful", who: "host" });
  if (!known.mentor) open.push({ key: "mentor", who: "host" });
  if (!known.teacher) open.push({ key: "teacher", who: "school" });
  const order: readonly Answerer[] = ["host", "school", "student"];
  return open.sort((a, b) => order.indexOf(a.who) - order.indexOf(b.who));
};
