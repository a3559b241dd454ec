import { FACTS, type Facts } from "~/regulations/rules/facts/dictionary";
import { POST_SHARE_BP, seatCap, UNIT_SHARE_BP } from "~/regulations/rules/seats";
import type { PlacementTerms } from "../terms";
import type { Exception } from "./head-count";
import { exceptionFor } from "./head-count";
import { yearOfStudy } from "./school-year";

/** What the papers on record say about one placement; null or absent where there is none. */
export type KnownPapers = {
  consentStudent: string | null;
  consentGuardian: string | null;
  inspectedOn: string | null;
  unitList: { decidedOn: string; publishedOn: string | null } | null;
  planFiledOn: string | null;
  province: { agreedOn: string; filedOn: string | null } | null;
  trainedOn: string | null;
  safetyTest: { passedOn: string; validTo: string | null } | null;
  insurance: { policyNo: string | null; from: string; to: string | null; payer: string | null } | null;
  lodging: { signedOn: string; filedOn: string | null } | null;
  special: { number: string | null; from: string; to: string | null; scope: readonly string[] } | null;
  agreement: KnownAgreement | null;
};

/** A tripartite agreement as prepared: the clauses and wording of its text, and the days it was signed. */
export type KnownAgreement = {
  clauses: readonly string[];
  text: string;
  school: string | null;
  host: string | null;
  student: string | null;
};

export const NO_PAPERS: KnownPapers = {
  consentStudent: null,
  consentGuardian: null,
  inspectedOn: null,
  unitList: null,
  planFiledOn: null,
  province: null,
  trainedOn: null,
  safetyTest: null,
  insurance: null,
  lodging: null,
  special: null,
  agreement: null,
};

/** What the records know of one student on one set of terms at one host. */
export type KnownPlacing = {
  origin: "listing" | "round" | "self_found";
  place: { hostId: string; postId: string | null; listingId: string | null };
  terms: PlacementTerms;
  student: { birthDate: string | null; sex: string; entryYear: number };
  school: { regionCode: string };
  programme: { majorCode: string; level: string } | null;
  host: { uscc: string | null; industryCode: string | null; employees: number | null };
  postEmployees: number | null;
  /** Students at one time across all schools, without the one in question. */
  others: { unit: number; post: number | null };
  exceptions: readonly Exception[];
  /** Whether the school has never had a placement running there; null where that is not known. */
  newUnit: boolean | null;
  /** The host's word on credit record, safety, venue and profit. */
  lawful: boolean;
  schoolApproved: boolean | null;
  mentors: { school: boolean; host: boolean } | null;
  papers: KnownPapers;
};

type Draft = { -readonly [K in keyof Facts]: Facts[K] };

const AGREEMENT_CLAUSES = FACTS["agreement.clauses"].options;
const TRAINING_CLAUSES = FACTS["apprenticeship.clauses"].options;

/** Clauses by the codes a fact knows; others are the agreement's own. */
const ofFact = <O extends object>(clauses: readonly string[], options: O): (keyof O & string)[] =>
  clauses.filter((one): one is keyof O & string => Object.hasOwn(options, one));

/**
 * What a training agreement adds for an apprenticeship: its clauses, and the day of its last signature. Its text says in so
 * many words that a student apprentice has no labour contract.
 */
const putApprenticeship = (
  put: <K extends keyof Facts>(key: K, value: Facts[K] | null | undefined) => void,
  { clauses, school, host, student }: KnownAgreement,
  status: string | null,
): void => {
  if (status === "student") put("apprenticeship.labourContractMonths", 0);
  put("apprenticeship.clauses", ofFact(clauses, TRAINING_CLAUSES));
  if (school && host && student)
    put("apprenticeship.agreementSignedOn", [school, host, student].sort().at(-1));
};

const LODGING = { unified: "dormitory", home: "home", outside: "outside" } as const;

const putPapers = (
  put: <K extends keyof Facts>(key: K, value: Facts[K] | null | undefined) => void,
  papers: KnownPapers,
): void => {
  put("consent.student", papers.consentStudent);
  put("consent.guardian", papers.consentGuardian);
  put("inspection.reportedOn", papers.inspectedOn);
  put("unitList.decidedOn", papers.unitList?.decidedOn);
  put("unitList.publishedOn", papers.unitList?.publishedOn);
  put("filing.planFiledOn", papers.planFiledOn);
  put("filing.crossProvinceAgreedOn", papers.province?.agreedOn);
  put("filing.provincialFiledOn", papers.province?.filedOn);
  put("training.completedOn", papers.trainedOn);
  if (papers.safetyTest) {
    put("safetyTest.passed", true);
    put("safetyTest.passedOn", papers.safetyTest.passedOn);
    put("safetyTest.validTo", papers.safetyTest.validTo);
  }
  if (papers.insurance) {
    put("insurance.liability", true);
    put("insurance.policyNo", papers.insurance.policyNo);
    put("insurance.from", papers.insurance.from);
    put("insurance.to", papers.insurance.to);
    put("insurance.payer", papers.insurance.payer as Facts["insurance.payer"]);
  }
  put("lodging.guardianSignedOn", papers.lodging?.signedOn);
  put("lodging.filedOn", papers.lodging?.filedOn);
  put("filing.specialNo", papers.special?.number);
  put("filing.specialFrom", papers.special?.from);
  put("filing.specialTo", papers.special?.to);
  put("filing.specialScope", papers.special?.scope as Facts["filing.specialScope"]);
  if (papers.agreement) {
    const { clauses, text, school, host, student } = papers.agreement;
    put("agreement.clauses", ofFact(clauses, AGREEMENT_CLAUSES));
    put("agreement.text", text);
    put("agreement.signedBySchool", school);
    put("agreement.signedByHost", host);
    put("agreement.signedByStudent", student);
    // The model text promises these in so many words; before there is a text nobody has said them.
    put("pay.form", "money");
    put("pay.payee", "student");
    put("retainedDocuments", []);
    put("retained.guarantee", false);
    put("assessment.copiesStaffRules", false);
  }
};

/**
 * The facts of one placement in the vocabulary of the regulations, from records alone. Goes in: what is known. Comes out:
 * facts; what is unknown is absent. Head-counts include the student in question, and a recorded exception is told only
 * where it covers every day, as many students and whatever ratio is exceeded. A school's roll (学籍) holds full-time
 * students only. Source: the fact dictionary of the regulations.
 */
export const factsOfPlacing = (known: KnownPlacing): Facts => {
  const { terms, student, programme, host, place } = known;
  const facts: Draft = {
    "placement.type": terms.type,
    "placement.origin": known.origin === "self_found" ? "self_found" : "school",
    "placement.start": terms.startsOn,
    "placement.end": terms.endsOn,
    "placement.abroad": false,
    "student.studyMode": "full_time",
    "student.sex": student.sex === "female" ? "female" : "male",
    "student.gradeYear": yearOfStudy(student.entryYear, terms.startsOn),
    "school.provinceCode": known.school.regionCode,
    "host.provinceCode": terms.regionCode,
  };
  const put = <K extends keyof Facts>(key: K, value: Facts[K] | null | undefined) => {
    if (value !== null && value !== undefined && value !== "") facts[key] = value;
  };
  put("student.birthDate", student.birthDate);
  put("student.schoolLevel", programme?.level as Facts["student.schoolLevel"]);
  put("major.code", programme?.majorCode);
  put("placement.schoolApproved", known.schoolApproved);
  put("host.registrationNo", host.uscc);
  put("host.industryCode", terms.industryCode ?? host.industryCode);
  put("host.newUnit", known.newUnit);
  put("host.onPostEmployees", host.employees);
  put("post.onPostEmployees", known.postEmployees);
  const unit = known.others.unit + 1;
  const post = known.others.post === null ? null : known.others.post + 1;
  put("host.activePlacements", unit);
  put("post.activePlacements", post);
  const exceeded = {
    unit: host.employees !== null && unit > seatCap(host.employees, UNIT_SHARE_BP),
    post: known.postEmployees !== null && post !== null && post > seatCap(known.postEmployees, POST_SHARE_BP),
  };
  const exception =
    exceeded.unit || exceeded.post
      ? exceptionFor(
          known.exceptions,
          place,
          { from: terms.startsOn, to: terms.endsOn },
          { unit, post },
          exceeded,
        )
      : null;
  put("exception.headcountReason", exception?.reason);
  put("exception.headcountAuthority", exception?.authority);
  put("post.majorCodes", terms.majorCodes.length > 0 ? terms.majorCodes : null);
  put("post.crossCategoryReason", terms.crossCategoryReason);
  put("post.tasks", terms.tasks.length > 0 ? terms.tasks : null);
  put("post.hazardCodes", terms.hazards);
  put("post.labourIntensity", terms.labourIntensity);
  put("pay.monthlyFen", terms.payMonthlyFen);
  put("pay.samePostMonthlyFen", terms.samePostPayFen);
  put("pay.lowestTierMonthlyFen", terms.lowestTierPayFen);
  put("pay.cycleDays", terms.payCycleDays);
  put("fees", terms.fees as Facts["fees"]);
  put("hours.perDay", terms.hoursPerDay);
  put("hours.perWeek", terms.hoursPerWeek);
  put("shifts.night", terms.nightShifts);
  put("shifts.overtime", terms.overtime);
  put("shifts.restDays", terms.restDayWork);
  put("agent.involved", terms.agentInvolved);
  put("lodging.type", terms.lodging === null ? null : LODGING[terms.lodging]);
  put("insurance.payer", terms.insuranceBy);
  put("apprenticeship.status", terms.apprenticeStatus as Facts["apprenticeship.status"]);
  put("apprenticeship.labourContractMonths", terms.labourContractMonths);
  put("region.minimumWageMonthlyFen", terms.minimumWageFen);
  if (known.lawful) {
    put("host.creditFlags", []);
    put("host.safetyViolationDates", []);
    put("host.venueTags", []);
    put("organizing.rebateFen", 0);
    if (terms.agentInvolved === null) put("agent.involved", false);
  }
  if (known.mentors) {
    put("mentor.school", known.mentors.school);
    put("mentor.host", known.mentors.host);
  }
  putPapers(put, known.papers);
  if (terms.type === "apprenticeship" && known.papers.agreement)
    putApprenticeship(put, known.papers.agreement, terms.apprenticeStatus);
  return facts;
};
