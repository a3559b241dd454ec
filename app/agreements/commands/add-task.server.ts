import type { MemberCtx } from "~/identity/actor";
import { decide, reject } from "~/platform/decide.server";
import { newId } from "~/platform/id";
import type { Result } from "~/platform/result";
import { recordAgreement } from "../agreement-record.server";
import { ownAgreement } from "../agreement-work.server";
import type { AddTask } from "../schema";

/**
 * Adds a task of a consortium under one of the five elements, with the member that answers for it and a date. Comes out:
 * its id. Refuses another kind of agreement and an owner that is no member.
 */
export const addTask = (
  ctx: MemberCtx,
  agreementId: string,
  input: AddTask,
): Promise<Result<{ id: string }>> =>
  decide(async (tx) => {
    const agreement = await ownAgreement(tx, ctx, agreementId);
    if (agreement.kind !== "consortium" || !agreement.sealedOn)
      return reject({ code: "blocked", key: "agreements.errors.notConsortium" });
    if (!agreement.parties.some((party) => party.organizationId === input.ownerId)) {
      return reject({
        code: "invalid",
        key: "errors.checkFields",
        fields: [{ field: "ownerId", key: "agreements.errors.partner" }],
      });
    }
    const at = ctx.clock.now();
    const id = newId(at.getTime());
    await tx.consortiumTask.create({ data: { id, agreementId, ...input, createdAt: at, version: 1 } });
    await recordAgreement(tx, ctx, agreementId, "agreement.task_added", {
      task: input.title,
      element: input.element,
      by: ctx.actor.organization.name,
    });
    return { id };
  });
