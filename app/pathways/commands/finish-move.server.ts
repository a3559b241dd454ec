import type { z } from "zod";
import type { MemberCtx } from "~/identity/actor";
import { decide } from "~/platform/decide.server";
import type { Result } from "~/platform/result";
import { civilDate } from "~/platform/time/clock";
import { endRegistration, openRegistration } from "../registration.server";
import { enrolAtNewSchool } from "../roll-move.server";
import type { finishForm } from "../schema";
import { transferInVoice } from "../transfer-access.server";
import { moveTransfer } from "../transfer-moves.server";

/**
 * The receiving school enters the student: the registration moves, the roll of the new school gets the student with guardians
 * and account, the old one says "left". Goes in: the new number and class, how the credits were settled, the version. Comes
 * out: the new roll row's id. Refuses before the approval is complete, a number already used, and a full quota.
 */
export const finishMove = (
  ctx: MemberCtx,
  id: string,
  input: z.output<typeof finishForm>,
): Promise<Result<{ studentId: string }>> =>
  decide(async (tx) => {
    const { transfer } = await transferInVoice(tx, ctx, id, ["receiving"]);
    const today = civilDate(ctx.clock.now());
    const after = await moveTransfer(tx, ctx, transfer, {
      action: "move",
      who: "receiving",
      version: input.version,
      data: { movedOn: today, creditsNote: input.creditsNote },
      payload: { movedOn: today, creditsNote: input.creditsNote },
    });
    const studentId = await enrolAtNewSchool(tx, ctx, after, input);
    await tx.transfer.update({ where: { id }, data: { newStudentId: studentId } });
    await endRegistration(tx, ctx, transfer.identityKey);
    await openRegistration(tx, ctx, {
      identityKey: transfer.identityKey,
      studentId,
      name: transfer.studentName,
      schoolId: transfer.toSchoolId,
      cause: "transferred",
      transferId: id,
    });
    return { studentId };
  });
