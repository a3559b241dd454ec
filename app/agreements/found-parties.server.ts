import type { OrganizationKind } from "~/identity/actor";
import type { Tx } from "~/platform/db/gate.server";
import { reject } from "~/platform/decide.server";
import type { Party } from "./rules/content";
import type { PartyRole } from "./rules/kinds";

export type FoundParty = { id: string; kind: OrganizationKind; name: string; uscc: string | null };

/** Verified organizations by id, in the order asked for. Rejects one that is not there or not verified. */
export const foundParties = async (tx: Tx, ids: readonly string[]): Promise<FoundParty[]> => {
  const found = await tx.organization.findMany({
    where: { id: { in: [...ids] }, state: "verified" },
    select: { id: true, kind: true, name: true, uscc: true },
  });
  return ids.map((id) => {
    const organization = found.find((one) => one.id === id);
    if (!organization)
      return reject({
        code: "invalid",
        key: "errors.checkFields",
        fields: [{ field: "partners", key: "agreements.errors.partner" }],
      });
    return { ...organization, kind: organization.kind as OrganizationKind };
  });
};

/** An organization in its role, as the text names it. */
export const partyOf = ({ organization, role }: { organization: FoundParty; role: PartyRole }): Party => ({
  organizationId: organization.id,
  name: organization.name,
  uscc: organization.uscc,
  role,
});
