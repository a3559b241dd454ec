import { read } from "~/platform/db/client.server";
import type { Criteria } from "../rules/round-criteria";
import { shareConsents } from "../share-consents.server";

const MOST = 500;

/**
 * The students who chose a host's slot, as far as they agreed to be seen by it. In: the slot, the civil date. Out: at most
 * 500 by student number with the place already given, and how many more chose it whom the host may not see. What place
 * the student gave the slot is not told: it must not be weighed.
 */
export const slotCandidates = async (slotId: string, hostId: string, on: string) => {
  const [choices, ranks] = await Promise.all([
    read.roundChoice.findMany({ where: { slotId }, take: MOST, select: { studentId: true } }),
    read.roundRank.findMany({ where: { slotId }, take: 3_000 }),
  ]);
  const pairs = choices.map(({ studentId }) => ({ studentId, hostId }));
  const standing = await shareConsents(read, pairs, on);
  const visible = pairs.filter((pair) => standing(pair)?.complete).map(({ studentId }) => studentId);
  const students = await read.student.findMany({
    where: { id: { in: visible } },
    orderBy: { studentNumber: "asc" },
    select: { id: true, name: true, className: true, entryYear: true, programmeId: true },
  });
  const programmes = await read.programme.findMany({
    where: { id: { in: [...new Set(students.map(({ programmeId }) => programmeId))] } },
    select: { id: true, name: true },
  });
  return {
    hidden: choices.length - visible.length,
    students: students.map(({ id, name, className, entryYear, programmeId }) => {
      const rank = ranks.find(({ studentId }) => studentId === id);
      return {
        id,
        name,
        className,
        entryYear,
        programme: programmes.find((one) => one.id === programmeId)?.name ?? "",
        place: rank?.place ?? null,
        refused: rank !== undefined && rank.place === null,
      };
    }),
  };
};

/** The stored weights of a slot, read back. In: its criteria as JSON. Out: the weights. */
export const criteriaOf = (text: string): Criteria => JSON.parse(text) as Criteria;
