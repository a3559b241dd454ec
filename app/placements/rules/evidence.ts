/** What a record on file may be about, what it covers, and which dates and numbers it must have. */
export const EVIDENCE_KINDS = [
  "inspection",
  "unit_list",
  "filing",
  "province",
  "plan",
  "rules",
  "training",
  "safety_test",
  "insurance",
  "lodging",
  "special",
] as const;
export type EvidenceKind = (typeof EVIDENCE_KINDS)[number];

export type CoverType = "host" | "plan" | "placement";

type Shape = {
  covers: CoverType;
  /** a second date: published, filed with the province, filed with the school */
  also: boolean;
  validTo: "needed" | "optional" | "none";
  number: boolean;
  file: boolean;
};

/** House rule after 八个事先 and the sentences of INT-06, 07, 33–38: what each kind of record must say. */
export const EVIDENCE: Record<EvidenceKind, Shape> = {
  inspection: { covers: "host", also: false, validTo: "none", number: false, file: true },
  unit_list: { covers: "host", also: true, validTo: "none", number: false, file: true },
  filing: { covers: "plan", also: false, validTo: "none", number: true, file: true },
  province: { covers: "host", also: true, validTo: "optional", number: true, file: true },
  plan: { covers: "plan", also: false, validTo: "none", number: false, file: true },
  rules: { covers: "plan", also: false, validTo: "optional", number: false, file: true },
  training: { covers: "placement", also: false, validTo: "none", number: false, file: true },
  safety_test: { covers: "placement", also: false, validTo: "needed", number: false, file: true },
  insurance: { covers: "placement", also: false, validTo: "needed", number: true, file: true },
  lodging: { covers: "placement", also: true, validTo: "none", number: false, file: false },
  special: { covers: "placement", also: false, validTo: "needed", number: true, file: true },
};

/** A record that stands, and what it covers. */
export type Evidence = {
  id: string;
  kind: EvidenceKind;
  doneOn: string;
  alsoOn: string | null;
  validTo: string | null;
  number: string | null;
  details: { payer?: string; insurer?: string; scope?: readonly string[] };
  subjectIds: readonly string[];
};

/** A placement as evidence sees it. */
export type Covered = {
  placementId: string | null;
  hostId: string;
  programmeId: string;
  startsOn: string;
  endsOn: string;
};

export type Plan = { id: string; programmeIds: readonly string[]; startsOn: string; endsOn: string };

/**
 * The plan (实习方案) a placement falls under: one for its programme whose dates hold the placement's, the latest begun
 * first. Goes in: the school's plans and the placement. Comes out: the plan, or null.
 */
export const planOf = <P extends Plan>(plans: readonly P[], placement: Covered): P | null =>
  plans
    .filter(
      (plan) =>
        plan.programmeIds.includes(placement.programmeId) &&
        plan.startsOn <= placement.startsOn &&
        plan.endsOn >= placement.endsOn,
    )
    .sort((a, b) => b.startsOn.localeCompare(a.startsOn) || b.id.localeCompare(a.id))[0] ?? null;

/**
 * The record of a kind that serves a placement best. Goes in: the school's standing records, the kind, the placement and
 * its plan. Comes out: the one that holds longest and covers it (by host, plan or placement), the latest among equals;
 * null when none does. A record begun after the placement is taken only when there is no earlier one.
 */
export const evidenceFor = (
  records: readonly Evidence[],
  kind: EvidenceKind,
  placement: Covered,
  plan: Plan | null,
): Evidence | null => {
  const shape = EVIDENCE[kind];
  const subject =
    shape.covers === "host" ? placement.hostId : shape.covers === "plan" ? plan?.id : placement.placementId;
  if (!subject) return null;
  const inTime = (one: Evidence) => (one.doneOn <= placement.startsOn ? 1 : 0);
  const until = (one: Evidence) => one.validTo ?? "9999-12-31";
  return (
    records
      .filter((one) => one.kind === kind && one.subjectIds.includes(subject))
      .sort(
        (a, b) =>
          inTime(b) - inTime(a) ||
          until(b).localeCompare(until(a)) ||
          b.doneOn.localeCompare(a.doneOn) ||
          b.id.localeCompare(a.id),
      )[0] ?? null
  );
};
