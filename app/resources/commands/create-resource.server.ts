import type { MemberCtx } from "~/identity/actor";
import { decide, reject } from "~/platform/decide.server";
import { record } from "~/platform/events/record.server";
import { newId } from "~/platform/id";
import { once } from "~/platform/outbox/once.server";
import type { Result } from "~/platform/result";
import { refuseSharing } from "../policy";
import type { ResourceForm } from "../schema";

/**
 * An organization shares a training base, laboratory, course, teacher or experience day. Goes in: what it is, seats of a
 * session, ages, the safety notice, days of notice. Comes out: its id; it is open at once and has no session yet. A teacher is
 * always booked whole. Refuses roles that may not and organizations not verified (forbidden).
 */
export const createResource = async (
  ctx: MemberCtx,
  { submissionKey, ...input }: ResourceForm,
): Promise<Result<{ id: string }>> => {
  const refusal = refuseSharing(ctx.actor);
  if (refusal) return { ok: false, refusal };
  return decide((tx) =>
    once(tx, ctx, submissionKey, input, async () => {
      const now = ctx.clock.now();
      const id = newId(now.getTime());
      const { organizationId } = ctx.actor;
      const owner = await tx.organization.findUnique({
        where: { id: organizationId },
        select: { regionCode: true },
      });
      if (!owner) return reject({ code: "not_found", key: "errors.notFound" });
      await tx.sharedResource.create({
        data: {
          ...input,
          id,
          organizationId,
          regionCode: owner.regionCode,
          exclusive: input.exclusive === true || input.kind === "teacher",
          minAge: input.minAge ?? null,
          maxAge: input.maxAge ?? null,
          state: "open",
          createdAt: now,
          updatedAt: now,
          version: 1,
        },
      });
      await record(tx, ctx, {
        subject: { type: "sharedResource", id },
        name: "shared_resource.opened",
        payload: { kind: input.kind, title: input.title },
        audience: [organizationId],
      });
      return { id };
    }),
  );
};
