import type { MemberCtx } from "~/identity/actor";
import type { Tx } from "~/platform/db/gate.server";
import { newId } from "~/platform/id";
import { MOST_LINES } from "./table-in-force.server";

/** Opens a version of a table inside the caller's transaction, with the lines of the version it follows. */
export const newVersion = async (
  tx: Tx,
  ctx: MemberCtx,
  given: { tableId: string; ordinal: number; validFrom: string; copyFrom: string | null },
): Promise<string> => {
  const now = ctx.clock.now();
  const id = newId(now.getTime());
  const { tableId, ordinal, validFrom } = given;
  await tx.equivalenceVersion.create({
    data: {
      id,
      tableId,
      ordinal,
      validFrom,
      state: "draft",
      note: "",
      proposedById: ctx.actor.organizationId,
      openKey: tableId,
      createdAt: now,
      updatedAt: now,
      version: 1,
    },
  });
  const lines = given.copyFrom
    ? await tx.equivalenceLine.findMany({ where: { versionId: given.copyFrom }, take: MOST_LINES })
    : [];
  if (lines.length > 0) {
    await tx.equivalenceLine.createMany({
      data: lines.map((line) => ({ ...line, id: newId(now.getTime()), versionId: id })),
    });
  }
  return id;
};
