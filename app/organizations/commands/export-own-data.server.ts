import type { PersonCtx } from "~/identity/actor";
import { inTransaction } from "~/platform/db/gate.server";
import { record } from "~/platform/events/record.server";

/**
 * Tells in the history of the signed-in person's student records that all their data was downloaded, so that a download by
 * somebody else with their password is seen. Comes out: on how many records it was told.
 */
export const exportOwnData = (ctx: PersonCtx): Promise<number> =>
  inTransaction(async (tx) => {
    const students = await tx.student.findMany({
      where: { personId: ctx.actor.personId },
      take: 10,
      select: { id: true },
    });
    for (const student of students) {
      await record(tx, ctx, {
        subject: { type: "student", id: student.id },
        name: "student.exported",
        payload: {},
        audience: [],
      });
    }
    return students.length;
  });
