import type { HazardCode } from "~/catalogues/hazards";
import type { LikenessFact, LikenessRelation } from "./rules/likeness";
import type { Gap, NextStep } from "./rules/profile-completeness";
import type { FieldNotes } from "./schema";

/** A post as lists show it; pay in fen. */
export type ListedPost = {
  id: string;
  name: string;
  occupationCode: string;
  occupation: string;
  headcount: number;
  samePostPayFen: number | null;
  labourIntensity: number | null;
  hazards: HazardCode[];
  closed: boolean;
};

/** One intake of a programme; practice as civil dates. */
export type ListedCohort = {
  entryYear: number;
  students: number;
  practiceFrom: string | null;
  practiceTo: string | null;
};

/** A programme as lists show it; practice share in percent. */
export type ListedProgramme = {
  id: string;
  version: number;
  majorCode: string;
  major: string;
  level: string;
  name: string;
  seats: number;
  practiceShare: number | null;
  introduction: string;
  closed: boolean;
  cohorts: ListedCohort[];
};

/** The own organization as its people see it. */
export type OwnOrganization = {
  id: string;
  version: number;
  kind: string;
  state: string;
  name: string;
  shortName: string;
  uscc: string | null;
  schoolCode: string | null;
  codes: { uscc: "needed" | "optional" | "none"; schoolCode: "needed" | "none" };
  identityFixed: boolean;
  region: string;
  regionName: string;
  address: string;
  lng: number | null;
  lat: number | null;
  /** The region whose centre stands in for the address, by name. */
  borrowedFrom: string | null;
  introduction: string;
  website: string | null;
  contactName: string | null;
  contactPhone: string | null;
  industry: string;
  employees: number | null;
  schoolLevel: string | null;
  ownership: string | null;
  posts: number;
  programmes: number;
  gaps: Gap[];
  step: NextStep;
  review: {
    id: string;
    submittedAt: string;
    dueOn: string;
    dueUncertain: boolean;
    decision: string | null;
    reason: string | null;
    fieldNotes: FieldNotes;
  } | null;
};

/** An organization as anybody may see it; no contact, ever. */
export type PublicOrganization = {
  movedTo: null;
  id: string;
  kind: string;
  state: string;
  name: string;
  shortName: string;
  /** Names it had before, the latest first. */
  formerNames: string[];
  uscc: string | null;
  schoolCode: string | null;
  region: string;
  industry: string;
  regionCode: string;
  address: string;
  point: { lng: number; lat: number; approximate: boolean } | null;
  employees: number | null;
  schoolLevel: string | null;
  ownership: string | null;
  introduction: string;
  website: string | null;
  source: { authority: string; document: string; date: string } | null;
  verifiedAt: string | null;
  posts: ListedPost[];
  programmes: ListedProgramme[];
};

/** One organization of the public list. */
export type OrganizationItem = {
  id: string;
  kind: string;
  state: string;
  name: string;
  regionCode: string;
  region: string;
  industry: string;
  schoolLevel: string | null;
  ownership: string | null;
  posts: number;
  programmes: number;
};

/** A plain fact two organizations share, and what the two are to each other where that matters. */
export type SharedFact = LikenessFact & {
  relation: LikenessRelation | null;
  other: { id: string; name: string; kind: string; state: string };
};

/** A delivery as the operator sees it; the mail only in the demo. Instants as ISO text. */
export type OutboxItem = {
  id: string;
  kind: string;
  state: string;
  attempts: number;
  maxAttempts: number;
  runAt: string;
  createdAt: string;
  finishedAt: string | null;
  lastError: string | null;
  mail: { to: string; subject: string; text: string } | null;
};

/** A recorded event as the operator sees it; the payload as it is stored. */
export type EventItem = {
  id: string;
  name: string;
  at: string;
  actor: string;
  subjectType: string;
  subjectId: string;
  sequence: number;
  payload: string;
  hash: string;
};
