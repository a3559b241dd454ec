import type { MemberCtx } from "~/identity/actor";
import { decide, reject } from "~/platform/decide.server";
import { newId } from "~/platform/id";
import type { Result } from "~/platform/result";
import { recordAgreement } from "../agreement-record.server";
import { ownDocument } from "../agreement-work.server";

const MOST = 300;

/**
 * Leaves a comment on one clause of the version on the table; the text itself and its approvals stay as they are. Goes
 * in: the document, the clause's id and the words. Comes out: the comment's id. Refuses a clause the text does not have.
 */
export const commentOnClause = (
  ctx: MemberCtx,
  documentId: string,
  input: { clauseId: string; text: string },
): Promise<Result<{ id: string }>> =>
  decide(async (tx) => {
    const { document, agreement, content } = await ownDocument(tx, ctx, documentId, null);
    const clause = content.clauses.find((one) => one.id === input.clauseId);
    if (!clause) return reject({ code: "not_found", key: "errors.notFound" });
    const total = await tx.agreementComment.count({ where: { documentId } });
    if (total >= MOST)
      reject({ code: "blocked", key: "agreements.errors.manyComments", values: { most: MOST } });
    const at = ctx.clock.now();
    const id = newId(at.getTime());
    await tx.agreementComment.create({
      data: {
        id,
        documentId,
        clauseId: clause.id,
        number: document.number,
        organizationId: ctx.actor.organizationId,
        authorName: ctx.actor.name,
        text: input.text,
        createdAt: at,
      },
    });
    await recordAgreement(tx, ctx, agreement.id, "agreement.commented", {
      documentId,
      clause: clause.title,
      by: ctx.actor.organization.name,
    });
    return { id };
  });
