import type { MemberCtx } from "~/identity/actor";
import { read } from "~/platform/db/client.server";
import { decide, reject } from "~/platform/decide.server";
import { record } from "~/platform/events/record.server";
import { dropFile } from "~/platform/files/store.server";
import { notFound, type Result } from "~/platform/result";
import { mayEditProfile } from "../policy";
import { EVIDENCE_SUBJECT } from "./add-evidence.server";

/**
 * Removes a file given as evidence, with its bytes. Goes in: the file's id. Refuses another's file (not found), a viewer
 * (forbidden), and a file the operator has been shown (blocked): what was submitted stays with the record.
 */
export const removeEvidence = async (
  ctx: MemberCtx,
  fileId: string,
): Promise<Result<{ removed: string }>> => {
  const organizationId = ctx.actor.organizationId;
  const file = await read.storedFile.findFirst({
    where: { id: fileId, subjectType: EVIDENCE_SUBJECT, subjectId: organizationId },
    select: { name: true, storageKey: true, createdAt: true },
  });
  if (!file) return notFound();
  const allowed = mayEditProfile(ctx.actor);
  if (!allowed.ok) return allowed;
  const removed = await decide(async (tx) => {
    const shown = await tx.verificationReview.count({
      where: { organizationId, submittedAt: { gte: file.createdAt } },
    });
    if (shown > 0) reject({ code: "blocked", key: "organizations.refused.evidenceShown" });
    await tx.storedFile.deleteMany({ where: { id: fileId } });
    await record(tx, ctx, {
      subject: { type: "organization", id: organizationId },
      name: "organization.evidence_removed",
      payload: { file: fileId, name: file.name },
      audience: [organizationId],
    });
    return { removed: fileId };
  });
  if (removed.ok) await dropFile(file.storageKey);
  return removed;
};
