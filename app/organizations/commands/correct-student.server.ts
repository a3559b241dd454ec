import { pinyinKey } from "~/catalogues/pinyin-key.server";
import type { MemberCtx } from "~/identity/actor";
import { lookupHash, sealField } from "~/platform/crypto/fields.server";
import { decide, reject, stale } from "~/platform/decide.server";
import { record } from "~/platform/events/record.server";
import { invalidField, type Result, refuse } from "~/platform/result";
import { mayKeepStudents } from "../student-policy";

export type StudentCorrection = {
  name: string;
  sex: "male" | "female";
  className: string;
  programme: string;
  entryYear: number;
  birthDate?: string | undefined;
  phone?: string | undefined;
  email?: string | undefined;
};

/**
 * Corrects one record of the own school's roll (《个人信息保护法》 art. 46). Goes in: the student with its version and the
 * fields; birth date, phone and e-mail left out stay as they are. Refuses who does not keep the roll (forbidden), another
 * school's student (not found), a programme the school does not have, a stale version. The history names the fields, never
 * their contents.
 */
export const correctStudent = async (
  ctx: MemberCtx,
  input: StudentCorrection & { studentId: string; version: number },
): Promise<Result<{ studentId: string }>> => {
  const allowed = mayKeepStudents(ctx.actor);
  if (!allowed.ok) return refuse("forbidden", allowed.refusal.key);
  const { organizationId } = ctx.actor;
  const { birthDate, phone, email } = input;
  return decide(async (tx) => {
    const student = await tx.student.findFirst({
      where: { id: input.studentId, organizationId, state: { not: "erased" } },
    });
    if (!student) return reject({ code: "not_found", key: "errors.notFound" });
    const moves = input.programme !== student.programmeId;
    const programme = moves
      ? await tx.programme.findFirst({ where: { id: input.programme, organizationId }, select: { id: true } })
      : { id: student.programmeId };
    if (!programme) return reject(invalidField("programme", "errors.notAChoice").refusal);
    const plain = {
      name: input.name,
      sex: input.sex,
      className: input.className,
      programmeId: programme.id,
      entryYear: input.entryYear,
    };
    const changed = (Object.keys(plain) as (keyof typeof plain)[]).filter(
      (key) => plain[key] !== student[key],
    );
    const sealed = { birthDate, phone, email };
    const given = (Object.keys(sealed) as (keyof typeof sealed)[]).filter((key) => sealed[key] !== undefined);
    const now = ctx.clock.now();
    const written = await tx.student.updateMany({
      where: { id: student.id, version: input.version },
      data: {
        ...plain,
        nameInitials: pinyinKey(plain.name).initials,
        ...(birthDate ? { birthDateSealed: sealField("student.birthDate", birthDate) } : {}),
        ...(phone
          ? { phoneSealed: sealField("student.phone", phone), phoneHash: lookupHash("person.phone", phone) }
          : {}),
        ...(email
          ? { emailSealed: sealField("student.email", email), emailHash: lookupHash("person.email", email) }
          : {}),
        updatedAt: now,
        version: { increment: 1 },
      },
    });
    if (written.count === 0) return stale();
    await record(tx, ctx, {
      subject: { type: "student", id: student.id },
      name: "student.corrected",
      payload: { fields: [...changed, ...given].join(",") },
      audience: [organizationId],
    });
    return { studentId: student.id };
  });
};
