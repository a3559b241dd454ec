import type { Ctx } from "~/platform/command";
import type { Tx } from "~/platform/db/gate.server";
import { reject, stale } from "~/platform/decide.server";
import { newId } from "~/platform/id";
import { enqueue } from "~/platform/outbox/enqueue.server";
import { type FrozenDocument, keyHolder, type Signer } from "../rules/sealed-content";
import { type PartyStatement, signText, statementText } from "../rules/signature";
import { keyOf, privateHalf } from "../signing-keys.server";

type Given = {
  documentId: string;
  signer: Signer & { name: string };
  actor: { id: string; name: string };
  capacity: string;
  consentWording: string;
  digest: string;
  at: Date;
};

/**
 * Signs a digest with the key of an organization or of a person (made on first use; the private half is stored sealed).
 * Goes in: the party, the person who acts for it and in what capacity, the words of consent that were on the screen, the
 * digest and the server's time. Comes out: the statement's canonical text, its Ed25519 signature and the key's id; nothing
 * else is written. The caller has made sure who acts (re-authentication) and that they may.
 */
export const signDigest = async (
  tx: Tx,
  given: Given,
): Promise<{ statement: string; signature: string; keyId: string }> => {
  const key = await keyOf(tx, keyHolder(given.signer), given.at);
  const statement: PartyStatement = {
    form: 2,
    digest: given.digest,
    documentId: given.documentId,
    signer: { kind: given.signer.kind, id: given.signer.id, name: given.signer.name },
    actor: { id: given.actor.id, name: given.actor.name },
    capacity: given.capacity,
    consent: given.consentWording,
    at: given.at.toISOString(),
  };
  const text = statementText(statement);
  return { statement: text, signature: signText(text, privateHalf(key)), keyId: key.id };
};

/**
 * Signs another room's document for one of its parties, inside the caller's transaction. With the last signature the
 * delivery `<subjectKind>.seal` is promised; its handler calls `sealRoomDocument`. Goes in: the document, the party, who
 * acts and in what capacity, the words of consent, and the digest that was shown. Comes out: how many have signed of how
 * many. Rejects a document that is not open, a party that is not one or has signed, a digest that is not the one frozen,
 * and a clock behind what is recorded.
 */
export const signSealedDocument = async (
  tx: Tx,
  ctx: Ctx,
  input: {
    documentId: string;
    signer: Signer;
    actor: { id: string; name: string };
    capacity: string;
    consentWording: string;
    digest: string;
  },
): Promise<{ signed: number; total: number }> => {
  const { documentId, signer } = input;
  const document = await tx.sealedDocument.findUnique({ where: { id: documentId } });
  if (!document) return reject({ code: "not_found", key: "errors.notFound" });
  if (document.state !== "signing") return reject({ code: "blocked", key: "agreements.refused.not_now" });
  if (document.digest !== input.digest) return reject({ code: "conflict", key: "agreements.errors.digest" });
  const { parties } = (JSON.parse(document.frozen) as FrozenDocument).content;
  const party = parties.find((one) => one.kind === signer.kind && one.id === signer.id);
  if (!party) return reject({ code: "forbidden", key: "agreements.refused.not_signatory" });
  const before = await tx.sealedSignature.findMany({
    where: { documentId },
    select: { signerKind: true, signerId: true },
    take: 12,
  });
  if (before.some((one) => one.signerKind === signer.kind && one.signerId === signer.id))
    return reject({ code: "conflict", key: "agreements.refused.already_signed" });
  const at = ctx.clock.now();
  const last = await tx.event.findFirst({
    where: { subjectType: document.subjectKind, subjectId: document.subjectId },
    orderBy: { sequence: "desc" },
    select: { at: true },
  });
  if (last && last.at > at) return reject({ code: "blocked", key: "agreements.errors.clock" });
  const made = await signDigest(tx, { ...input, signer: party, at });
  await tx.sealedSignature.create({
    data: {
      id: newId(at.getTime()),
      documentId,
      signerKind: signer.kind,
      signerId: signer.id,
      ...made,
      signedAt: at,
    },
  });
  const signed = before.length + 1;
  const complete = signed === parties.length;
  const { count } = await tx.sealedDocument.updateMany({
    where: { id: documentId, version: document.version },
    data: { version: { increment: 1 }, ...(complete ? { state: "signed", signedAt: at } : {}) },
  });
  if (count === 0) stale();
  if (complete)
    await enqueue(tx, ctx, [
      {
        kind: `${document.subjectKind}.seal`,
        key: `${document.subjectKind}.seal:${documentId}`,
        payload: { documentId },
      },
    ]);
  return { signed, total: parties.length };
};
