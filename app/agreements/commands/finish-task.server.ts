import type { MemberCtx } from "~/identity/actor";
import { decide, reject, stale } from "~/platform/decide.server";
import type { Result } from "~/platform/result";
import { civilDate } from "~/platform/time/clock";
import { recordAgreement } from "../agreement-record.server";
import { ownAgreement } from "../agreement-work.server";

/**
 * Reports a consortium's task as done, with what shows it. Goes in: the task, the version read and the evidence in words.
 * Comes out: its id. Refuses anybody but its owner, and one that is done.
 */
export const finishTask = (
  ctx: MemberCtx,
  agreementId: string,
  input: { taskId: string; version: number; evidence: string },
): Promise<Result<{ id: string }>> =>
  decide(async (tx) => {
    await ownAgreement(tx, ctx, agreementId);
    const task = await tx.consortiumTask.findFirst({ where: { id: input.taskId, agreementId } });
    if (!task) return reject({ code: "not_found", key: "errors.notFound" });
    if (task.ownerId !== ctx.actor.organizationId)
      return reject({ code: "forbidden", key: "agreements.errors.notYours" });
    if (task.version !== input.version || task.doneOn) return stale();
    const today = civilDate(ctx.clock.now());
    await tx.consortiumTask.update({
      where: { id: task.id },
      data: { doneOn: today, evidence: input.evidence, version: { increment: 1 } },
    });
    await recordAgreement(tx, ctx, agreementId, "agreement.task_done", {
      task: task.title,
      element: task.element,
      by: ctx.actor.organization.name,
    });
    return { id: task.id };
  });
