import type { ReadClient } from "~/platform/db/client.server";
import type { Tx } from "~/platform/db/gate.server";

/** Agreements an organization is a party of and that somebody else has seen: they name it for good. */
export const agreementsNaming = (db: Tx | ReadClient, organizationId: string): Promise<number> =>
  (db as ReadClient).agreementParty.count({
    where: { organizationId, state: { notIn: ["unsent", "withdrawn"] } },
  });

/** What two profiles both hold of, so that they cannot become one without somebody deciding first. */
export const mergeObstacles = async (
  db: Tx,
  fromId: string,
  intoId: string,
): Promise<{ agreements: number; sameNumbers: number }> => {
  const agreements = await agreementsNaming(db, fromId);
  const held = await db.student.findMany({
    where: { organizationId: fromId },
    orderBy: { studentNumber: "asc" },
    take: 2_000,
    select: { studentNumber: true },
  });
  const numbers = held.map(({ studentNumber }) => studentNumber);
  let sameNumbers = 0;
  for (let at = 0; at < numbers.length; at += 500) {
    sameNumbers += await db.student.count({
      where: { organizationId: intoId, studentNumber: { in: numbers.slice(at, at + 500) } },
    });
  }
  return { agreements, sameNumbers };
};

/** Members pass to the survivor; who belongs to both keeps the place there. Comes out: how many passed. */
export const moveMembers = async (tx: Tx, fromId: string, intoId: string, at: Date): Promise<number> => {
  const members = await tx.membership.findMany({
    where: { organizationId: fromId, endedAt: null },
    take: 2_000,
    select: { id: true, personId: true },
  });
  let moved = 0;
  for (const { id, personId } of members) {
    const there = await tx.membership.findUnique({
      where: { personId_organizationId: { personId, organizationId: intoId } },
      select: { id: true, endedAt: true },
    });
    if (there) {
      await tx.membership.update({ where: { id }, data: { endedAt: at, version: { increment: 1 } } });
      if (there.endedAt)
        await tx.membership.update({
          where: { id: there.id },
          data: { endedAt: null, version: { increment: 1 } },
        });
    } else {
      await tx.membership.update({
        where: { id },
        data: { organizationId: intoId, version: { increment: 1 } },
      });
    }
    moved += 1;
  }
  await tx.session.updateMany({
    where: { currentOrganizationId: fromId },
    data: { currentOrganizationId: intoId },
  });
  return moved;
};

/** Posts, programmes and students pass to the survivor; where both teach a major, students join its programme. */
export const moveCapacities = async (tx: Tx, fromId: string, intoId: string, at: Date): Promise<void> => {
  await tx.post.updateMany({ where: { organizationId: fromId }, data: { organizationId: intoId } });
  const programmes = await tx.programme.findMany({
    where: { organizationId: fromId },
    take: 500,
    select: { id: true, majorCode: true, closedAt: true },
  });
  for (const { id, majorCode, closedAt } of programmes) {
    const same = await tx.programme.findUnique({
      where: { organizationId_majorCode: { organizationId: intoId, majorCode } },
      select: { id: true },
    });
    if (!same) {
      await tx.programme.update({ where: { id }, data: { organizationId: intoId } });
      continue;
    }
    await tx.student.updateMany({ where: { programmeId: id }, data: { programmeId: same.id } });
    await tx.programme.update({
      where: { id },
      data: { closedAt: closedAt ?? at, version: { increment: 1 } },
    });
  }
  await tx.student.updateMany({ where: { organizationId: fromId }, data: { organizationId: intoId } });
};
