/** A profile as completeness sees it: the stored facts and how much hangs on them. */
export type ProfileFacts = {
  kind: string;
  name: string;
  regionCode: string;
  address: string;
  introduction: string;
  contactName: string | null;
  hasPhone: boolean;
  uscc: string | null;
  schoolCode: string | null;
  industryCode: string | null;
  employees: number | null;
  schoolLevel: string | null;
  ownership: string | null;
  evidence: number;
  posts: number;
  programmes: number;
};

/** A fact that is not there yet. `needed`: verification asks for it; otherwise partners do. */
export type Gap = { field: GapField; needed: boolean };

export const GAP_FIELDS = [
  "name",
  "uscc",
  "schoolCode",
  "region",
  "address",
  "industry",
  "employees",
  "schoolLevel",
  "ownership",
  "contactName",
  "contactPhone",
  "evidence",
  "introduction",
  "posts",
  "programmes",
] as const;

export type GapField = (typeof GAP_FIELDS)[number];

/** Codes an organization of a kind is identified by. House rule. */
export const codesOf = (
  kind: string,
): { uscc: "needed" | "optional" | "none"; schoolCode: "needed" | "none" } => {
  if (kind === "school" || kind === "general_school") return { uscc: "optional", schoolCode: "needed" };
  if (kind === "authority") return { uscc: "optional", schoolCode: "none" };
  return { uscc: "needed", schoolCode: "none" };
};

/**
 * What a profile still lacks, in the order of the form, what verification needs first. Goes in: the stored facts.
 * Comes out: the gaps; without a `needed` one the profile may be submitted. House rule.
 */
export const profileGaps = (facts: ProfileFacts): Gap[] => {
  const codes = codesOf(facts.kind);
  const enterprise = facts.kind === "enterprise";
  const school = facts.kind === "school";
  const lacks: [GapField, boolean][] = [
    ["name", facts.name === ""],
    ["uscc", codes.uscc === "needed" && !facts.uscc],
    ["schoolCode", codes.schoolCode === "needed" && !facts.schoolCode],
    ["region", facts.regionCode === "" || facts.regionCode.endsWith("0000")],
    ["address", facts.address === ""],
    ["industry", enterprise && !facts.industryCode],
    ["employees", enterprise && facts.employees === null],
    ["schoolLevel", school && !facts.schoolLevel],
    ["ownership", school && !facts.ownership],
    ["contactName", !facts.contactName],
    ["contactPhone", !facts.hasPhone],
    ["evidence", facts.evidence === 0],
  ];
  const wanted: [GapField, boolean][] = [
    ["introduction", facts.introduction === ""],
    ["posts", enterprise && facts.posts === 0],
    ["programmes", school && facts.programmes === 0],
  ];
  return [
    ...lacks.filter(([, absent]) => absent).map(([field]) => ({ field, needed: true })),
    ...wanted.filter(([, absent]) => absent).map(([field]) => ({ field, needed: false })),
  ];
};

/** The one thing an organization should do next about its profile; null when nothing is left to do. */
export type NextStep =
  | { act: "fill"; field: GapField }
  | { act: "appeal" | "evidence" | "submit" | "wait" | "mend" | "posts" | "programmes" | "publish" };

/**
 * The next step of a profile. Goes in: the organization's state and its gaps. Comes out: one act. Mending what the
 * operator noted comes before everything; a verified party without posts or programmes cannot be matched. House rule.
 */
export const nextStep = (state: string, gaps: readonly Gap[]): NextStep => {
  const first = gaps.find((gap) => gap.needed);
  const wants = (field: GapField) => gaps.some((gap) => gap.field === field);
  if (state === "blocked") return { act: "appeal" };
  if (state === "submitted")
    return wants("posts") ? { act: "posts" } : wants("programmes") ? { act: "programmes" } : { act: "wait" };
  if (state === "verified") {
    if (wants("posts")) return { act: "posts" };
    if (wants("programmes")) return { act: "programmes" };
    return { act: "publish" };
  }
  if (first && first.field !== "evidence") return { act: "fill", field: first.field };
  if (first) return { act: "evidence" };
  return { act: state === "returned" ? "mend" : "submit" };
};
