import type { FrozenDocument } from "~/agreements/rules/sealed-content";
import type { Person } from "~/identity/actor";
import { read } from "~/platform/db/client.server";
import { placementScope } from "../placement-scope.server";

const MOST = 300;

/**
 * The tripartite agreements that wait for the reader's organization, and those it has signed that wait for others. Goes
 * in: who looks. Comes out: the first list with the digest of each text, at most three hundred; null for somebody who is
 * no party.
 */
export const signList = async (actor: Person) => {
  const scope = await placementScope(read, actor);
  const organizationId = actor.organizationId;
  if (!scope || !organizationId || (scope.as !== "school" && scope.as !== "host")) return null;
  const placements = await read.placement.findMany({
    where: { AND: [scope.where, { state: "preparing" }] },
    orderBy: [{ startsOn: "asc" }, { id: "asc" }],
    take: MOST * 2,
    select: { id: true, title: true, startsOn: true, endsOn: true, hostId: true },
  });
  const documents = await read.sealedDocument.findMany({
    where: {
      subjectKind: "placement",
      state: "signing",
      subjectId: { in: placements.map((one) => one.id) },
    },
    take: MOST,
    select: {
      id: true,
      subjectId: true,
      digest: true,
      frozen: true,
      signatures: { select: { signerId: true }, take: 12 },
    },
  });
  const byId = new Map(placements.map((one) => [one.id, one]));
  const rows = documents.flatMap((document) => {
    const placement = byId.get(document.subjectId);
    if (!placement) return [];
    const { content } = JSON.parse(document.frozen) as FrozenDocument;
    const signed = document.signatures.map((one) => one.signerId);
    return [
      {
        documentId: document.id,
        digest: document.digest,
        placementId: placement.id,
        title: content.title,
        parties: content.parties.map((party) => ({ name: party.name, signed: signed.includes(party.id) })),
        pay: content.items.find((item) => item.id === "pay")?.value ?? "",
        startsOn: placement.startsOn,
        endsOn: placement.endsOn,
        mine: !signed.includes(organizationId),
      },
    ];
  });
  return { as: scope.as, waiting: rows.filter((row) => row.mine), others: rows.filter((row) => !row.mine) };
};
