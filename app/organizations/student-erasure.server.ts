import type { Ctx } from "~/platform/command";
import type { Tx } from "~/platform/db/gate.server";
import { record } from "~/platform/events/record.server";

type Records = { id: string; organizationId: string }[];

/**
 * Takes every name, number, date and address out of records of a roll and of their guardians, inside the transaction of
 * whoever decided it; links end. What happened stays in the chain, without the name of who asked.
 */
export const eraseRecords = async (tx: Tx, ctx: Ctx, students: Records, now: Date): Promise<void> => {
  for (const student of students) {
    await tx.student.update({
      where: { id: student.id },
      data: {
        studentNumber: `erased-${student.id}`,
        name: "",
        nameInitials: "",
        className: "",
        birthDateSealed: null,
        idTailSealed: null,
        idHash: null,
        phoneSealed: null,
        phoneHash: null,
        emailSealed: null,
        emailHash: null,
        personId: null,
        state: "erased",
        updatedAt: now,
        version: { increment: 1 },
      },
    });
    await tx.guardian.updateMany({
      where: { studentId: student.id },
      data: {
        name: "",
        phoneSealed: null,
        phoneHash: null,
        emailSealed: null,
        emailHash: null,
        endedAt: now,
        updatedAt: now,
        version: { increment: 1 },
      },
    });
    await tx.consentRequest.updateMany({ where: { studentId: student.id }, data: { withdrawnAt: now } });
    await tx.studentInvitation.updateMany({
      where: { studentId: student.id },
      data: { withdrawnAt: now, emailSealed: null },
    });
    await record(
      tx,
      { ...ctx, actor: { ...ctx.actor, name: "" } },
      {
        subject: { type: "student", id: student.id },
        name: "student.erased",
        payload: {},
        audience: [student.organizationId],
      },
    );
  }
};
