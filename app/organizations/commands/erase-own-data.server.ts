import type { PersonCtx } from "~/identity/actor";
import { checkPassword } from "~/identity/password.server";
import { sealField } from "~/platform/crypto/fields.server";
import { newToken } from "~/platform/crypto/tokens.server";
import { read } from "~/platform/db/client.server";
import { decide, reject } from "~/platform/decide.server";
import { invalidField, type Result } from "~/platform/result";
import { eraseRecords } from "../student-erasure.server";

/**
 * Erases the signed-in student's own data at their word: the account, the record on the roll and its guardians lose every
 * name, number, date and address, sessions and links end. What stays, because law or others' records need it: that a student
 * of this programme and year was there, the consent ledger without names, and the event chain, which is never rewritten.
 * Goes in: the password. Refuses a wrong one, an account without a student record, and one that is staff of an organization
 * (their own records there come first).
 * Source: 《个人信息保护法》 art. 47; ledger and sharing records 3 years: art. 55–56; logs 6 months: 《网络安全法》 art. 23(3) (read).
 */
export const eraseOwnData = async (
  ctx: PersonCtx,
  input: { password: string },
): Promise<Result<{ records: number }>> => {
  const { personId } = ctx.actor;
  const stored = await read.person.findUnique({ where: { id: personId }, select: { passwordHash: true } });
  if (!(await checkPassword(stored?.passwordHash ?? null, input.password))) {
    return invalidField("password", "identity.errors.wrongCurrent");
  }
  return decide(async (tx) => {
    const now = ctx.clock.now();
    const students = await tx.student.findMany({
      where: { personId },
      select: { id: true, organizationId: true },
    });
    if (students.length === 0) return reject({ code: "conflict", key: "students.errors.noRecord" });
    const staff = await tx.membership.findFirst({
      where: { personId, endedAt: null, role: { not: "student" } },
      select: { id: true },
    });
    if (staff) return reject({ code: "conflict", key: "students.errors.staffToo" });
    await eraseRecords(tx, ctx, students, now);
    await tx.guardian.updateMany({ where: { personId }, data: { personId: null, updatedAt: now } });
    await tx.membership.updateMany({
      where: { personId, endedAt: null },
      data: { endedAt: now, version: { increment: 1 } },
    });
    await tx.session.deleteMany({ where: { personId } });
    await tx.person.update({
      where: { id: personId },
      data: {
        name: "",
        emailSealed: sealField("person.email", ""),
        emailHash: `erased-${newToken()}`,
        passwordHash: null,
        version: { increment: 1 },
      },
    });
    return { records: students.length };
  });
};
