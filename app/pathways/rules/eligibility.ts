import { liesIn } from "~/catalogues/rules/regions";

import {
  chainOf,
  type Direction,
  type FactKey,
  type FactSource,
  type Facts,
  type StudyForm,
  windowsOf,
} from "./pack";
import { examOutlook } from "./proficiency";
import { pointCode, type TermPoint } from "./term";

/** What is known of one intended transfer. Scores are tenths of a point; null is "not known". */
export type TransferFacts = {
  direction: Direction;
  on: string;
  /** the student's grade by year of entry, and the state of the roll */
  studentGrade: number;
  onRoll: boolean;
  studyForm: StudyForm | "other" | null;
  identityKnown: boolean;
  /** another school holds this person's registration */
  claimedElsewhere: boolean;
  windowGrade: number;
  windowPoint: TermPoint;
  windowOpensOn: string;
  windowClosesOn: string;
  windowCancelled: boolean;
  fromRegion: string;
  toRegion: string;
  /** the city agreed to a move between counties */
  cityArranged: boolean;
  pairing: "holds" | "agreement_ended" | "none";
  seats: number;
  taken: number;
  scoreLine: number | null;
  entranceScore: number | null;
  /** moves made or under way in this term, and made ever; this one left out */
  liveThisTerm: number;
  movedBefore: number;
  examsPassed: readonly string[];
};

export type Verdict = "pass" | "warn" | "missing" | "block";

/** One rule's verdict with the key of its sentence (`transferRules.<rule>.<because>`), its values and where the rule comes from. */
export type EligibilityFinding = {
  rule: string;
  because: string;
  verdict: Verdict;
  values: Readonly<Record<string, string | number>>;
  source: FactSource | null;
};

type Found = { because: string; verdict: Verdict; values?: Record<string, string | number> };
type EligibilityRule = {
  id: string;
  fact: FactKey | null;
  judge: (facts: TransferFacts, rules: Facts) => Found | null;
};

const pass = (values?: Found["values"]): Found => ({
  because: "pass",
  verdict: "pass",
  ...(values ? { values } : {}),
});
const block = (because: string, values?: Found["values"]): Found => ({
  because,
  verdict: "block",
  ...(values ? { values } : {}),
});
const missing = (because: string): Found => ({ because, verdict: "missing" });

const county = (code: string): string => code.slice(0, 6);
const city = (code: string): string => `${code.slice(0, 4)}00`;

const boundsOf = (facts: TransferFacts, rules: Facts): Found => {
  const { fromRegion, toRegion } = facts;
  if (!liesIn(city(fromRegion), toRegion)) return block("otherCity");
  if (county(fromRegion) === county(toRegion)) return pass();
  if (rules.bounds.value === "city") return pass();
  if (rules.bounds.value === "county") return block("otherCounty");
  return facts.cityArranged ? { because: "arranged", verdict: "warn" } : missing("needsCity");
};

const scoreOf = (facts: TransferFacts, rules: Facts): Found | null => {
  if (!rules.scoreLine.value.includes(facts.direction)) return null;
  if (facts.scoreLine === null) return missing("noLine");
  if (facts.entranceScore === null) return missing("noScore");
  const values = { score: facts.entranceScore / 10, line: facts.scoreLine / 10 };
  return facts.entranceScore >= facts.scoreLine ? pass(values) : block("below", values);
};

/** The rules in the order in which somebody would ask them. A rule that has nothing to say here gives no finding. */
const RULES: readonly EligibilityRule[] = [
  {
    id: "direction",
    fact: "directions",
    judge: (facts, rules) =>
      rules.directions.value.includes(facts.direction) ? pass() : block("notOffered"),
  },
  {
    id: "window",
    fact: null,
    judge: (facts, rules) => {
      const values = { opens: facts.windowOpensOn, closes: facts.windowClosesOn };
      if (facts.windowCancelled) return block("cancelled");
      if (!windowsOf(rules, facts.direction).includes(pointCode(facts.windowPoint)))
        return block("notAllowed");
      if (facts.on < facts.windowOpensOn) return block("notYet", values);
      return facts.on > facts.windowClosesOn ? block("closed", values) : pass(values);
    },
  },
  {
    id: "scope",
    fact: "scope",
    judge: (facts, rules) => {
      if (!facts.onRoll) return block("notOnRoll");
      if (facts.studyForm === null) return missing("unknown");
      return rules.scope.value.some((form) => form === facts.studyForm) ? pass() : block("otherForm");
    },
  },
  {
    id: "grade",
    fact: null,
    judge: (facts) => {
      const values = { own: facts.studentGrade, window: facts.windowGrade };
      return facts.studentGrade === facts.windowGrade ? pass(values) : block("otherGrade", values);
    },
  },
  { id: "term", fact: null, judge: (facts) => (facts.liveThisTerm > 0 ? block("again") : pass()) },
  {
    id: "times",
    fact: "maxTimes",
    judge: (facts, rules) => {
      const values = { made: facts.movedBefore, most: rules.maxTimes.value };
      return facts.movedBefore >= rules.maxTimes.value ? block("tooOften", values) : pass(values);
    },
  },
  {
    id: "registration",
    fact: null,
    judge: (facts) =>
      facts.claimedElsewhere ? block("claimed") : facts.identityKnown ? pass() : missing("noIdentity"),
  },
  {
    id: "bounds",
    fact: "bounds",
    judge: boundsOf,
  },
  {
    id: "pairing",
    fact: "pairing",
    judge: (facts, rules) => {
      if (!rules.pairing.value) return null;
      if (facts.pairing === "holds") return pass();
      return block(facts.pairing === "none" ? "notPaired" : "agreementEnded");
    },
  },
  {
    id: "seats",
    fact: null,
    judge: (facts) => {
      const values = { seats: facts.seats, left: Math.max(0, facts.seats - facts.taken) };
      return facts.seats > facts.taken ? pass(values) : block("full", values);
    },
  },
  { id: "score", fact: "scoreLine", judge: scoreOf },
  {
    id: "exams",
    fact: null,
    judge: (facts) => {
      if (facts.direction !== "to_general") return null;
      const outlook = examOutlook(facts.windowPoint, facts.examsPassed);
      const values = { missed: outlook.missed.length, terms: outlook.makeUpTerms };
      if (outlook.diploma === "certain") return pass(values);
      if (outlook.diploma === "out_of_reach") return block("outOfReach", values);
      return { because: "makeUp", verdict: "warn", values };
    },
  },
  {
    id: "chain",
    fact: null,
    judge: (facts, rules) => ({
      because: "decided",
      verdict: "pass",
      values: { steps: chainOf(rules, facts.direction).length },
    }),
  },
];

/** The ids of every rule, in order: their words are `transferRules.<id>`. */
export const RULE_IDS: readonly string[] = RULES.map((rule) => rule.id);

/**
 * Judges an intended transfer rule by rule. Goes in: the facts and the rules in force for the region on that day. Comes out:
 * a finding for every rule that has something to say, in a fixed order, each with its source (null: a house rule). It never
 * refuses: an unknown fact gives "missing".
 */
export const judgeTransfer = (facts: TransferFacts, rules: Facts): EligibilityFinding[] =>
  RULES.flatMap(({ id, fact, judge }) => {
    const found = judge(facts, rules);
    if (!found) return [];
    return [
      {
        rule: id,
        because: found.because,
        verdict: found.verdict,
        values: found.values ?? {},
        source: fact ? rules[fact].source : null,
      },
    ];
  });

/** The worst verdict of a list: block outranks missing, missing outranks warn. */
export const worstOf = (findings: readonly { verdict: Verdict }[]): Verdict =>
  (["block", "missing", "warn"] as const).find((verdict) =>
    findings.some((one) => one.verdict === verdict),
  ) ?? "pass";
