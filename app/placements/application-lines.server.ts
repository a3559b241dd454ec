import { read } from "~/platform/db/client.server";
import type { ApplicationRow } from "./application-record.server";
import type { ApplicationState } from "./rules/application-lifecycle";
import { type ApplicationTask, taskOf } from "./rules/application-task";
import type { Turn } from "./rules/application-turns";

/** One application in a list: what is shown of it depends on the reader's side, never on the component. */
export type ApplicationLine = {
  id: string;
  title: string;
  host: string;
  /** Null where the reader is the student. */
  student: { name: string; className: string; programme: string } | null;
  school: string;
  state: ApplicationState;
  turn: Turn | null;
  task: ApplicationTask | null;
  replyBy: string | null;
  startsOn: string;
  endsOn: string;
  createdAt: string;
  endedAt: string | null;
  bySchool: boolean;
  hidden: boolean;
  reason: string | null;
};

const unique = (ids: readonly string[]): string[] => [...new Set(ids)];

/**
 * Rows as list lines, with names in four queries whatever their number. Goes in: rows the reader may see, and whether
 * students are named (to host and school). Comes out: lines in the same order.
 */
export const linesOf = async (
  rows: readonly ApplicationRow[],
  named: boolean,
): Promise<ApplicationLine[]> => {
  const [organizations, students, programmes] = await Promise.all([
    read.organization.findMany({
      where: { id: { in: unique(rows.flatMap((row) => [row.hostId, row.schoolId])) } },
      select: { id: true, name: true },
    }),
    named
      ? read.student.findMany({
          where: { id: { in: unique(rows.map((row) => row.studentId)) } },
          select: { id: true, name: true, className: true },
        })
      : [],
    named
      ? read.programme.findMany({
          where: { id: { in: unique(rows.map((row) => row.programmeId)) } },
          select: { id: true, name: true },
        })
      : [],
  ]);
  const nameOf = new Map([...organizations, ...programmes].map((one) => [one.id, one.name]));
  const studentOf = new Map(students.map((one) => [one.id, one]));
  return rows.map((row) => {
    const student = studentOf.get(row.studentId);
    const state = row.state as ApplicationState;
    const turn = row.turn as Turn | null;
    return {
      id: row.id,
      title: row.title,
      host: nameOf.get(row.hostId) ?? "",
      student: student
        ? {
            name: student.name,
            className: student.className,
            programme: nameOf.get(row.programmeId) ?? "",
          }
        : null,
      school: nameOf.get(row.schoolId) ?? "",
      state,
      turn,
      task: taskOf(state, turn, row.sharedAt !== null),
      replyBy: row.replyBy,
      startsOn: row.startsOn,
      endsOn: row.endsOn,
      createdAt: row.createdAt.toISOString(),
      endedAt: row.endedAt?.toISOString() ?? null,
      bySchool: row.appliedBy === "school",
      hidden: row.sharedAt === null,
      reason: row.reason,
    };
  });
};
