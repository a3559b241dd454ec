import type { PersonCtx } from "~/identity/actor";
import { read } from "~/platform/db/client.server";
import { civilDate } from "~/platform/time/clock";
import { WITH_GUARDIANS } from "./queries/whole-record.server";
import { guardianSpeaks } from "./rules/data-request";
import { openStudent } from "./student-record.server";

/**
 * A child's record within a guardian's reach: linked to their account now, and not of age yet. Comes out: the stored
 * record and the link's id; "adult" once the child is of age; null for everybody else's.
 */
export const childOf = async (ctx: PersonCtx, studentId: string) => {
  const link = await read.guardian.findFirst({
    where: { personId: ctx.actor.personId, studentId, endedAt: null },
    select: { id: true },
  });
  if (!link) return null;
  const student = await read.student.findUnique({ where: { id: studentId }, include: WITH_GUARDIANS });
  if (!student || student.state === "erased") return null;
  const speaks = guardianSpeaks(openStudent(student).birthDate, civilDate(ctx.clock.now()));
  return speaks ? { student, guardianId: link.id } : ("adult" as const);
};
