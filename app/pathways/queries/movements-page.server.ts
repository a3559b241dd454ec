import { regionPrefix } from "~/catalogues/rules/regions";
import type { MemberCtx } from "~/identity/actor";
import { openStudent } from "~/organizations/student-record.server";
import { read } from "~/platform/db/client.server";
import type { Prisma } from "~/platform/db/generated/client";

import type { MovementField } from "../rules/movement-columns";
import { authorityRegionOf } from "../transfer-access.server";
import { schoolNames } from "./transfers-list.server";

const PAGE = 100;
const MOST_EXPORTED = 5_000;

const regionRange = (region: string) => ({ gte: regionPrefix(region), lt: `${regionPrefix(region)}~` });

const movedWhere = async (ctx: MemberCtx): Promise<Prisma.TransferWhereInput> => {
  const region = await authorityRegionOf(read, ctx.actor);
  const own = ctx.actor.organizationId;
  return {
    state: { in: ["moved", "returning", "reverted"] },
    movedOn: { not: null },
    ...(region ? { regionCode: regionRange(region) } : { OR: [{ fromSchoolId: own }, { toSchoolId: own }] }),
  };
};

/** Where people are registered, where they study and whose diploma they get: the rows of the own school, or of the region. */
export const movementsPage = async (ctx: MemberCtx) => {
  const region = await authorityRegionOf(read, ctx.actor);
  const own = ctx.actor.organizationId;
  const transfers = await read.transfer.findMany({
    where: await movedWhere(ctx),
    orderBy: [{ movedOn: "desc" }, { id: "desc" }],
    take: PAGE,
    select: { identityKey: true },
  });
  const [rows, claims] = await Promise.all([
    read.studentRegistration.findMany({
      where: { identityKey: { in: transfers.map((one) => one.identityKey) } },
      orderBy: [{ createdAt: "desc" }, { id: "desc" }],
      take: PAGE * 3,
    }),
    read.registrationClaim.findMany({
      where: { outcome: null, ...(region ? { regionCode: regionRange(region) } : { claimantId: own }) },
      orderBy: { createdAt: "asc" },
      take: 50,
    }),
  ]);
  const holders = await read.studentRegistration.findMany({
    where: { id: { in: claims.map((one) => one.registrationId) } },
    select: { id: true, registeredId: true },
  });
  const names = await schoolNames([
    ...rows.flatMap((row) => [row.registeredId, row.studyingId, row.diplomaById]),
    ...holders.map((one) => one.registeredId),
    ...claims.map((one) => one.claimantId),
  ]);
  const nameOf = (id: string | undefined): string => names.get(id ?? "") ?? "";
  return {
    authority: region !== null,
    rows: rows.map((row) => ({
      id: row.id,
      name: row.name,
      registered: nameOf(row.registeredId),
      studying: nameOf(row.studyingId),
      diploma: nameOf(row.diplomaById),
      fromOn: row.fromOn,
      untilOn: row.untilOn,
      cause: row.cause,
      transferId: row.transferId,
    })),
    claims: claims.map((claim) => ({
      id: claim.id,
      name: region ? claim.name : "",
      holder: region ? nameOf(holders.find((one) => one.id === claim.registrationId)?.registeredId) : "",
      claimant: nameOf(claim.claimantId),
    })),
  };
};

/** The moves of the own school (or region) as rows for a registry: every field as text, at most five thousand, newest first. */
export const movementRows = async (
  ctx: MemberCtx,
): Promise<(Record<MovementField, string> & { direction: string })[]> => {
  const transfers = await read.transfer.findMany({
    where: await movedWhere(ctx),
    orderBy: [{ movedOn: "desc" }, { id: "desc" }],
    take: MOST_EXPORTED,
  });
  const [students, schools, quotas] = await Promise.all([
    read.student.findMany({
      where: { id: { in: transfers.map((one) => one.newStudentId ?? one.studentId) } },
    }),
    read.organization.findMany({
      where: { id: { in: [...new Set(transfers.flatMap((one) => [one.fromSchoolId, one.toSchoolId]))] } },
      select: { id: true, name: true, schoolCode: true },
    }),
    read.transferQuota.findMany({
      where: { id: { in: [...new Set(transfers.map((one) => one.quotaId))] } },
      select: { id: true, majorName: true },
    }),
  ]);
  return transfers.map((transfer) => {
    const student = students.find((one) => one.id === (transfer.newStudentId ?? transfer.studentId));
    const from = schools.find((one) => one.id === transfer.fromSchoolId);
    const to = schools.find((one) => one.id === transfer.toSchoolId);
    const back = transfer.state === "reverted";
    const clear = student && openStudent(student);
    const at = (back ? from : to)?.name ?? "";
    return {
      reference: transfer.reference,
      name: transfer.studentName,
      studentNumber: student?.studentNumber ?? "",
      idTail: clear?.idTail ?? "",
      sex: student?.sex ?? "",
      birthDate: clear?.birthDate ?? "",
      direction: transfer.direction,
      fromSchool: from?.name ?? "",
      fromCode: from?.schoolCode ?? "",
      toSchool: to?.name ?? "",
      toCode: to?.schoolCode ?? "",
      major: quotas.find((one) => one.id === transfer.quotaId)?.majorName ?? "",
      grade: String(transfer.grade),
      registered: at,
      studying: at,
      diplomaBy: at,
      movedOn: transfer.movedOn ?? "",
      changeType: back ? "returned" : transfer.direction,
    };
  });
};
