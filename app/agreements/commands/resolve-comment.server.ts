import type { MemberCtx } from "~/identity/actor";
import { decide, reject } from "~/platform/decide.server";
import type { Result } from "~/platform/result";
import { recordAgreement } from "../agreement-record.server";
import { ownDocument } from "../agreement-work.server";

/**
 * Marks a comment on a clause as settled; it stays readable. Goes in: the document on the way and the comment. Comes out:
 * nothing more. Any party may; refuses a comment of another document. Settling it again changes nothing.
 */
export const resolveComment = (
  ctx: MemberCtx,
  documentId: string,
  commentId: string,
): Promise<Result<{ clauseId: string }>> =>
  decide(async (tx) => {
    const { agreement, content } = await ownDocument(tx, ctx, documentId, null);
    const comment = await tx.agreementComment.findFirst({ where: { id: commentId, documentId } });
    if (!comment) return reject({ code: "not_found", key: "errors.notFound" });
    const { count } = await tx.agreementComment.updateMany({
      where: { id: commentId, resolvedAt: null },
      data: { resolvedAt: ctx.clock.now(), resolvedBy: `${ctx.actor.organization.name} ${ctx.actor.name}` },
    });
    if (count > 0)
      await recordAgreement(tx, ctx, agreement.id, "agreement.comment_resolved", {
        documentId,
        clause: content.clauses.find((one) => one.id === comment.clauseId)?.title ?? "",
        by: ctx.actor.organization.name,
      });
    return { clauseId: comment.clauseId };
  });
