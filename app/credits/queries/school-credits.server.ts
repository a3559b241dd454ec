import type { MemberCtx } from "~/identity/actor";
import { read } from "~/platform/db/client.server";
import { civilDate } from "~/platform/time/clock";
import { makeUpFigures } from "./makeup-figures.server";
import { namesOf } from "./school-names.server";
import { schoolTables } from "./tables-list.server";

const MOST_WAITING = 20;

/** What a school's first page about credits shows: students who wait (twenty), make-up in figures, tables, courses. */
export const schoolCredits = async (ctx: MemberCtx) => {
  const { organizationId } = ctx.actor;
  const [courses, { rows: tables }, figures, waiting] = await Promise.all([
    read.schoolCourse.count({ where: { organizationId, replacedAt: null } }),
    schoolTables(ctx),
    makeUpFigures(organizationId, civilDate(ctx.clock.now())),
    read.transfer.findMany({
      where: { toSchoolId: organizationId, state: "credits" },
      orderBy: [{ dueOn: "asc" }, { id: "asc" }],
      take: MOST_WAITING,
      select: { id: true, reference: true, studentName: true, fromSchoolId: true },
    }),
  ]);
  const done = await read.creditConversion.findMany({
    where: { transferId: { in: waiting.map((one) => one.id) }, state: "confirmed" },
    select: { transferId: true },
  });
  const names = await namesOf(waiting.map((one) => one.fromSchoolId));
  return {
    courses,
    tables,
    figures,
    waiting: waiting
      .filter((one) => !done.some((row) => row.transferId === one.id))
      .map((one) => ({
        id: one.id,
        reference: one.reference,
        name: one.studentName,
        from: names.get(one.fromSchoolId) ?? "",
      })),
  };
};
