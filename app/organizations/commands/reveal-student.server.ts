import type { MemberCtx } from "~/identity/actor";
import { openField } from "~/platform/crypto/fields.server";
import { decide, reject } from "~/platform/decide.server";
import { record } from "~/platform/events/record.server";
import { type Result, refuse } from "~/platform/result";
import { ageOn, civilDate } from "~/platform/time/clock";
import { mayRevealStudent } from "../student-policy";
import { openStudent } from "../student-record.server";

export type RevealedStudent = {
  birthDate: string | null;
  idTail: string | null;
  phone: string | null;
  email: string | null;
  guardians: { id: string; name: string; phone: string | null; email: string | null }[];
};

/**
 * Opens a student's sealed fields for staff of the own school, once, with the reason written into the student's history
 * where the whole school can see it. Goes in: the student and the reason. Comes out: the fields in the clear. Refuses who
 * does not keep the roll (forbidden) and another school's student (not found).
 * Source: 《未成年人网络保护条例》 art. 36 (read).
 */
export const revealStudent = async (
  ctx: MemberCtx,
  input: { studentId: string; reason: string },
): Promise<Result<RevealedStudent>> => {
  const allowed = mayRevealStudent(ctx.actor);
  if (!allowed.ok) return refuse("forbidden", allowed.refusal.key);
  const { organizationId } = ctx.actor;
  return decide(async (tx) => {
    const student = await tx.student.findFirst({
      where: { id: input.studentId, organizationId, state: { not: "erased" } },
      include: { guardians: { where: { endedAt: null }, orderBy: { createdAt: "asc" } } },
    });
    if (!student) return reject({ code: "not_found", key: "errors.notFound" });
    const fields = openStudent(student);
    const minor = fields.birthDate !== null && ageOn(fields.birthDate, civilDate(ctx.clock.now())) < 18;
    await record(tx, ctx, {
      subject: { type: "student", id: student.id },
      name: "student.revealed",
      payload: { reason: input.reason, minor, fields: "birthDate,idTail,phone,email,guardians" },
      audience: [organizationId],
    });
    return {
      ...fields,
      guardians: student.guardians.map(({ id, name, phoneSealed, emailSealed }) => ({
        id,
        name,
        phone: phoneSealed ? openField("guardian.phone", phoneSealed) : null,
        email: emailSealed ? openField("guardian.email", emailSealed) : null,
      })),
    };
  });
};
