import { decide, reject, stale } from "~/platform/decide.server";
import { record } from "~/platform/events/record.server";
import { newId } from "~/platform/id";
import { type Result, refuse } from "~/platform/result";
import { type MemberCtx, mayWrite } from "../actor";
import { type GuardianInput, guardianData } from "../consent-requests.server";

const MOST_GUARDIANS = 6;

/**
 * A school adds a guardian to one of its students, or corrects one. Goes in: the student, the guardian's id and version
 * when it is a correction, the fields. Comes out: the guardian's id. Another phone ends the links sent to the old one.
 * Refuses teachers and viewers (forbidden), another school's student (not found), a seventh guardian, a stale version.
 */
export const keepGuardian = async (
  ctx: MemberCtx,
  input: GuardianInput & {
    studentId: string;
    guardianId?: string | undefined;
    version?: number | undefined;
  },
): Promise<Result<{ guardianId: string }>> => {
  if (!mayWrite(ctx.actor)) return refuse("forbidden", "errors.forbidden");
  const { organizationId } = ctx.actor;
  const data = guardianData(input);
  return decide(async (tx) => {
    const now = ctx.clock.now();
    const student = await tx.student.findFirst({
      where: { id: input.studentId, organizationId, state: { not: "erased" } },
      select: { id: true, guardians: { where: { endedAt: null } } },
    });
    if (!student) return reject({ code: "not_found", key: "errors.notFound" });
    const known = student.guardians.find((one) => one.id === input.guardianId);
    if (input.guardianId && !known) return reject({ code: "not_found", key: "errors.notFound" });
    if (!known && student.guardians.length >= MOST_GUARDIANS) {
      return reject({
        code: "limited",
        key: "consents.errors.tooManyGuardians",
        values: { max: MOST_GUARDIANS },
      });
    }
    const guardianId = known?.id ?? newId(now.getTime());
    if (known) {
      const written = await tx.guardian.updateMany({
        where: { id: known.id, version: input.version ?? known.version },
        data: { ...data, updatedAt: now, version: { increment: 1 } },
      });
      if (written.count === 0) return stale();
      if (known.phoneHash !== data.phoneHash) {
        await tx.consentRequest.updateMany({
          where: { guardianId: known.id, answeredAt: null, withdrawnAt: null },
          data: { withdrawnAt: now },
        });
      }
    } else {
      await tx.guardian.create({
        data: { id: guardianId, studentId: student.id, ...data, createdAt: now, updatedAt: now, version: 1 },
      });
    }
    await record(tx, ctx, {
      subject: { type: "student", id: student.id },
      name: known ? "guardian.changed" : "guardian.added",
      payload: { guardianId, relation: input.relation },
      audience: [organizationId],
    });
    return { guardianId };
  });
};
