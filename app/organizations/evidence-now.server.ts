import type { Tx } from "~/platform/db/gate.server";
import { EVIDENCE_SUBJECT } from "./commands/add-evidence.server";
import type { KeptEvidence } from "./trust-schema";

/** The evidence an organization has handed in so far, at most twenty files: what a decision then rests on. */
export const evidenceNow = (tx: Tx, organizationId: string): Promise<KeptEvidence> =>
  tx.storedFile.findMany({
    where: { subjectType: EVIDENCE_SUBJECT, subjectId: organizationId },
    orderBy: { id: "asc" },
    take: 20,
    select: { id: true, name: true, sha256: true },
  });
