import { read } from "~/platform/db/client.server";
import type { OutcomeMonth } from "../rules/outcome-definitions";
import { graduatesOf } from "./outcome-figures.server";

const PART = 500;
/** Graduates asked by hand in one go. */
export const MOST_ASKED = 500;

/**
 * The graduates of a school's year whose destination at a month nobody knows and who did not ask to be left alone, at most
 * 500, with their earlier question where there is one. Goes in: the school, the year of graduation, the month.
 */
export const unansweredGraduates = async (schoolId: string, year: number, month: OutcomeMonth) => {
  const programmes = await read.programme.findMany({
    where: { organizationId: schoolId },
    select: { id: true, level: true },
  });
  const students = await graduatesOf(programmes, year);
  const open = [];
  for (let at = 0; at < students.length && open.length < MOST_ASKED; at += PART) {
    const part = students.slice(at, at + PART);
    const ids = { in: part.map((one) => one.id) };
    const [known, requests] = await Promise.all([
      read.graduateOutcome.findMany({
        where: { studentId: ids, month, stands: true, destination: { not: null } },
        select: { studentId: true },
      }),
      read.outcomeRequest.findMany({ where: { studentId: ids, month } }),
    ]);
    const told = new Set(known.map((one) => one.studentId));
    for (const student of part) {
      const request = requests.find((one) => one.studentId === student.id) ?? null;
      if (!told.has(student.id) && !request?.stoppedAt) open.push({ student, request });
    }
  }
  return open.slice(0, MOST_ASKED);
};
