import { hashToken } from "~/platform/crypto/tokens.server";
import { decide, reject } from "~/platform/decide.server";
import { record } from "~/platform/events/record.server";
import type { Result } from "~/platform/result";
import type { PersonCtx } from "../actor";

/**
 * Links a guardian to the signed-in account of whoever holds the consent link and has shown the phone's digits (the caller
 * has checked that), so that the child is found under "my children" from then on. Comes out: the student. Refuses a dead
 * link, a guardian linked to somebody else, and the student themselves.
 */
export const linkGuardian = (
  ctx: PersonCtx,
  input: { token: string },
): Promise<Result<{ studentId: string }>> =>
  decide(async (tx) => {
    const { personId } = ctx.actor;
    const request = await tx.consentRequest.findUnique({
      where: { tokenHash: hashToken(input.token) },
      include: { student: { select: { organizationId: true, personId: true } } },
    });
    const guardian =
      request && !request.withdrawnAt
        ? await tx.guardian.findFirst({ where: { id: request.guardianId, endedAt: null } })
        : null;
    if (!request || !guardian) return reject({ code: "not_found", key: "consents.errors.linkDead" });
    if (request.student.personId === personId)
      return reject({ code: "forbidden", key: "consents.errors.ownChild" });
    if (guardian.personId === personId) return { studentId: request.studentId };
    const linked = await tx.guardian.updateMany({
      where: { id: guardian.id, personId: null },
      data: { personId, updatedAt: ctx.clock.now(), version: { increment: 1 } },
    });
    if (linked.count === 0) return reject({ code: "conflict", key: "consents.errors.linkedElsewhere" });
    await record(tx, ctx, {
      subject: { type: "student", id: request.studentId },
      name: "guardian.linked",
      payload: { guardianId: guardian.id },
      audience: [request.student.organizationId],
    });
    return { studentId: request.studentId };
  });
