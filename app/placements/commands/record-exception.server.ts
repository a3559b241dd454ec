import type { MemberCtx } from "~/identity/actor";
import { decide, reject } from "~/platform/decide.server";
import { record } from "~/platform/events/record.server";
import { attachFile, putFile } from "~/platform/files/store.server";
import type { ReceivedFile } from "~/platform/http/upload.server";
import { newId } from "~/platform/id";
import { once } from "~/platform/outbox/once.server";
import { invalidField, notFound, type Result } from "~/platform/result";
import { exceptionRefusal } from "../gate-policy";
import type { ExceptionInput } from "../gate-schema";

/**
 * Records that an authority lets one's unit take more students than the ratio: "in general" (一般) in INT-14 and INT-15
 * leaves room for that, with reason and record. Goes in: the dates, how many at one time, the reason, the authority and
 * the number of its record, a post for one post only, and the record itself as a file. Comes out: its id. Refuses anyone
 * but the unit's staff who act (forbidden), a post that is not the unit's (not found), an end before the beginning, and a
 * missing file.
 */
export const recordException = async (
  ctx: MemberCtx,
  input: ExceptionInput,
  file: ReceivedFile | null,
): Promise<Result<{ id: string }>> => {
  const refusal = exceptionRefusal(ctx.actor);
  if (refusal) return { ok: false, refusal };
  if (input.endsOn < input.startsOn) return invalidField("endsOn", "placements.errors.endsBefore");
  if (!file) return invalidField("file", "errors.required");
  const stored = await putFile(file.bytes);
  const hostId = ctx.actor.organizationId;
  const { submissionKey, post, ...said } = input;
  return decide((tx) =>
    once(tx, ctx, submissionKey, { ...said, post: post ?? null, file: stored.sha256 }, async () => {
      const now = ctx.clock.now();
      if (
        post &&
        !(await tx.post.findFirst({ where: { id: post, organizationId: hostId }, select: { id: true } }))
      ) {
        reject(notFound().refusal);
      }
      const id = newId(now.getTime());
      const fileId = await attachFile(tx, {
        stored,
        name: file.name,
        mediaType: file.mediaType,
        subject: { type: "head_count_exception", id },
        organizationId: hostId,
        uploadedBy: ctx.actor.name,
        at: now,
      });
      await tx.headCountException.create({
        data: {
          id,
          hostId,
          postId: post ?? null,
          ...said,
          fileId,
          recordedBy: ctx.actor.personId,
          recordedName: ctx.actor.name,
          createdAt: now,
          version: 1,
        },
      });
      await record(tx, ctx, {
        subject: { type: "organization", id: hostId },
        name: "organization.head_count_excepted",
        payload: { exceptionId: id, ...said },
        audience: [hostId],
      });
      return { id };
    }),
  );
};
