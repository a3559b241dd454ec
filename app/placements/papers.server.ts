import type { FrozenDocument } from "~/agreements/rules/sealed-content";
import type { ReadClient } from "~/platform/db/client.server";
import { civilDate } from "~/platform/time/clock";
import type { Db } from "./head-count.server";
import type { Subject } from "./placing-known.server";
import { type ConsentWord, consentDays } from "./rules/consents";
import {
  type Covered,
  type Evidence,
  type EvidenceKind,
  evidenceFor,
  type Plan,
  planOf,
} from "./rules/evidence";
import type { KnownAgreement, KnownPapers } from "./rules/placing-facts";
import { knownAgreement } from "./rules/tripartite";

/** The ledger and the evidence of a cohort are short; more rows than this are not looked at. */
const MOST_ROWS = 20_000;

type StudentRow = { id: string; organizationId: string; programmeId: string };

const unique = (ids: readonly string[]): string[] => [...new Set(ids)];

/** Words of the consent ledger about internships at the subjects' hosts, and the guardians now linked. */
const loadConsents = async (client: ReadClient, subjects: readonly Subject[]) => {
  const studentIds = unique(subjects.map((one) => one.studentId));
  const [words, guardians] = await Promise.all([
    client.consent.findMany({
      where: {
        studentId: { in: studentIds },
        purpose: "internship",
        recipientId: { in: unique(subjects.map((one) => one.hostId)) },
      },
      orderBy: [{ at: "desc" }, { id: "desc" }],
      take: MOST_ROWS,
      select: { studentId: true, recipientId: true, guardianId: true, party: true, act: true, at: true },
    }),
    client.guardian.findMany({
      where: { studentId: { in: studentIds }, endedAt: null },
      take: MOST_ROWS,
      select: { id: true, studentId: true },
    }),
  ]);
  const wordsOf = new Map<string, ConsentWord[]>();
  for (const { studentId, recipientId, at, ...word } of words) {
    const key = `${studentId} ${recipientId}`;
    wordsOf.set(key, [...(wordsOf.get(key) ?? []), { ...word, on: civilDate(at), at: at.toISOString() }]);
  }
  const guardiansOf = new Map<string, string[]>();
  for (const { id, studentId } of guardians) {
    guardiansOf.set(studentId, [...(guardiansOf.get(studentId) ?? []), id]);
  }
  return (subject: Subject) =>
    consentDays(
      wordsOf.get(`${subject.studentId} ${subject.hostId}`) ?? [],
      guardiansOf.get(subject.studentId) ?? [],
    );
};

type Row = Omit<Evidence, "kind" | "details" | "subjectIds"> & {
  kind: string;
  details: string;
  schoolId: string;
  covers: { subjectId: string }[];
};

const evidenceOf = ({ kind, details, covers, ...row }: Row): Evidence & { schoolId: string } => ({
  ...row,
  kind: kind as EvidenceKind,
  details: JSON.parse(details) as Evidence["details"],
  subjectIds: covers.map((cover) => cover.subjectId),
});

const loadEvidence = async (
  client: ReadClient,
  subjects: readonly Subject[],
  students: readonly StudentRow[],
) => {
  const schoolId = { in: unique(students.map((one) => one.organizationId)) };
  const plans = await client.internshipPlan.findMany({
    where: {
      schoolId,
      programmes: { some: { programmeId: { in: unique(students.map((one) => one.programmeId)) } } },
    },
    orderBy: { startsOn: "desc" },
    take: 500,
    select: {
      id: true,
      schoolId: true,
      startsOn: true,
      endsOn: true,
      programmes: { select: { programmeId: true } },
    },
  });
  const subjectId = {
    in: unique([
      ...subjects.flatMap((one) => (one.placementId ? [one.hostId, one.placementId] : [one.hostId])),
      ...plans.map((plan) => plan.id),
    ]),
  };
  const rows = await client.gateEvidence.findMany({
    where: { schoolId, withdrawnAt: null, covers: { some: { subjectId } } },
    orderBy: { createdAt: "desc" },
    take: MOST_ROWS,
    select: {
      id: true,
      schoolId: true,
      kind: true,
      doneOn: true,
      alsoOn: true,
      validTo: true,
      number: true,
      details: true,
      covers: { where: { subjectId }, select: { subjectId: true } },
    },
  });
  return {
    records: rows.map(evidenceOf),
    plans: plans.map(({ programmes, ...plan }): Plan & { schoolId: string } => ({
      ...plan,
      programmeIds: programmes.map((one) => one.programmeId),
    })),
  };
};

/** The latest tripartite agreement of each placement as the rules see it: clauses, wording, and who signed when. */
const loadAgreements = async (client: ReadClient, subjects: readonly Subject[]) => {
  const ids = subjects.flatMap((one) => one.placementId ?? []);
  if (ids.length === 0) return new Map<string, KnownAgreement>();
  const documents = await client.sealedDocument.findMany({
    where: { subjectKind: "placement", subjectId: { in: ids }, state: { not: "withdrawn" } },
    orderBy: { ordinal: "asc" },
    take: 2000,
    select: {
      subjectId: true,
      frozen: true,
      signatures: { select: { signerKind: true, signerId: true, signedAt: true }, take: 12 },
    },
  });
  return new Map(
    documents.map((document) => {
      const { content } = JSON.parse(document.frozen) as FrozenDocument;
      const [school, host, student] = content.parties;
      const when = (party: { id: string } | undefined) => {
        const found = document.signatures.find((one) => one.signerId === party?.id);
        return found ? civilDate(found.signedAt) : null;
      };
      const signed = { school: when(school), host: when(host), student: when(student) };
      return [document.subjectId, knownAgreement(content, signed)];
    }),
  );
};

/**
 * What is on file about some subjects: consents, evidence of gates, the plan they fall under. Goes in: the subjects and
 * their students' schools and programmes. Comes out: a function that says what one subject's papers are.
 */
export const loadPapers = async (db: Db, subjects: readonly Subject[], students: readonly StudentRow[]) => {
  const client = db as ReadClient;
  const [consents, file, agreements] = await Promise.all([
    loadConsents(client, subjects),
    loadEvidence(client, subjects, students),
    loadAgreements(client, subjects),
  ]);
  const studentsById = new Map(students.map((one) => [one.id, one]));
  return (subject: Subject): KnownPapers | null => {
    const student = studentsById.get(subject.studentId);
    if (!student) return null;
    const records = file.records.filter((one) => one.schoolId === student.organizationId);
    const plans = file.plans.filter((one) => one.schoolId === student.organizationId);
    const covered: Covered = {
      placementId: subject.placementId ?? null,
      hostId: subject.hostId,
      programmeId: student.programmeId,
      startsOn: subject.terms.startsOn,
      endsOn: subject.terms.endsOn,
    };
    const agreement = subject.placementId ? (agreements.get(subject.placementId) ?? null) : null;
    const papers = papersFrom(records, covered, planOf(plans, covered));
    return { ...papers, ...consentsAs(consents(subject)), agreement };
  };
};

const consentsAs = (days: { student: string | null; guardian: string | null }) => ({
  consentStudent: days.student,
  consentGuardian: days.guardian,
});

/** The papers of one placement out of its school's records; consents and agreement are added by the caller. */
export const papersFrom = (
  records: readonly Evidence[],
  covered: Covered,
  plan: Plan | null,
): Omit<KnownPapers, "consentStudent" | "consentGuardian"> => {
  const find = (kind: EvidenceKind) => evidenceFor(records, kind, covered, plan);
  const [list, province, test, insurance] = [
    find("unit_list"),
    find("province"),
    find("safety_test"),
    find("insurance"),
  ];
  const [lodging, special] = [find("lodging"), find("special")];
  return {
    inspectedOn: find("inspection")?.doneOn ?? null,
    unitList: list && { decidedOn: list.doneOn, publishedOn: list.alsoOn },
    planFiledOn: find("filing")?.doneOn ?? null,
    province: province && { agreedOn: province.doneOn, filedOn: province.alsoOn },
    trainedOn: find("training")?.doneOn ?? null,
    safetyTest: test && { passedOn: test.doneOn, validTo: test.validTo },
    insurance: insurance && {
      policyNo: insurance.number,
      from: insurance.doneOn,
      to: insurance.validTo,
      payer: insurance.details.payer ?? null,
    },
    lodging: lodging && { signedOn: lodging.doneOn, filedOn: lodging.alsoOn },
    special: special && {
      number: special.number,
      from: special.doneOn,
      to: special.validTo,
      scope: special.details.scope ?? [],
    },
    agreement: null,
  };
};
