import type { Person, PersonCtx } from "~/identity/actor";
import { EVIDENCE_SUBJECT } from "./commands/add-evidence.server";
import { readEvidence } from "./commands/read-evidence.server";

type StoredFile = {
  id: string;
  name: string;
  subjectType: string;
  subjectId: string;
  organizationId: string | null;
};

const ownsIt = (actor: Person, file: StoredFile): boolean =>
  file.organizationId !== null &&
  file.organizationId === actor.organizationId &&
  actor.organization?.role !== "student";

/**
 * Whether a person may have a file given as evidence: members of the organization, and the operator, whose reading is
 * recorded. House rule.
 */
export const evidenceAccess = async (ctx: PersonCtx, file: StoredFile): Promise<boolean> => {
  if (file.subjectType !== EVIDENCE_SUBJECT) return false;
  if (ownsIt(ctx.actor, file)) return true;
  if (!ctx.actor.isOperator) return false;
  const noted = await readEvidence(ctx, { id: file.id, name: file.name, organizationId: file.subjectId });
  return noted.ok;
};
