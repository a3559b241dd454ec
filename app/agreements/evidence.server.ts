import type { Tx } from "~/platform/db/gate.server";
import type { BundleEvent } from "./rules/bundle";
import type { KeyRecord, SignatureRecord } from "./rules/seal";
import { keyHolder } from "./rules/sealed-content";
import type { PartyStatement } from "./rules/signature";

/** What evidence is read from: a transaction and the reading client both have it. */
type Reads = {
  event: Pick<Tx["event"], "findMany">;
  agreementSignature: Pick<Tx["agreementSignature"], "findMany">;
  sealedSignature: Pick<Tx["sealedSignature"], "findMany">;
  signingKey: Pick<Tx["signingKey"], "findMany">;
};

/** The signatures of a document's last round, in the order they were given. */
export const signaturesOf = async (
  db: Pick<Reads, "agreementSignature">,
  document: { id: string; round: number },
): Promise<SignatureRecord[]> => {
  const rows = await db.agreementSignature.findMany({
    where: { documentId: document.id, round: document.round },
    orderBy: { id: "asc" },
    take: 120,
  });
  return rows
    .filter((row) => row.method === "platform" || row.confirmedAt)
    .map(
      ({ id, organizationId, signatoryId, method, statement, signature, keyId, scanSha256, signedAt }) => ({
        id,
        organizationId,
        signatoryId,
        method: method === "paper" ? "paper" : "platform",
        statement,
        signature,
        keyId,
        scanSha256,
        at: signedAt.toISOString(),
      }),
    );
};

/** The signatures under another room's document, in the order they were given. */
export const partySignaturesOf = async (
  db: Pick<Reads, "sealedSignature">,
  documentId: string,
): Promise<SignatureRecord[]> => {
  const rows = await db.sealedSignature.findMany({ where: { documentId }, orderBy: { id: "asc" }, take: 12 });
  return rows.map((row) => ({
    id: row.id,
    organizationId: keyHolder({
      kind: row.signerKind === "person" ? "person" : "organization",
      id: row.signerId,
    }),
    signatoryId: (JSON.parse(row.statement) as PartyStatement).actor.id,
    method: "platform",
    statement: row.statement,
    signature: row.signature,
    keyId: row.keyId,
    scanSha256: null,
    at: row.signedAt.toISOString(),
  }));
};

/** The public halves of the keys some signatures were made with. */
export const keysOf = async (
  db: Pick<Reads, "signingKey">,
  signatures: readonly SignatureRecord[],
): Promise<KeyRecord[]> => {
  const ids = [...new Set(signatures.flatMap((one) => (one.keyId ? [one.keyId] : [])))];
  return db.signingKey.findMany({
    where: { id: { in: ids } },
    orderBy: { id: "asc" },
    select: { id: true, organizationId: true, publicKey: true },
  });
};

/** A subject's events as links of its chain, the first `most`. */
export const chainOf = async (
  db: Pick<Reads, "event">,
  subject: { type: string; id: string },
  most = 20_000,
): Promise<BundleEvent[]> => {
  const rows = await db.event.findMany({
    where: { subjectType: subject.type, subjectId: subject.id },
    orderBy: { sequence: "asc" },
    take: most,
  });
  return rows.map(({ actorOrganizationId: _organization, at, ...row }) => ({ ...row, at: at.toISOString() }));
};
