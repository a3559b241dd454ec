import { read } from "~/platform/db/client.server";
import { addDays } from "~/platform/time/clock";
import { COLLECTABLE, countOutcomes, sameTranscript } from "../rules/deposit";
import { namesOf } from "./school-names.server";

const MOST_ITEMS = 500;

const startOf = (day: string): Date => new Date(`${day}T00:00:00+08:00`);

/**
 * The reconciliation of the intermediate store for one school and a stretch of days, both included. Goes in: the school, the
 * days. Comes out: how its tries to deposit ended, what became of the deposits (latest, superseded, late, converted,
 * collected), students of whom another school holds a transcript too, what it may itself collect and has not, and the
 * deposits one by one, newest first, at most five hundred ("more" says so).
 */
export const reconciliation = async (organizationId: string, days: { from: string; to: string }) => {
  const at = { gte: startOf(days.from), lt: startOf(addDays(days.to, 1)) };
  const [attempts, deposits, incoming] = await Promise.all([
    read.transcriptAttempt.groupBy({
      by: ["outcome"],
      where: { schoolId: organizationId, at },
      orderBy: { outcome: "asc" },
      take: 10,
      _count: { _all: true },
    }),
    read.transcriptDeposit.findMany({
      where: { schoolId: organizationId, receivedAt: at },
      orderBy: [{ receivedAt: "desc" }, { id: "desc" }],
      take: MOST_ITEMS + 1,
    }),
    read.transfer.findMany({
      where: { toSchoolId: organizationId, state: { in: [...COLLECTABLE] } },
      orderBy: [{ dueOn: "asc" }, { id: "asc" }],
      take: MOST_ITEMS,
      select: { studentId: true, fromSchoolId: true },
    }),
  ]);
  const shown = deposits.slice(0, MOST_ITEMS);
  const [transfers, others, collectable, students] = await Promise.all([
    read.transfer.findMany({
      where: { fromSchoolId: organizationId, studentId: { in: shown.map((one) => one.studentId) } },
      take: MOST_ITEMS,
      select: { id: true, studentId: true, reference: true },
    }),
    read.transcriptDeposit.findMany({
      where: {
        identityKey: { in: [...new Set(shown.map((one) => one.identityKey))] },
        state: "latest",
        schoolId: { not: organizationId },
      },
      take: MOST_ITEMS,
      select: { identityKey: true, schoolId: true },
    }),
    read.transcriptDeposit.findMany({
      where: { studentId: { in: incoming.map((one) => one.studentId) }, state: "latest", receivedAt: at },
      take: MOST_ITEMS,
      select: { studentId: true, schoolId: true, collectedAt: true },
    }),
    read.student.findMany({
      where: { id: { in: shown.map((one) => one.studentId) } },
      select: { id: true, studentNumber: true },
    }),
  ]);
  const conversions = await read.creditConversion.findMany({
    where: { transferId: { in: transfers.map((one) => one.id) }, state: "confirmed" },
    take: MOST_ITEMS,
    select: { transferId: true, transcript: true },
  });
  const names = await namesOf(others.map((one) => one.schoolId));
  const items = shown.map((row) => {
    const transfer = transfers.find((one) => one.studentId === row.studentId);
    return {
      id: row.id,
      deposit: row.name,
      sequence: row.sequence,
      order: row.state,
      student: students.find((one) => one.id === row.studentId)?.studentNumber ?? null,
      transfer: transfer?.reference ?? null,
      receivedAt: row.receivedAt.toISOString(),
      hash: row.hash,
      converted: conversions.some(
        (one) =>
          one.transferId === transfer?.id &&
          sameTranscript(JSON.parse(one.transcript), JSON.parse(row.lines)),
      ),
      collectedAt: row.collectedAt?.toISOString() ?? null,
      collectedBy: row.collectedByName || null,
      elsewhere: [
        ...new Set(
          others
            .filter((one) => one.identityKey === row.identityKey)
            .map((one) => names.get(one.schoolId) ?? ""),
        ),
      ],
    };
  });
  const forUs = collectable.filter((row) =>
    incoming.some((one) => one.studentId === row.studentId && one.fromSchoolId === row.schoolId),
  );
  const count = (order: string) => items.filter((one) => one.order === order).length;
  return {
    ...days,
    attempts: countOutcomes(attempts.map((row) => ({ outcome: row.outcome, count: row._count._all }))),
    deposits: {
      latest: count("latest"),
      superseded: count("superseded"),
      late: count("late"),
      converted: items.filter((one) => one.converted).length,
      collected: items.filter((one) => one.collectedAt !== null).length,
      elsewhere: items.filter((one) => one.elsewhere.length > 0).length,
    },
    incoming: { available: forUs.length, collected: forUs.filter((one) => one.collectedAt !== null).length },
    items,
    more: deposits.length > MOST_ITEMS,
  };
};
