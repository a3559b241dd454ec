import type { Ctx } from "~/platform/command";
import type { Tx } from "~/platform/db/gate.server";
import { record } from "~/platform/events/record.server";
import { newId } from "~/platform/id";
import { civilDate } from "~/platform/time/clock";
import { identityKeyOf } from "./transfer-facts.server";

type Enrolled = { id: string; idHash: string | null; name: string; organizationId: string };

const trackOf = (kind: string): "general" | "vocational" =>
  kind === "general_school" ? "general" : "vocational";

/** Writes the row that holds from now on; the one before must have ended in the same transaction. */
export const openRegistration = async (
  tx: Tx,
  ctx: Ctx,
  given: {
    identityKey: string;
    studentId: string;
    name: string;
    schoolId: string;
    cause: string;
    transferId?: string;
  },
): Promise<string> => {
  const now = ctx.clock.now();
  const school = await tx.organization.findUniqueOrThrow({
    where: { id: given.schoolId },
    select: { kind: true },
  });
  const id = newId(now.getTime());
  await tx.studentRegistration.create({
    data: {
      id,
      identityKey: given.identityKey,
      currentKey: given.identityKey,
      studentId: given.studentId,
      name: given.name,
      registeredId: given.schoolId,
      studyingId: given.schoolId,
      track: trackOf(school.kind),
      diplomaById: given.schoolId,
      fromOn: civilDate(now),
      transferId: given.transferId ?? null,
      cause: given.cause,
      createdAt: now,
    },
  });
  return id;
};

/** Ends the row that holds, if there is one. */
export const endRegistration = async (tx: Tx, ctx: Ctx, identityKey: string): Promise<void> => {
  await tx.studentRegistration.updateMany({
    where: { currentKey: identityKey },
    data: { currentKey: null, untilOn: civilDate(ctx.clock.now()) },
  });
};

/**
 * Makes sure that a school's student is registered, once. Comes out: "held" when the registration is this school's (opened
 * now if nobody had one), "claimed" when another school holds it: then a claim is laid before the authority, once.
 */
export const claimRegistration = async (tx: Tx, ctx: Ctx, student: Enrolled): Promise<"held" | "claimed"> => {
  const identityKey = identityKeyOf(student);
  const current = await tx.studentRegistration.findUnique({ where: { currentKey: identityKey } });
  if (!current) {
    await openRegistration(tx, ctx, {
      identityKey,
      studentId: student.id,
      name: student.name,
      schoolId: student.organizationId,
      cause: "enrolled",
    });
    return "held";
  }
  if (current.registeredId === student.organizationId) return "held";
  const place = { registrationId: current.id, claimantId: student.organizationId };
  const known = await tx.registrationClaim.findUnique({ where: { registrationId_claimantId: place } });
  if (known) return "claimed";
  const holder = await tx.organization.findUniqueOrThrow({
    where: { id: current.registeredId },
    select: { regionCode: true },
  });
  const now = ctx.clock.now();
  const id = newId(now.getTime());
  await tx.registrationClaim.create({
    data: {
      id,
      ...place,
      identityKey,
      studentId: student.id,
      name: student.name,
      regionCode: holder.regionCode,
      createdAt: now,
    },
  });
  await record(tx, ctx, {
    subject: { type: "registration", id: current.id },
    name: "registration.claimed",
    payload: { claimId: id },
    audience: [student.organizationId, current.registeredId],
  });
  return "claimed";
};
