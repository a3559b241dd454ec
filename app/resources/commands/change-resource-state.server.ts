import type { MemberCtx } from "~/identity/actor";
import { decide, reject, stale } from "~/platform/decide.server";
import { record } from "~/platform/events/record.server";
import type { Result } from "~/platform/result";
import { refuseSharing } from "../policy";
import { ownResource } from "../resource-access.server";

/**
 * The owner closes a resource to new bookings or opens it again. Goes in: the resource, its version, the state. Comes out:
 * nothing; bookings already made stand. Refuses others' resources (not found), roles (forbidden), a stale version (conflict).
 */
export const changeResourceState = async (
  ctx: MemberCtx,
  id: string,
  input: { version: number; state: "open" | "closed" },
): Promise<Result<null>> => {
  return decide(async (tx) => {
    const resource = await ownResource(tx, ctx, id);
    const refusal = refuseSharing(ctx.actor);
    if (refusal) return reject(refusal);
    const { count } = await tx.sharedResource.updateMany({
      where: { id: resource.id, version: input.version },
      data: { state: input.state, updatedAt: ctx.clock.now(), version: { increment: 1 } },
    });
    if (count === 0) return stale();
    await record(tx, ctx, {
      subject: { type: "sharedResource", id },
      name: input.state === "open" ? "shared_resource.reopened" : "shared_resource.closed",
      payload: { title: resource.title },
      audience: [resource.organizationId],
    });
    return null;
  });
};
