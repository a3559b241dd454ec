import type { MemberCtx } from "~/identity/actor";
import { decide, reject } from "~/platform/decide.server";
import { newId } from "~/platform/id";
import type { Result } from "~/platform/result";
import { civilDate } from "~/platform/time/clock";
import { recordAgreement } from "../agreement-record.server";
import { ownAgreement } from "../agreement-work.server";
import type { AddContribution } from "../schema";

/**
 * Enters what one's organization put in: cash, equipment, hours or materials, and out of whose pocket. Goes in: the
 * agreement and the entry, money in yuan. Comes out: its id; money is kept in fen. Entries are never changed, a mistake
 * is entered again with its correction. Refuses an agreement that never took effect and a date to come.
 */
export const addContribution = (
  ctx: MemberCtx,
  agreementId: string,
  input: AddContribution,
): Promise<Result<{ id: string }>> =>
  decide(async (tx) => {
    const agreement = await ownAgreement(tx, ctx, agreementId);
    if (!agreement.sealedOn) reject({ code: "blocked", key: "agreements.errors.notRunning" });
    const at = ctx.clock.now();
    if (input.on > civilDate(at))
      reject({
        code: "invalid",
        key: "errors.checkFields",
        fields: [{ field: "on", key: "agreements.errors.future" }],
      });
    const id = newId(at.getTime());
    const amountFen = input.yuan === undefined ? null : Math.round(input.yuan * 100);
    const hours = input.kind === "hours" ? (input.hours ?? null) : null;
    await tx.agreementContribution.create({
      data: {
        id,
        agreementId,
        organizationId: ctx.actor.organizationId,
        kind: input.kind,
        source: input.source,
        what: input.what,
        amountFen,
        hours,
        on: input.on,
        authorName: ctx.actor.name,
        createdAt: at,
      },
    });
    await recordAgreement(tx, ctx, agreementId, "agreement.contribution_added", {
      what: input.what,
      kind: input.kind,
      source: input.source,
      amountFen,
      hours,
      by: ctx.actor.organization.name,
    });
    return { id };
  });
