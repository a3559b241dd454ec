import type { ReadClient } from "~/platform/db/client.server";
import type { Tx } from "~/platform/db/gate.server";
import { reject } from "~/platform/decide.server";

/** A school–school agreement of an organization; rejects any other beside the field. */
export const ownAgreement = async (tx: Tx, organizationId: string, id: string): Promise<void> => {
  const found = await tx.agreement.findFirst({
    where: { id, kind: "school_school", parties: { some: { organizationId } } },
    select: { id: true },
  });
  if (!found)
    reject({
      code: "invalid",
      key: "errors.checkFields",
      fields: [{ field: "agreement", key: "articulation.errors.agreementUnknown" }],
    });
};

const MOST = 50;

/** What a founder may choose from: its running school–school agreements, and partners of any agreement it has running. */
export const choicesOf = async (reader: ReadClient, organizationId: string) => {
  const agreements = await reader.agreement.findMany({
    where: { state: "active", parties: { some: { organizationId } } },
    orderBy: { createdAt: "desc" },
    take: MOST,
    select: {
      id: true,
      kind: true,
      title: true,
      endsOn: true,
      parties: { select: { organizationId: true }, take: 10 },
    },
  });
  const ids = agreements.flatMap((one) => one.parties.map((party) => party.organizationId));
  const organizations = await reader.organization.findMany({
    where: { id: { in: [...new Set([...ids, organizationId])] } },
    select: { id: true, kind: true, name: true, schoolLevel: true },
  });
  return {
    agreements: agreements
      .filter((one) => one.kind === "school_school")
      .map(({ id, title, endsOn }) => ({ id, title, endsOn })),
    schools: organizations.filter((one) => one.kind === "school"),
    enterprises: organizations.filter((one) => one.kind === "enterprise"),
  };
};
