import type { MemberCtx } from "~/identity/actor";
import { checkPassword } from "~/identity/password.server";
import { read } from "~/platform/db/client.server";
import { decide, reject } from "~/platform/decide.server";
import { newId } from "~/platform/id";
import { enqueue } from "~/platform/outbox/enqueue.server";
import { invalidField, type Result } from "~/platform/result";
import { civilDate } from "~/platform/time/clock";
import { translatorFor } from "~/words/translator.server";
import { recordAgreement } from "../agreement-record.server";
import { move, ownDocument, saveDocument } from "../agreement-work.server";
import { type Authority, type Statement, signText, statementText } from "../rules/signature";
import { keyOf, privateHalf } from "../signing-keys.server";

/**
 * Signs a frozen document as a named signatory. Goes in: the document, who signs, the digest that was shown and the
 * signer's password. Comes out: how many have signed of how many; with the last one a job begins to seal. The password is
 * checked before the transaction; the signature (Ed25519, the organization's key) covers digest, capacity, the words of
 * consent and the server's time. Refuses a wrong password, another person, a revoked or lapsed authority, a digest that
 * is not the one shown, a turn not yet come, a lapsed invitation, and a clock behind what is already recorded.
 */
export const signDocument = async (
  ctx: MemberCtx,
  documentId: string,
  input: { signatoryId: string; digest: string; password: string },
): Promise<Result<{ signed: number; total: number }>> => {
  const person = await read.person.findUnique({
    where: { id: ctx.actor.personId },
    select: { passwordHash: true },
  });
  if (!(await checkPassword(person?.passwordHash ?? null, input.password)))
    return invalidField("password", "agreements.errors.password");
  return decide(async (tx) => {
    const { document, agreement, facts, content } = await ownDocument(tx, ctx, documentId, null, true);
    const mine = ctx.actor.organizationId;
    const signatory = await tx.agreementSignatory.findFirst({
      where: { id: input.signatoryId, agreementId: agreement.id, organizationId: mine },
    });
    if (!signatory || signatory.personId !== ctx.actor.personId)
      return reject({ code: "forbidden", key: "agreements.refused.not_signatory" });
    if (signatory.revokedAt) return reject({ code: "forbidden", key: "agreements.errors.revoked" });
    const at = ctx.clock.now();
    const today = civilDate(at);
    if (signatory.delegationUntil && signatory.delegationUntil < today)
      return reject({ code: "forbidden", key: "agreements.errors.delegationOver" });
    const last = await tx.event.findFirst({
      where: { subjectType: "agreement", subjectId: agreement.id },
      orderBy: { sequence: "desc" },
      select: { at: true },
    });
    if (last && last.at > at) return reject({ code: "blocked", key: "agreements.errors.clock" });
    const moved = move(facts, { action: "sign", by: mine, signatoryId: signatory.id, today });
    if (!document.digest || document.digest !== input.digest)
      return reject({ code: "conflict", key: "agreements.errors.digest" });
    const key = await keyOf(tx, mine, at);
    const statement: Statement = {
      form: 1,
      digest: document.digest,
      documentId,
      organizationId: mine,
      organizationName:
        content.parties.find((party) => party.organizationId === mine)?.name ?? ctx.actor.organization.name,
      signatoryId: signatory.id,
      signatoryName: signatory.name,
      position: signatory.position,
      authority: signatory.authority as Authority,
      consent: translatorFor("zh-CN").room("agreements")("sign.consent"),
      at: at.toISOString(),
    };
    const text = statementText(statement);
    await tx.agreementSignature.create({
      data: {
        id: newId(at.getTime()),
        documentId,
        round: document.round,
        organizationId: mine,
        signatoryId: signatory.id,
        method: "platform",
        statement: text,
        signature: signText(text, privateHalf(key)),
        keyId: key.id,
        signedAt: at,
      },
    });
    await saveDocument(
      tx,
      document,
      { state: moved.state, ...(moved.state === "signed" ? { signedAt: at } : {}) },
      at,
    );
    const signed = moved.signers.filter((one) => one.signed).length;
    const total = moved.signers.length;
    await recordAgreement(tx, ctx, agreement.id, "agreement.signed", {
      documentId,
      digest: document.digest,
      signatory: signatory.name,
      by: statement.organizationName,
      signed,
      total,
    });
    if (moved.state === "signed")
      await enqueue(tx, ctx, [
        { kind: "agreement.seal", key: `agreement.seal:${documentId}`, payload: { documentId } },
      ]);
    return { signed, total };
  });
};
