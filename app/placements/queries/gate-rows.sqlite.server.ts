import { rawReader } from "~/platform/db/client.server";
import type { Tx } from "~/platform/db/gate.server";

type Cell = string | number | null;
/** Asks the database in SQL: outside a transaction on the reading connection, inside one through it. */
export type Ask = (sql: string, ...cells: Cell[]) => Promise<Record<string, unknown>[]>;

export const askReader: Ask = async (sql, ...cells) =>
  rawReader()
    .prepare(sql)
    .all(...cells) as Record<string, unknown>[];

export const askIn =
  (tx: Tx): Ask =>
  (sql, ...cells) =>
    tx.$queryRawUnsafe<Record<string, unknown>[]>(sql, ...cells);

/** Which placements: of a school, a host, by ids, or all that begin by a day. */
export type GateScope = {
  schoolId?: string;
  hostId?: string;
  ids?: readonly string[];
  programmeId?: string;
  className?: string;
  states: readonly string[];
  startsBy?: string;
};

const PLACEMENTS = `SELECT p.id, p.studentId, p.schoolId, p.programmeId, p.majorCode, p.hostId, p.listingId, p.postId,
  p.applicationId, p.origin, p.type, p.title, p.startsOn, p.endsOn, p.state, p.terms, p.teacherId, p.mentorId,
  p.startedOn, p.version, s.name AS studentName, s.className, s.studentNumber, s.personId AS studentPersonId,
  h.name AS hostName, h.shortName AS hostShort, c.name AS schoolName, c.regionCode AS schoolRegion,
  r.name AS programmeName, json_extract(l.details, '$.lawful') AS lawfulListing,
  (SELECT json_group_array(g.id) FROM Guardian g WHERE g.studentId = p.studentId AND g.endedAt IS NULL) AS guardians,
  (SELECT json_group_object(a.key, json(a.value)) FROM PlacementAnswer a WHERE a.placementId = p.id) AS answers,
  EXISTS (SELECT 1 FROM Placement q WHERE q.schoolId = p.schoolId AND q.hostId = p.hostId
    AND q.startedOn IS NOT NULL AND q.id <> p.id) AS been
  FROM Placement p JOIN Student s ON s.id = p.studentId JOIN Organization h ON h.id = p.hostId
  JOIN Organization c ON c.id = p.schoolId LEFT JOIN Programme r ON r.id = p.programmeId
  LEFT JOIN Listing l ON l.id = p.listingId`;

/** The placements of a scope with their people and hosts, in the order of a class list. One statement. */
export const placementRows = (ask: Ask, scope: GateScope, limit: number) => {
  const where = ["p.state IN (SELECT value FROM json_each(?))"];
  const cells: Cell[] = [JSON.stringify(scope.states)];
  const also = (sql: string, cell: Cell | undefined) => {
    if (cell === undefined) return;
    where.push(sql);
    cells.push(cell);
  };
  also("p.id IN (SELECT value FROM json_each(?))", scope.ids && JSON.stringify(scope.ids));
  also("p.schoolId = ?", scope.schoolId);
  also("p.hostId = ?", scope.hostId);
  also("p.programmeId = ?", scope.programmeId);
  also("s.className = ?", scope.className);
  also("p.startsOn <= ?", scope.startsBy);
  const sql = `${PLACEMENTS} WHERE ${where.join(" AND ")} ORDER BY p.startsOn, s.className, s.studentNumber, p.id LIMIT ?`;
  return ask(sql, ...cells, limit);
};

/** Standing evidence of some schools with what it covers. One statement. */
export const evidenceRows = (ask: Ask, schoolIds: readonly string[]) =>
  ask(
    `SELECT e.id, e.schoolId, e.kind, e.doneOn, e.alsoOn, e.validTo, e.number, e.details,
       (SELECT json_group_array(c.subjectId) FROM GateCover c WHERE c.evidenceId = e.id) AS subjects
     FROM GateEvidence e
     WHERE e.schoolId IN (SELECT value FROM json_each(?)) AND e.withdrawnAt IS NULL
     ORDER BY e.createdAt DESC LIMIT 5000`,
    JSON.stringify(schoolIds),
  );

/** Plans of some schools with their programmes. One statement. */
export const planRows = (ask: Ask, schoolIds: readonly string[]) =>
  ask(
    `SELECT i.id, i.schoolId, i.title, i.startsOn, i.endsOn,
       (SELECT json_group_array(g.programmeId) FROM PlanProgramme g WHERE g.planId = i.id) AS programmes
     FROM InternshipPlan i WHERE i.schoolId IN (SELECT value FROM json_each(?))
     ORDER BY i.startsOn DESC LIMIT 500`,
    JSON.stringify(schoolIds),
  );

/** Words of the consent ledger about internships of some students. One statement. */
export const consentRows = (ask: Ask, studentIds: readonly string[]) =>
  ask(
    `SELECT studentId, recipientId, party, guardianId, act, at FROM Consent
     WHERE purpose = 'internship' AND studentId IN (SELECT value FROM json_each(?))
     ORDER BY at DESC, id DESC LIMIT 20000`,
    JSON.stringify(studentIds),
  );

/** The tripartite agreements of some placements with who signed when, the latest text of each first. One statement. */
export const agreementRows = (ask: Ask, placementIds: readonly string[]) =>
  ask(
    `SELECT d.id, d.subjectId, d.state, d.code, d.digest, d.pdfFileId,
       (SELECT json_group_array(json_array(g.signerKind, g.signerId, g.signedAt))
        FROM SealedSignature g WHERE g.documentId = d.id) AS signatures
     FROM SealedDocument d
     WHERE d.subjectKind = 'placement' AND d.subjectId IN (SELECT value FROM json_each(?)) AND d.state <> 'withdrawn'
     ORDER BY d.subjectId, d.ordinal DESC LIMIT 2000`,
    JSON.stringify(placementIds),
  );
