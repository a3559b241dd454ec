import { decide, reject } from "~/platform/decide.server";
import { record } from "~/platform/events/record.server";
import { type Result, refuse } from "~/platform/result";
import { type MemberCtx, mayWrite } from "../actor";

/**
 * A school ends a guardian's link to one of its students (wrong person, custody changed). Their words stay in the ledger
 * and no longer count; their links die. Refuses teachers and viewers (forbidden) and what is not the school's (not found).
 */
export const endGuardian = async (
  ctx: MemberCtx,
  input: { studentId: string; guardianId: string },
): Promise<Result<{ guardianId: string }>> => {
  if (!mayWrite(ctx.actor)) return refuse("forbidden", "errors.forbidden");
  const { organizationId } = ctx.actor;
  return decide(async (tx) => {
    const now = ctx.clock.now();
    const ended = await tx.guardian.updateMany({
      where: { id: input.guardianId, studentId: input.studentId, endedAt: null, student: { organizationId } },
      data: { endedAt: now, updatedAt: now, version: { increment: 1 } },
    });
    if (ended.count === 0) return reject({ code: "not_found", key: "errors.notFound" });
    await tx.consentRequest.updateMany({
      where: { guardianId: input.guardianId, withdrawnAt: null },
      data: { withdrawnAt: now },
    });
    await record(tx, ctx, {
      subject: { type: "student", id: input.studentId },
      name: "guardian.ended",
      payload: { guardianId: input.guardianId },
      audience: [organizationId],
    });
    return { guardianId: input.guardianId };
  });
};
