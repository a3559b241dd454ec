import type { Evidence } from "./evidence";

/** 八个事先, in their order (provincial annex, read copy P7). Insurance is asked with the agreement, the safety test with training. */
export const GATES = [
  "inspection",
  "units",
  "consents",
  "filing",
  "plan",
  "rules",
  "agreement",
  "training",
] as const;
export type GateKey = (typeof GATES)[number];

export type GateReason =
  | "noReport"
  | "notDecided"
  | "notPublished"
  | "noStudentConsent"
  | "noGuardianConsent"
  | "noPlan"
  | "notFiled"
  | "provinceNotAgreed"
  | "provinceNotFiled"
  | "notJoint"
  | "noRules"
  | "factsMissing"
  | "notPrepared"
  | "schoolUnsigned"
  | "hostUnsigned"
  | "studentUnsigned"
  | "noInsurance"
  | "insuredLate"
  | "insuranceEndsEarly"
  | "insuredByStudent"
  | "notTrained"
  | "noSafetyTest"
  | "safetyTestOver";

export type GateWho = "school" | "host" | "student" | "guardian";

export type Gate = {
  gate: GateKey;
  open: boolean;
  /** What holds it, first things first; empty when it is open. */
  reasons: { because: GateReason; who: GateWho }[];
  /** The day after which it closes again, where a date ends before the placement does. */
  until: string | null;
};

export type AgreementSigned = {
  school: string | null;
  host: string | null;
  student: string | null;
};

/** What one placement's gates are judged by. */
export type GateFacts = {
  type: string;
  /** the first day: as agreed, or today where that day has passed and it has not begun */
  begins: string;
  endsOn: string;
  newUnit: boolean;
  crossProvince: boolean;
  planned: boolean;
  consents: { student: string | null; guardian: string | null };
  inspection: Evidence | null;
  unitList: Evidence | null;
  filing: Evidence | null;
  province: Evidence | null;
  plan: Evidence | null;
  rules: Evidence | null;
  training: Evidence | null;
  safetyTest: Evidence | null;
  insurance: Evidence | null;
  agreement: AgreementSigned | null;
  /** facts the agreement still lacks */
  gaps: number;
};

type Held = Gate["reasons"][number];

const by = (date: string | null | undefined, day: string): boolean =>
  date !== null && date !== undefined && date <= day;
const schoolMust = (because: GateReason): Held => ({ because, who: "school" });

const REASONS: Record<GateKey, (facts: GateFacts, on: string) => Held[]> = {
  inspection: (f) => (f.newUnit && !by(f.inspection?.doneOn, f.begins) ? [schoolMust("noReport")] : []),
  units: (f) => {
    if (!by(f.unitList?.doneOn, f.begins)) return [schoolMust("notDecided")];
    return by(f.unitList?.alsoOn, f.begins) ? [] : [schoolMust("notPublished")];
  },
  consents: (f) => [
    ...(by(f.consents.student, f.begins) ? [] : [{ because: "noStudentConsent", who: "student" } as const]),
    ...(by(f.consents.guardian, f.begins)
      ? []
      : [{ because: "noGuardianConsent", who: "guardian" } as const]),
  ],
  filing: (f) => {
    const held: Held[] = [];
    if (!f.planned) held.push(schoolMust("noPlan"));
    else if (!by(f.filing?.doneOn, f.begins)) held.push(schoolMust("notFiled"));
    if (!f.crossProvince) return held;
    if (!by(f.province?.doneOn, f.begins)) held.push(schoolMust("provinceNotAgreed"));
    else if (!by(f.province?.alsoOn, f.begins)) held.push(schoolMust("provinceNotFiled"));
    return held;
  },
  plan: (f) => {
    if (!f.planned) return [schoolMust("noPlan")];
    return by(f.plan?.doneOn, f.begins) ? [] : [schoolMust("notJoint")];
  },
  rules: (f) => {
    if (!f.planned) return [schoolMust("noPlan")];
    return by(f.rules?.doneOn, f.begins) ? [] : [schoolMust("noRules")];
  },
  agreement: (f) => {
    const held: Held[] = [];
    if (!f.agreement && f.gaps > 0) held.push({ because: "factsMissing", who: "host" });
    else if (!f.agreement) held.push(schoolMust("notPrepared"));
    else {
      if (!by(f.agreement.school, f.begins)) held.push(schoolMust("schoolUnsigned"));
      if (!by(f.agreement.host, f.begins)) held.push({ because: "hostUnsigned", who: "host" });
      if (!by(f.agreement.student, f.begins)) held.push({ because: "studentUnsigned", who: "student" });
    }
    if (!f.insurance) held.push(schoolMust("noInsurance"));
    else {
      if (f.insurance.doneOn > f.begins) held.push(schoolMust("insuredLate"));
      if ((f.insurance.validTo ?? "") < f.endsOn) held.push(schoolMust("insuranceEndsEarly"));
      if (f.insurance.details.payer === "student" || f.insurance.details.payer === "wage_deduction") {
        held.push(schoolMust("insuredByStudent"));
      }
    }
    return held;
  },
  training: (f, on) => {
    const held: Held[] = [];
    if (!by(f.training?.doneOn, f.begins)) held.push(schoolMust("notTrained"));
    if (!by(f.safetyTest?.doneOn, f.begins)) held.push(schoolMust("noSafetyTest"));
    else {
      const day = on > f.begins ? on : f.begins;
      if (f.safetyTest?.validTo && f.safetyTest.validTo < day) held.push(schoolMust("safetyTestOver"));
    }
    return held;
  },
};

/** Observations (认识实习) need no consent form, filing or tripartite agreement. House rule after INT-04, 12, 16, 37. */
const NOT_FOR_OBSERVATION: readonly GateKey[] = ["consents", "filing", "agreement"];

/**
 * The eight gates of one placement on a day. Goes in: what is on file and the civil date. Comes out: the gates in order,
 * each open, or held with every reason and who must act; `until` where a date that ends early will close it again. What is
 * not on file holds the gate. Source: 八个事先 (read copy P7); INT-06, 07, 12, 16, 34–38; order and reasons are house rules.
 */
export const gatesOf = (facts: GateFacts, on: string): Gate[] =>
  GATES.map((gate) => {
    const asked = facts.type !== "observation" || !NOT_FOR_OBSERVATION.includes(gate);
    const reasons = asked ? REASONS[gate](facts, on) : [];
    const ends = gate === "training" ? facts.safetyTest?.validTo : null;
    return { gate, open: reasons.length === 0, reasons, until: ends && ends < facts.endsOn ? ends : null };
  });

/** The first closed gate, which a start is refused by; null when all eight are open. */
export const closedGate = (gates: readonly Gate[]): Gate | null => gates.find((one) => !one.open) ?? null;

/** Whether a host's workplace lies in another province than the school; unknown codes are not taken for the same. */
export const isCrossProvince = (schoolRegion: string, workplaceRegion: string): boolean =>
  schoolRegion.slice(0, 2) !== workplaceRegion.slice(0, 2);
