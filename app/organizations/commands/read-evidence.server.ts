import type { PersonCtx } from "~/identity/actor";
import { inTransaction } from "~/platform/db/gate.server";
import { record } from "~/platform/events/record.server";
import { ok, type Result } from "~/platform/result";
import { mayReview } from "../policy";

/** Remembers that the operator opened an organization's evidence: who, when, which file. Refuses others (not found). */
export const readEvidence = async (
  ctx: PersonCtx,
  file: { id: string; name: string; organizationId: string },
): Promise<Result<true>> => {
  const allowed = mayReview(ctx.actor);
  if (!allowed.ok) return allowed;
  await inTransaction((tx) =>
    record(tx, ctx, {
      subject: { type: "organization", id: file.organizationId },
      name: "organization.evidence_read",
      payload: { file: file.id, name: file.name },
      audience: [],
    }),
  );
  return ok(true);
};
