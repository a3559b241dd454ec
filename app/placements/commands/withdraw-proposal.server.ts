import type { PersonCtx } from "~/identity/actor";
import { decide, reject, stale } from "~/platform/decide.server";
import type { Result } from "~/platform/result";
import { ownStudent } from "../application-record.server";
import { tellProposal } from "../proposal-record.server";
import { moveProposal, type ProposalState } from "../rules/proposal-lifecycle";

/**
 * A student takes a proposal back before the school has approved it. Goes in: its id and the version seen. Comes out: the
 * id. Refuses another's (not found), an approved one and a stale version (conflict).
 */
export const withdrawProposal = (
  ctx: PersonCtx,
  id: string,
  input: { version: number },
): Promise<Result<{ id: string }>> =>
  decide(async (tx) => {
    const student = await ownStudent(tx, ctx.actor);
    const row = await tx.placementProposal.findUnique({ where: { id } });
    if (!row || !student || row.studentId !== student.id) {
      return reject({ code: "not_found", key: "errors.notFound" });
    }
    const outcome = moveProposal(row.state as ProposalState, "withdraw", "student", "");
    if (!outcome.ok) return reject({ code: "conflict", key: "applications.errors.moved" });
    const { count } = await tx.placementProposal.updateMany({
      where: { id, version: input.version },
      data: {
        state: outcome.to,
        replyBy: null,
        updatedAt: ctx.clock.now(),
        version: { increment: 1 },
      },
    });
    if (count === 0) return stale();
    await tellProposal(tx, ctx, row, "proposalWithdrawn");
    return { id };
  });
