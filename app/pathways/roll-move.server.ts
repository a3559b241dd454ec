import { addMember } from "~/identity/commands/add-member.server";
import type { Ctx } from "~/platform/command";
import type { Tx } from "~/platform/db/gate.server";
import { reject } from "~/platform/decide.server";
import { record } from "~/platform/events/record.server";
import { newId } from "~/platform/id";
import type { TransferRow } from "./transfer-moves.server";

/** What stands for a programme on the roll of a general school, which has none. */
export const GENERAL_TRACK = "general";

/** The account goes with the student: a student of the new school, no longer of the old one. */
const moveMembership = async (
  tx: Tx,
  ctx: Ctx,
  personId: string,
  from: string,
  to: string,
): Promise<void> => {
  await tx.membership.updateMany({
    where: { personId, organizationId: from, role: "student", endedAt: null },
    data: { endedAt: ctx.clock.now(), version: { increment: 1 } },
  });
  await addMember(tx, ctx, { personId, organizationId: to, role: "student" });
};

const leave = (tx: Tx, now: Date, studentId: string, state: "left" | "active") =>
  tx.student.update({
    where: { id: studentId },
    data: { state, updatedAt: now, version: { increment: 1 } },
  });

/**
 * Puts a moved student on the new school's roll inside the caller's transaction: a row of the same person already there is
 * taken over, otherwise one is made with the sealed details, the guardians and the account. Comes out: its id. Rejects a
 * student number that is somebody else's.
 */
export const enrolAtNewSchool = async (
  tx: Tx,
  ctx: Ctx,
  transfer: TransferRow,
  input: { studentNumber: string; className: string },
): Promise<string> => {
  const now = ctx.clock.now();
  const old = await tx.student.findUniqueOrThrow({
    where: { id: transfer.studentId },
    include: { guardians: { where: { endedAt: null } } },
  });
  const { toSchoolId: organizationId } = transfer;
  const same = old.idHash
    ? await tx.student.findFirst({ where: { organizationId, idHash: old.idHash, state: { not: "erased" } } })
    : null;
  const numbered = await tx.student.findFirst({
    where: { organizationId, studentNumber: input.studentNumber },
  });
  if (numbered && numbered.id !== same?.id) {
    reject({
      code: "invalid",
      key: "errors.checkFields",
      fields: [{ field: "studentNumber", key: "transfers.errors.numberTaken" }],
    });
  }
  const programme = transfer.majorCode
    ? await tx.programme.findFirst({ where: { organizationId, majorCode: transfer.majorCode } })
    : null;
  const { id: _old, guardians, organizationId: _from, studentNumber: _number, ...kept } = old;
  const data = {
    ...kept,
    organizationId,
    studentNumber: input.studentNumber,
    className: input.className,
    programmeId: programme?.id ?? GENERAL_TRACK,
    state: "active",
    importId: null,
    createdAt: now,
    updatedAt: now,
    version: 1,
  };
  const id = same?.id ?? newId(now.getTime());
  if (same) await tx.student.update({ where: { id }, data: { ...data, version: same.version + 1 } });
  else await tx.student.create({ data: { id, ...data } });
  if (!same) {
    for (const { id: _guardian, studentId: _student, ...guardian } of guardians) {
      await tx.guardian.create({
        data: {
          ...guardian,
          id: newId(now.getTime()),
          studentId: id,
          createdAt: now,
          updatedAt: now,
          version: 1,
        },
      });
    }
  }
  await leave(tx, now, old.id, "left");
  if (old.personId) await moveMembership(tx, ctx, old.personId, old.organizationId, organizationId);
  await record(tx, ctx, {
    subject: { type: "student", id },
    name: "student.moved_here",
    payload: { transferId: transfer.id },
    audience: [organizationId],
  });
  return id;
};

/** Undoes a move on both rolls: the old row is active again, the new one says "left", the account goes back. */
export const returnToOldSchool = async (tx: Tx, ctx: Ctx, transfer: TransferRow): Promise<void> => {
  const now = ctx.clock.now();
  const old = await leave(tx, now, transfer.studentId, "active");
  if (transfer.newStudentId) await leave(tx, now, transfer.newStudentId, "left");
  if (old.personId) await moveMembership(tx, ctx, old.personId, transfer.toSchoolId, transfer.fromSchoolId);
};
