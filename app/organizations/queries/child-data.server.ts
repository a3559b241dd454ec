import type { PersonCtx } from "~/identity/actor";
import { read } from "~/platform/db/client.server";
import { civilDate } from "~/platform/time/clock";
import { childOf } from "../guardian-scope.server";
import { wholeRecord } from "./whole-record.server";

/** What was asked about a record, the latest first, at most twenty. */
export const dataRequestsOf = async (studentId: string) => {
  const rows = await read.dataRequest.findMany({
    where: { studentId },
    orderBy: { askedAt: "desc" },
    take: 20,
  });
  return rows.map((row) => ({
    id: row.id,
    kind: row.kind as "correction" | "deletion",
    field: row.field,
    text: row.text,
    askedAt: row.askedAt.toISOString(),
    dueOn: row.dueOn,
    state: row.state as "open" | "done" | "refused" | "withdrawn",
    answer: row.answer,
  }));
};

export type DataRequestItem = Awaited<ReturnType<typeof dataRequestsOf>>[number];

/**
 * A child's record as a guardian may see it: in the clear, other guardians by name only, with what was asked of the
 * school. Goes in: who asks and the student. Comes out: the record; "adult" once the child is of age; null for everybody
 * else's. Source: 《未成年人网络保护条例》 art. 34 (read).
 */
export const childData = async (ctx: PersonCtx, studentId: string) => {
  const child = await childOf(ctx, studentId);
  if (child === null || child === "adult") return child;
  const { student, guardianId } = child;
  const own = student.guardians.findIndex(({ id }) => id === guardianId);
  const [record, requests] = await Promise.all([
    wholeRecord(student, civilDate(ctx.clock.now())),
    dataRequestsOf(studentId),
  ]);
  const guardians = record.guardians.map((one, index) =>
    index === own ? one : { ...one, phone: null, email: null },
  );
  return { record: { ...record, guardians }, requests };
};

export type ChildData = Exclude<Awaited<ReturnType<typeof childData>>, null | "adult">;
