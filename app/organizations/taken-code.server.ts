import type { ReadClient } from "~/platform/db/client.server";
import type { Tx } from "~/platform/db/gate.server";
import { invalidField, type Refusal } from "~/platform/result";
import type { OrganizationDraft } from "./registration-schema";

/**
 * Whether an organization on the platform already has a draft's code. Comes out: null, or the refusal beside the field
 * with the way on; it names nobody. Asked before a mail is sent and again inside the transaction that writes.
 */
export const refuseTakenCode = async (
  db: Tx | ReadClient,
  draft: Pick<OrganizationDraft, "uscc" | "schoolCode">,
): Promise<Refusal | null> => {
  const where = draft.uscc ? { uscc: draft.uscc } : { schoolCode: draft.schoolCode ?? "" };
  const other = await db.organization.findUnique({ where, select: { id: true } });
  return other ? invalidField("code", "registration.errors.codeTaken").refusal : null;
};
