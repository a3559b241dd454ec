import type { Tx } from "~/platform/db/gate.server";
import { newId } from "~/platform/id";

const FIELDS = ["name", "uscc", "schoolCode"] as const;

type Identity = { id: string; name: string; uscc: string | null; schoolCode: string | null };

/** Keeps the names and codes an organization no longer has, so that it is still found by them. */
export const keepFormer = async (
  tx: Tx,
  before: Identity,
  after: Omit<Identity, "id">,
  { because, until, ownerId = before.id }: { because: "renamed" | "merged"; until: Date; ownerId?: string },
): Promise<void> => {
  for (const field of FIELDS) {
    const value = before[field];
    if (!value || value === after[field]) continue;
    await tx.formerIdentity.create({
      data: { id: newId(until.getTime()), organizationId: ownerId, field, value, until, because },
    });
  }
};
