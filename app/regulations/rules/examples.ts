import { addDays } from "~/platform/time/clock";
import type { Facts } from "./facts/dictionary";

const SIXTEEN_AND_A_HALF_YEARS = 6027;
const FIFTEEN_YEARS = 5479;
const PLACEMENT_DAYS = 120;

/** A lawful internship on a post that starts two weeks after a day, with the facts the rules ask for. */
const lawful = (on: string): Facts => {
  const start = addDays(on, 14);
  const end = addDays(start, PLACEMENT_DAYS);
  return {
    "student.schoolLevel": "secondary",
    "student.studyMode": "full_time",
    "student.birthDate": addDays(start, -SIXTEEN_AND_A_HALF_YEARS),
    "student.sex": "female",
    "student.gradeYear": 2,
    "school.provinceCode": "440100",
    "major.code": "660301",
    "consent.student": addDays(on, -6),
    "consent.guardian": addDays(on, -5),
    "training.completedOn": addDays(on, 7),
    "safetyTest.passed": true,
    "safetyTest.passedOn": addDays(on, 8),
    "lodging.type": "dormitory",
    "host.registrationNo": "91350100M000100Y43",
    "host.provinceCode": "440300",
    "host.industryCode": "3360",
    "host.newUnit": false,
    "host.creditFlags": [],
    "host.safetyViolationDates": [],
    "host.onPostEmployees": 320,
    "host.activePlacements": 18,
    "post.onPostEmployees": 40,
    "post.activePlacements": 6,
    "post.majorCodes": ["6603"],
    "post.tasks": ["读图与装夹", "对刀与首件加工", "尺寸检测"],
    "post.hazardCodes": [],
    "post.labourIntensity": 2,
    "unitList.decidedOn": addDays(on, -40),
    "unitList.publishedOn": addDays(on, -35),
    "agent.involved": false,
    "placement.type": "internship",
    "placement.origin": "school",
    "placement.start": start,
    "placement.end": end,
    "pay.monthlyFen": 320_000,
    "pay.samePostMonthlyFen": 400_000,
    "pay.lowestTierMonthlyFen": 330_000,
    "pay.cycleDays": 30,
    "pay.form": "money",
    "pay.payee": "student",
    fees: [],
    "organizing.rebateFen": 0,
    retainedDocuments: [],
    "retained.guarantee": false,
    "hours.perDay": 8,
    "hours.perWeek": 40,
    "shifts.night": false,
    "shifts.overtime": false,
    "shifts.restDays": false,
    "agreement.signedBySchool": addDays(on, -3),
    "agreement.signedByHost": addDays(on, -2),
    "agreement.signedByStudent": addDays(on, -1),
    "agreement.clauses": [
      "parties",
      "content",
      "rest",
      "pay",
      "protection",
      "insurance",
      "assessment",
      "breach",
      "other",
    ],
    "insurance.liability": true,
    "insurance.policyNo": "EXAMPLE-0001",
    "insurance.from": start,
    "insurance.to": end,
    "insurance.payer": "school",
    "filing.planFiledOn": addDays(on, -20),
    "mentor.school": true,
    "mentor.host": true,
  };
};

export const EXAMPLES = [
  "lawful",
  "tooYoung",
  "overRatio",
  "night",
  "lowPay",
  "uninsured",
  "wrongMajor",
  "agency",
] as const;
export type Example = (typeof EXAMPLES)[number];

/** Whether a text, from an address say, names an example. */
export const isExample = (name: string | null): name is Example =>
  EXAMPLES.some((example) => example === name);

/**
 * Invented facts somebody can start from: a lawful internship, or the same with one thing wrong.
 * @param on the civil date everything is placed around, so that an example never grows stale
 */
export const exampleFacts = (example: Example, on: string): Facts => {
  const base = lawful(on);
  const start = base["placement.start"] ?? on;
  const changes: { readonly [E in Example]: Facts } = {
    lawful: {},
    tooYoung: { "student.birthDate": addDays(start, -FIFTEEN_YEARS) },
    overRatio: { "host.activePlacements": 41 },
    night: { "shifts.night": true },
    lowPay: { "pay.monthlyFen": 180_000 },
    uninsured: { "insurance.liability": false },
    wrongMajor: { "post.majorCodes": ["7203"] },
    agency: { "agent.involved": true },
  };
  return { ...base, ...changes[example] };
};
