import type { Person } from "~/identity/actor";
import { read } from "~/platform/db/client.server";
import { newId } from "~/platform/id";
import { fixedClock } from "~/platform/time/clock";
import { type CastMember, ctxAt } from "./time";

type Row = Awaited<ReturnType<typeof read.placement.findMany>>[number];
export type Trainee = { row: Row; person: { id: string; name: string }; index: number };

/** The context of a command a student at work gives at an instant. */
export const studentCtx = (school: CastMember, { person }: Trainee, at: Date) => {
  const { organization } = ctxAt(school, at).actor;
  const actor: Person = {
    kind: "person",
    personId: person.id,
    organizationId: organization.id,
    name: person.name,
    language: "zh-CN",
    isOperator: false,
    sessionPublicId: newId(),
    organization: { ...organization, role: "student" },
  };
  return { actor, clock: fixedClock(at.toISOString()), requestId: newId() };
};

/** The students of a school who are at work, each with an account, in the order they were placed. */
export const trainees = async (school: CastMember): Promise<Trainee[]> => {
  const rows = await read.placement.findMany({
    where: {
      schoolId: school.organization.id,
      startedOn: { not: null },
      state: { in: ["in_progress", "paused"] },
    },
    orderBy: { id: "asc" },
    take: 200,
  });
  const students = await read.student.findMany({
    where: { id: { in: rows.map((row) => row.studentId) } },
    select: { id: true, personId: true, name: true },
  });
  return rows.flatMap((row, index) => {
    const student = students.find((one) => one.id === row.studentId);
    return student?.personId ? [{ row, person: { id: student.personId, name: student.name }, index }] : [];
  });
};
