import type { MemberCtx } from "~/identity/actor";
import { decide, reject, stale } from "~/platform/decide.server";
import { record } from "~/platform/events/record.server";
import type { Result } from "~/platform/result";
import { refuseSharing } from "../policy";
import { ownResource } from "../resource-access.server";
import type { ResourceForm } from "../schema";

/**
 * The owner corrects what a resource is and its terms. Goes in: the resource, its version, the whole form. Comes out: nothing;
 * ages and notice hold for bookings from now on, seats for sessions opened from now on; a guardian's answer keeps the hash of
 * the words it was given to. Refuses others' resources (not found), roles (forbidden) and a stale version (conflict).
 */
export const changeResource = (
  ctx: MemberCtx,
  id: string,
  { version, submissionKey: _once, ...input }: ResourceForm & { version: number },
): Promise<Result<null>> =>
  decide(async (tx) => {
    const resource = await ownResource(tx, ctx, id);
    const refusal = refuseSharing(ctx.actor);
    if (refusal) return reject(refusal);
    const data = {
      ...input,
      exclusive: input.exclusive === true || input.kind === "teacher",
      minAge: input.minAge ?? null,
      maxAge: input.maxAge ?? null,
    };
    const { count } = await tx.sharedResource.updateMany({
      where: { id, version },
      data: { ...data, updatedAt: ctx.clock.now(), version: { increment: 1 } },
    });
    if (count === 0) return stale();
    const changed = Object.entries(data).flatMap(([key, value]) =>
      resource[key as keyof typeof data] === value ? [] : [key],
    );
    await record(tx, ctx, {
      subject: { type: "sharedResource", id },
      name: "shared_resource.changed",
      payload: { fields: changed.join(",") },
      audience: [resource.organizationId],
    });
    return null;
  });
