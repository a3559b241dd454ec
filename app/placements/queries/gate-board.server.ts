import { civilDate } from "~/platform/time/clock";
import { type Answers, filledTerms, type Gap, gapsOf } from "../rules/answers";
import { type ConsentWord, consentDays } from "../rules/consents";
import { type Covered, type Evidence, evidenceFor, type Plan, planOf } from "../rules/evidence";
import { type AgreementSigned, type Gate, type GateFacts, gatesOf, isCrossProvince } from "../rules/gates";
import type { PlacementTerms } from "../terms";
import {
  type Ask,
  agreementRows,
  consentRows,
  evidenceRows,
  type GateScope,
  placementRows,
  planRows,
} from "./gate-rows.sqlite.server";

/** The most placements one board shows; a cohort larger than this is looked at by class. */
export const BOARD_ROWS = 300;

type Row = Record<string, unknown>;
type SchoolPlan = Plan & { title: string; schoolId: string };

const text = (row: Row, key: string): string => String(row[key] ?? "");
const maybe = (row: Row, key: string): string | null => (row[key] === null ? null : text(row, key));
const list = <T>(row: Row, key: string): T[] => JSON.parse(text(row, key) || "[]") as T[];

/** A placement as the gates and the lists show it. */
export type GateRow = {
  id: string;
  studentId: string;
  studentName: string;
  studentPersonId: string | null;
  className: string;
  studentNumber: string;
  schoolId: string;
  schoolName: string;
  programmeId: string;
  programmeName: string;
  hostId: string;
  hostName: string;
  hostShort: string;
  listingId: string | null;
  origin: "listing" | "round" | "self_found";
  type: string;
  title: string;
  startsOn: string;
  endsOn: string;
  state: string;
  teacherId: string | null;
  mentorId: string | null;
  version: number;
  agreedTerms: PlacementTerms;
  terms: PlacementTerms;
  answers: Answers;
  gaps: Gap[];
  plan: { id: string; title: string } | null;
  document: { id: string; state: string; code: string; digest: string; pdfFileId: string | null } | null;
  signed: AgreementSigned | null;
  facts: GateFacts;
  gates: Gate[];
};

const evidenceOf = (row: Row): Evidence & { schoolId: string } => ({
  id: text(row, "id"),
  schoolId: text(row, "schoolId"),
  kind: text(row, "kind") as Evidence["kind"],
  doneOn: text(row, "doneOn"),
  alsoOn: maybe(row, "alsoOn"),
  validTo: maybe(row, "validTo"),
  number: maybe(row, "number"),
  details: JSON.parse(text(row, "details")) as Evidence["details"],
  subjectIds: list<string>(row, "subjects"),
});

const planFrom = (row: Row): SchoolPlan => ({
  id: text(row, "id"),
  schoolId: text(row, "schoolId"),
  title: text(row, "title"),
  startsOn: text(row, "startsOn"),
  endsOn: text(row, "endsOn"),
  programmeIds: list<string>(row, "programmes"),
});

const wordOf = (row: Row): ConsentWord & { key: string } => {
  const at = new Date(text(row, "at"));
  return {
    key: `${text(row, "studentId")} ${text(row, "recipientId")}`,
    guardianId: maybe(row, "guardianId"),
    party: text(row, "party"),
    act: text(row, "act"),
    on: civilDate(at),
    at: at.toISOString(),
  };
};

const signedBy = (row: Row, placement: Row): AgreementSigned => {
  const signatures = list<[kind: string, id: string, at: string]>(row, "signatures");
  const when = (id: string): string | null => {
    const found = signatures.find(([, signerId]) => signerId === id);
    return found ? civilDate(new Date(found[2])) : null;
  };
  return {
    school: when(text(placement, "schoolId")),
    host: when(text(placement, "hostId")),
    student: when(text(placement, "studentPersonId")),
  };
};

const grouped = <T extends { key: string }>(rows: readonly T[]): Map<string, T[]> => {
  const map = new Map<string, T[]>();
  for (const row of rows) map.set(row.key, [...(map.get(row.key) ?? []), row]);
  return map;
};

const rowOf = (
  row: Row,
  file: { records: Evidence[]; plans: SchoolPlan[]; words: ConsentWord[]; document: Row | undefined },
  on: string,
): GateRow => {
  const agreedTerms = JSON.parse(text(row, "terms")) as PlacementTerms;
  const answers = JSON.parse(text(row, "answers") || "{}") as Answers;
  const terms = filledTerms(agreedTerms, answers);
  const [teacherId, mentorId] = [maybe(row, "teacherId"), maybe(row, "mentorId")];
  const state = text(row, "state");
  const startsOn = text(row, "startsOn");
  const gaps = gapsOf(terms, {
    lawful: Number(row.lawfulListing ?? 0) === 1 || answers.lawful === true,
    mentor: mentorId !== null,
    teacher: teacherId !== null,
  });
  const begins = maybe(row, "startedOn") ?? (on > startsOn ? on : startsOn);
  const covered: Covered = {
    placementId: text(row, "id"),
    hostId: text(row, "hostId"),
    programmeId: text(row, "programmeId"),
    startsOn: begins,
    endsOn: text(row, "endsOn"),
  };
  const plan = planOf(file.plans, { ...covered, startsOn });
  const find = (kind: Evidence["kind"]) => evidenceFor(file.records, kind, covered, plan);
  const signed = file.document ? signedBy(file.document, row) : null;
  const facts: GateFacts = {
    type: terms.type,
    begins,
    endsOn: covered.endsOn,
    newUnit: Number(row.been) === 0,
    crossProvince: isCrossProvince(text(row, "schoolRegion"), terms.regionCode),
    planned: plan !== null,
    consents: consentDays(file.words, list<string>(row, "guardians")),
    inspection: find("inspection"),
    unitList: find("unit_list"),
    filing: find("filing"),
    province: find("province"),
    plan: find("plan"),
    rules: find("rules"),
    training: find("training"),
    safetyTest: find("safety_test"),
    insurance: find("insurance"),
    agreement: signed,
    gaps: gaps.length,
  };
  const { document } = file;
  return {
    id: covered.placementId ?? "",
    studentId: text(row, "studentId"),
    studentName: text(row, "studentName"),
    studentPersonId: maybe(row, "studentPersonId"),
    className: text(row, "className"),
    studentNumber: text(row, "studentNumber"),
    schoolId: text(row, "schoolId"),
    schoolName: text(row, "schoolName"),
    programmeId: covered.programmeId,
    programmeName: text(row, "programmeName"),
    hostId: covered.hostId,
    hostName: text(row, "hostName"),
    hostShort: text(row, "hostShort"),
    listingId: maybe(row, "listingId"),
    origin: text(row, "origin") as GateRow["origin"],
    type: terms.type,
    title: text(row, "title"),
    startsOn,
    endsOn: covered.endsOn,
    state,
    teacherId,
    mentorId,
    version: Number(row.version),
    agreedTerms,
    terms,
    answers,
    gaps,
    plan,
    document: document
      ? {
          id: text(document, "id"),
          state: text(document, "state"),
          code: text(document, "code"),
          digest: text(document, "digest"),
          pdfFileId: maybe(document, "pdfFileId"),
        }
      : null,
    signed,
    facts,
    gates: gatesOf(facts, on),
  };
};

/**
 * The placements of a scope with their eight gates, in five statements whatever their number. Goes in: how to ask (inside
 * a transaction or out of one), the scope, the civil date, at most how many. Comes out: rows in the order of a class list.
 */
export const gateRows = async (
  ask: Ask,
  scope: GateScope,
  on: string,
  limit = BOARD_ROWS,
): Promise<GateRow[]> => {
  const placements = await placementRows(ask, scope, limit);
  if (placements.length === 0) return [];
  const schoolIds = [...new Set(placements.map((row) => text(row, "schoolId")))];
  const [evidence, plans, consents, agreements] = await Promise.all([
    evidenceRows(ask, schoolIds),
    planRows(ask, schoolIds),
    consentRows(
      ask,
      placements.map((row) => text(row, "studentId")),
    ),
    agreementRows(
      ask,
      placements.map((row) => text(row, "id")),
    ),
  ]);
  const records = evidence.map(evidenceOf);
  const allPlans = plans.map(planFrom);
  const words = grouped(consents.map(wordOf));
  const documents = new Map<string, Row>();
  for (const row of agreements) {
    const id = text(row, "subjectId");
    if (!documents.has(id)) documents.set(id, row);
  }
  return placements.map((row) => {
    const schoolId = text(row, "schoolId");
    return rowOf(
      row,
      {
        records: records.filter((one) => one.schoolId === schoolId),
        plans: allPlans.filter((one) => one.schoolId === schoolId),
        words: words.get(`${text(row, "studentId")} ${text(row, "hostId")}`) ?? [],
        document: documents.get(text(row, "id")),
      },
      on,
    );
  });
};
