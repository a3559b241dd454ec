import { randomBytes } from "node:crypto";
import type { MemberCtx } from "~/identity/actor";
import { decide, reject } from "~/platform/decide.server";
import { enqueue } from "~/platform/outbox/enqueue.server";
import type { Result } from "~/platform/result";
import { civilDate } from "~/platform/time/clock";
import { agreementMails } from "../agreement-mails.server";
import { recordAgreement } from "../agreement-record.server";
import { lapseAfter, move, ownDocument, saveDocument, turnOf } from "../agreement-work.server";
import type { DocumentKind } from "../rules/document-lifecycle";
import { freeze, verifyCode } from "../rules/freeze";

/**
 * Freezes the version every party approved to canonical JSON with its SHA-256 and opens it to its signatories for thirty
 * days. Goes in: the document and the version read. Comes out: the digest. Refuses what not all approved, a party without
 * signatory, findings that stop it, and a first day in the past: nothing is back-dated.
 */
export const openSigning = (
  ctx: MemberCtx,
  documentId: string,
  input: { version: number },
): Promise<Result<{ digest: string }>> =>
  decide(async (tx) => {
    const { document, agreement, facts, content } = await ownDocument(tx, ctx, documentId, input.version);
    const at = ctx.clock.now();
    const today = civilDate(at);
    if (document.kind !== "main" && document.changes === "[]")
      reject({ code: "blocked", key: "agreements.errors.noChanges" });
    const moved = move(facts, { action: "open_signing", by: ctx.actor.organizationId, today });
    const base = document.baseId
      ? await tx.agreementDocument.findUnique({ where: { id: document.baseId }, select: { digest: true } })
      : null;
    const code = document.code ?? verifyCode(randomBytes(16));
    const { text, digest } = freeze({
      form: 1,
      agreementId: agreement.id,
      documentId,
      kind: document.kind as DocumentKind,
      ordinal: document.ordinal,
      number: document.number,
      code,
      changes: JSON.parse(document.changes) as string[],
      baseDigest: base?.digest ?? null,
      content,
    });
    const lapsesOn = lapseAfter("signing", today);
    await saveDocument(
      tx,
      document,
      {
        state: moved.state,
        frozenNumber: document.number,
        frozen: text,
        digest,
        code,
        round: document.round + 1,
        lapsesOn,
        ...turnOf(null, at),
      },
      at,
    );
    const told = { title: content.title, by: ctx.actor.organization.name, due: lapsesOn };
    const eventId = await recordAgreement(tx, ctx, agreement.id, "agreement.signing_opened", {
      ...told,
      documentId,
      digest,
      number: document.number,
    });
    await enqueue(
      tx,
      ctx,
      await agreementMails(tx, {
        kind: "signing",
        key: eventId,
        to: facts.partyIds,
        values: told,
        link: `/agreements/${agreement.id}/sign?document=${documentId}`,
      }),
    );
    return { digest };
  });
