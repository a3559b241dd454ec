import { FACTS, type FactKey, type Facts } from "~/regulations/rules/facts/dictionary";

export const ON = "2026-08-28";
export const REGION = "440300";

/** A lawful internship on a post, with every fact the rules ask for. */
export const LAWFUL: Facts = {
  "student.schoolLevel": "secondary",
  "student.studyMode": "full_time",
  "student.birthDate": "2008-05-14",
  "student.sex": "female",
  "student.gradeYear": 3,
  "school.provinceCode": "440100",
  "major.code": "660301",
  "consent.student": "2026-08-10",
  "consent.guardian": "2026-08-11",
  "training.completedOn": "2026-08-20",
  "safetyTest.passed": true,
  "safetyTest.passedOn": "2026-08-25",
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
  "post.tasks": ["读图与装夹", "对刀与首件加工"],
  "post.hazardCodes": [],
  "post.labourIntensity": 2,
  "unitList.decidedOn": "2026-06-20",
  "unitList.publishedOn": "2026-06-25",
  "agent.involved": false,
  "placement.type": "internship",
  "placement.origin": "school",
  "placement.start": "2026-09-01",
  "placement.end": "2026-12-31",
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
  "agreement.signedBySchool": "2026-08-20",
  "agreement.signedByHost": "2026-08-21",
  "agreement.signedByStudent": "2026-08-22",
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
  "insurance.policyNo": "PZAB2026",
  "insurance.from": "2026-09-01",
  "insurance.to": "2027-01-31",
  "insurance.payer": "school",
  "insurance.workInjury": true,
  "filing.planFiledOn": "2026-07-15",
  "mentor.school": true,
  "mentor.host": true,
};

/** A lawful jointly enrolled apprenticeship. */
export const APPRENTICE: Facts = {
  ...LAWFUL,
  "placement.type": "apprenticeship",
  "apprenticeship.status": "joint",
  "apprenticeship.agreementSignedOn": "2026-08-15",
  "apprenticeship.labourContractMonths": 0,
  "apprenticeship.clauses": Object.keys(
    FACTS["apprenticeship.clauses"].options,
  ) as Facts["apprenticeship.clauses"],
};

/** A salaried enterprise apprentice. */
export const EMPLOYED: Facts = {
  ...APPRENTICE,
  "apprenticeship.status": "enterprise",
  "apprenticeship.labourContractMonths": 24,
  "placement.end": "2028-08-31",
  "region.minimumWageMonthlyFen": 236_000,
};

/** A lawful listing, as it is checked before publishing. */
export const LISTED: Facts = {
  ...LAWFUL,
  "listing.title": "数控车床岗位实习 6 名",
  "listing.seats": 6,
  "listing.applyBy": "2026-08-30",
  "listing.workplaceCode": "440306",
  "listing.acceptsMinors": false,
  "listing.sexRestricted": false,
};

/** A lawful cooperation. */
export const COOPERATING: Facts = {
  "cooperation.signed": true,
  "cooperation.rightsAndDuties": true,
  "cooperation.acceptsInterns": true,
  "cooperation.start": "2026-09-01",
  "cooperation.end": "2029-08-31",
  "cooperation.forms": ["training"],
};

export const without = (facts: Facts, ...keys: readonly FactKey[]): Facts => {
  const rest: { -readonly [K in FactKey]?: Facts[K] } = { ...facts };
  for (const key of keys) delete rest[key];
  return rest;
};
