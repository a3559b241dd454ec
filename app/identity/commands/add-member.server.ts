import type { Ctx } from "~/platform/command";
import type { Tx } from "~/platform/db/gate.server";
import { record } from "~/platform/events/record.server";
import { newId } from "~/platform/id";
import type { Role } from "../actor";

/**
 * Makes a person a member of an organization inside the caller's transaction. Comes out: the membership's id. Somebody
 * who left comes back with the new role; somebody who is a member keeps the role they have.
 */
export const addMember = async (
  tx: Tx,
  ctx: Ctx,
  input: { personId: string; organizationId: string; role: Role },
): Promise<string> => {
  const { personId, organizationId, role } = input;
  const now = ctx.clock.now();
  const earlier = await tx.membership.findUnique({
    where: { personId_organizationId: { personId, organizationId } },
  });
  if (earlier && earlier.endedAt === null) return earlier.id;
  const id = earlier?.id ?? newId(now.getTime());
  if (earlier) {
    await tx.membership.update({
      where: { id },
      data: { role, endedAt: null, createdAt: now, version: { increment: 1 } },
    });
  } else {
    await tx.membership.create({ data: { id, personId, organizationId, role, createdAt: now, version: 1 } });
  }
  await record(tx, ctx, {
    subject: { type: "organization", id: organizationId },
    name: "member.joined",
    payload: { personId, role },
    audience: [organizationId],
  });
  return id;
};
