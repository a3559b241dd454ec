import type { ReadClient } from "~/platform/db/client.server";
import type { Tx } from "~/platform/db/gate.server";
import { frozenRules } from "./rule-set.server";
import { type EligibilityFinding, judgeTransfer, type TransferFacts } from "./rules/eligibility";
import type { Direction, RuleSet, StudyForm } from "./rules/pack";
import { pairingOn, type RestingOn } from "./rules/pairing";
import { type Edge, gradeOf } from "./rules/term";

/** What the applicant or the school stated, as a transfer keeps it. Scores in tenths of a point. */
export type Stated = {
  studyForm: StudyForm | "other" | null;
  entranceScore: number | null;
  examsPassed: string[];
  cityArranged: boolean;
};

export const NOTHING_STATED: Stated = {
  studyForm: null,
  entranceScore: null,
  examsPassed: [],
  cityArranged: false,
};

/** The stated facts of a stored transfer. */
export const statedIn = (transfer: { facts: string }): Stated => ({
  ...NOTHING_STATED,
  ...(JSON.parse(transfer.facts) as Partial<Stated>),
});

export type StudentRow = {
  id: string;
  organizationId: string;
  entryYear: number;
  state: string;
  idHash: string | null;
};

/** Who a person is across schools: the keyed hash of the identity number, else the roll's own row. */
export const identityKeyOf = (student: { id: string; idHash: string | null }): string =>
  student.idHash ?? `student:${student.id}`;

/** The key that lets one person have one live transfer a term. */
export const termKeyOf = (identityKey: string, window: { schoolYear: number; term: number }): string =>
  `${identityKey}:${window.schoolYear}-${window.term}`;

const pairsBetween = async (client: ReadClient, fromId: string, toIds: readonly string[]) => {
  const pairs = await client.transferPairing.findMany({
    where: {
      OR: [
        { vocationalId: fromId, generalId: { in: [...toIds] } },
        { generalId: fromId, vocationalId: { in: [...toIds] } },
      ],
    },
    take: 500,
  });
  const agreements = await client.agreement.findMany({
    where: { id: { in: [...new Set(pairs.map((one) => one.agreementId))] } },
    select: {
      id: true,
      kind: true,
      state: true,
      effectiveOn: true,
      endsOn: true,
      parties: { select: { organizationId: true }, take: 10 },
    },
  });
  const resting = new Map(
    agreements.map(({ id, parties, ...one }): [string, RestingOn] => [
      id,
      { ...one, parties: parties.map((party) => party.organizationId) },
    ]),
  );
  return { pairs, resting };
};

export type JudgedQuota = {
  quotaId: string;
  rules: RuleSet;
  facts: TransferFacts;
  findings: EligibilityFinding[];
};

/**
 * Judges one student against several quotas at once. Goes in: the student, the quotas' ids (at most a hundred), what was
 * stated, the civil date, and the transfer itself where there is one (it does not count against itself). Comes out: facts and
 * findings by quota, under the rules as each window froze them. A fixed number of queries, however many quotas.
 */
export const judgeQuotas = async (
  reader: ReadClient | Tx,
  given: {
    student: StudentRow;
    quotaIds: readonly string[];
    stated: Stated;
    on: string;
    transferId?: string;
  },
): Promise<JudgedQuota[]> => {
  const client = reader as ReadClient;
  const { student, stated, on } = given;
  const identityKey = identityKeyOf(student);
  const quotas = await client.transferQuota.findMany({
    where: { id: { in: [...given.quotaIds] } },
    take: 100,
  });
  const windows = await client.transferWindow.findMany({
    where: { id: { in: [...new Set(quotas.map((one) => one.windowId))] } },
  });
  const schoolIds = [...new Set([student.organizationId, ...quotas.map((one) => one.schoolId)])];
  const schools = await client.organization.findMany({
    where: { id: { in: schoolIds } },
    select: { id: true, regionCode: true },
  });
  const regionOf = new Map(schools.map((one) => [one.id, one.regionCode]));
  const { pairs, resting } = await pairsBetween(client, student.organizationId, schoolIds);
  const others = await client.transfer.findMany({
    where: { identityKey, ...(given.transferId ? { id: { not: given.transferId } } : {}) },
    select: { termKey: true, state: true },
    take: 50,
  });
  const registration = await client.studentRegistration.findUnique({ where: { currentKey: identityKey } });
  return quotas.flatMap((quota) => {
    const window = windows.find((one) => one.id === quota.windowId);
    if (!window) return [];
    const termKey = termKeyOf(identityKey, window);
    const fromId = student.organizationId;
    const between = pairs.filter((one) => [one.vocationalId, one.generalId].includes(quota.schoolId));
    const rules = frozenRules(window);
    const facts: TransferFacts = {
      ...stated,
      direction: window.direction as Direction,
      on,
      studentGrade: gradeOf(student.entryYear, on),
      onRoll: student.state === "active",
      identityKnown: student.idHash !== null,
      claimedElsewhere: registration !== null && registration.registeredId !== fromId,
      windowGrade: window.grade,
      windowPoint: { grade: window.grade, term: window.term, edge: window.edge as Edge },
      windowOpensOn: window.opensOn,
      windowClosesOn: window.closesOn,
      windowCancelled: window.state === "cancelled",
      fromRegion: regionOf.get(fromId) ?? "",
      toRegion: regionOf.get(quota.schoolId) ?? "",
      pairing: pairingOn(
        between.map((pairing) => ({ pairing, agreement: resting.get(pairing.agreementId) ?? null })),
        [fromId, quota.schoolId],
        on,
      ),
      seats: quota.seats,
      taken: quota.taken,
      scoreLine: quota.scoreLine,
      liveThisTerm: others.filter((one) => one.termKey === termKey).length,
      movedBefore: others.filter((one) => one.state === "moved" || one.state === "returning").length,
    };
    return [{ quotaId: quota.id, rules, facts, findings: judgeTransfer(facts, rules.facts) }];
  });
};

/** Judges a stored transfer as it stands on a day. The window's closing counts for those who had submitted by then. */
export const judgeStored = async (
  reader: ReadClient | Tx,
  transfer: { id: string; studentId: string; quotaId: string; facts: string; submittedAt: Date | null },
  on: string,
  submittedOn: string | null,
): Promise<JudgedQuota | null> => {
  const student = await (reader as ReadClient).student.findUnique({
    where: { id: transfer.studentId },
    select: { id: true, organizationId: true, entryYear: true, state: true, idHash: true },
  });
  if (!student) return null;
  const found = await judgeQuotas(reader, {
    student,
    quotaIds: [transfer.quotaId],
    stated: statedIn(transfer),
    on: submittedOn ?? on,
    transferId: transfer.id,
  });
  return found[0] ?? null;
};
