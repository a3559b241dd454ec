import type { MemberCtx } from "~/identity/actor";
import { read } from "~/platform/db/client.server";
import { decide, reject } from "~/platform/decide.server";
import { record } from "~/platform/events/record.server";
import { attachFile, putFile } from "~/platform/files/store.server";
import type { ReceivedFile } from "~/platform/http/upload.server";
import { invalidField, notFound, type Result } from "~/platform/result";
import { mayEditProfile } from "../policy";

/** Files kept as evidence of one organization, at most. House rule. */
const MOST_EVIDENCE = 20;

/** The subject under which evidence files are stored; who may read them is decided by `file-access.server.ts`. */
export const EVIDENCE_SUBJECT = "organization_evidence";

/**
 * Keeps files as evidence for verification. Goes in: files whose kind was read from their bytes. Comes out: their ids.
 * Refuses a viewer (forbidden), no file, and more than twenty in all (beside the field).
 */
export const addEvidence = async (
  ctx: MemberCtx,
  files: readonly ReceivedFile[],
): Promise<Result<{ ids: string[] }>> => {
  const organizationId = ctx.actor.organizationId;
  const organization = await read.organization.findUnique({
    where: { id: organizationId },
    select: { id: true },
  });
  if (!organization) return notFound();
  const allowed = mayEditProfile(ctx.actor);
  if (!allowed.ok) return allowed;
  if (files.length === 0) return invalidField("evidence", "organizations.errors.noFile");
  const stored = await Promise.all(files.map(async (file) => ({ file, stored: await putFile(file.bytes) })));
  return decide(async (tx) => {
    const kept = await tx.storedFile.count({
      where: { subjectType: EVIDENCE_SUBJECT, subjectId: organizationId },
    });
    if (kept + files.length > MOST_EVIDENCE) {
      const field = {
        field: "evidence",
        key: "organizations.errors.tooMuchEvidence",
        values: { most: MOST_EVIDENCE },
      };
      reject({ code: "invalid", key: "errors.checkFields", fields: [field] });
    }
    const ids: string[] = [];
    for (const { file, stored: bytes } of stored) {
      const id = await attachFile(tx, {
        stored: bytes,
        name: file.name,
        mediaType: file.mediaType,
        subject: { type: EVIDENCE_SUBJECT, id: organizationId },
        organizationId,
        uploadedBy: ctx.actor.personId,
        at: ctx.clock.now(),
      });
      await record(tx, ctx, {
        subject: { type: "organization", id: organizationId },
        name: "organization.evidence_added",
        payload: { file: id, name: file.name, sha256: bytes.sha256 },
        audience: [organizationId],
      });
      ids.push(id);
    }
    return { ids };
  });
};
