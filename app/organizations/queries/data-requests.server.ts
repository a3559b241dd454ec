import type { MemberCtx } from "~/identity/actor";
import { read } from "~/platform/db/client.server";

const MOST = 50;

/**
 * What guardians asked the own school, those that wait first by due date, then the latest answered; at most fifty of each.
 * Goes in: who asks. Comes out: the requests with the student's name and number.
 */
export const dataRequests = async (ctx: MemberCtx) => {
  const { organizationId } = ctx.actor;
  const [open, answered] = await Promise.all([
    read.dataRequest.findMany({
      where: { organizationId, state: "open" },
      orderBy: [{ dueOn: "asc" }, { id: "asc" }],
      take: MOST,
    }),
    read.dataRequest.findMany({
      where: { organizationId, state: { in: ["done", "refused"] } },
      orderBy: [{ dueOn: "desc" }, { id: "desc" }],
      take: MOST,
    }),
  ]);
  const rows = [...open, ...answered];
  const students = await read.student.findMany({
    where: { id: { in: rows.map(({ studentId }) => studentId) } },
    select: { id: true, name: true, studentNumber: true, state: true },
  });
  return rows.map((row) => {
    const student = students.find(({ id }) => id === row.studentId);
    return {
      id: row.id,
      studentId: row.studentId,
      student: student && student.state !== "erased" ? student.name : null,
      number: student && student.state !== "erased" ? student.studentNumber : null,
      kind: row.kind as "correction" | "deletion",
      field: row.field,
      text: row.text,
      askedAt: row.askedAt.toISOString(),
      dueOn: row.dueOn,
      state: row.state as "open" | "done" | "refused",
      answer: row.answer,
    };
  });
};

export type SchoolDataRequest = Awaited<ReturnType<typeof dataRequests>>[number];
