import type { Ctx } from "~/platform/command";
import type { Tx } from "~/platform/db/gate.server";
import { record } from "~/platform/events/record.server";
import { nextState } from "../rules/organization-lifecycle";
import { unindexOrganization } from "../search-index.server";

/**
 * Ends the unclaimed public profiles that turned out to be this school, inside the approval: those of the same name or
 * whose public list prints its code. Their source passes to the school; their addresses lead to it from now on.
 * Comes out: how many were merged.
 */
export const mergeUnclaimed = async (
  tx: Tx,
  ctx: Ctx,
  school: { id: string; name: string; schoolCode: string | null; source: string | null },
): Promise<number> => {
  const same = await tx.organization.findMany({
    where: {
      state: "unclaimed",
      OR: [{ name: school.name }, ...(school.schoolCode ? [{ publicCode: school.schoolCode }] : [])],
    },
    orderBy: { id: "asc" },
    take: 10,
    select: { id: true, name: true, state: true, source: true },
  });
  for (const profile of same) {
    const state = nextState(profile.state, "merge");
    if (!state) continue;
    await tx.organization.updateMany({
      where: { id: profile.id, state: "unclaimed" },
      data: { state, mergedIntoId: school.id, updatedAt: ctx.clock.now(), version: { increment: 1 } },
    });
    await unindexOrganization(tx, profile.id);
    await record(tx, ctx, {
      subject: { type: "organization", id: profile.id },
      name: "organization.merged",
      payload: { into: school.id, name: profile.name },
      audience: [school.id],
    });
  }
  const source = school.source ?? same.find((profile) => profile.source !== null)?.source ?? null;
  if (source !== school.source)
    await tx.organization.updateMany({ where: { id: school.id }, data: { source } });
  return same.length;
};
