import type { MemberCtx } from "~/identity/actor";
import { decide } from "~/platform/decide.server";
import type { Result } from "~/platform/result";
import { civilDate } from "~/platform/time/clock";
import { alertInRegion, moveAlert } from "../alert-move.server";
import { recordAlert } from "../alert-record.server";
import type { DismissInput } from "../schema";

/**
 * Closes an alert that needs no order, with the reason, which stays on record. Goes in: the alert and the reason, by an
 * authority in whose region it lies. Refuses one that was ordered already: that one ends with an answer. While the cause
 * lasts, the same alert is not raised again before its facts are gone for a day.
 */
export const dismissAlert = (ctx: MemberCtx, alertId: string, input: DismissInput): Promise<Result<null>> =>
  decide(async (tx) => {
    const alert = await alertInRegion(tx, ctx, alertId);
    await moveAlert(tx, ctx, alert, input.version, "dismiss", "authority", input.note, {
      openKey: alert.id,
      closedOn: civilDate(ctx.clock.now()),
      closeReason: "dismissed",
      closeNote: input.note,
    });
    await recordAlert(tx, ctx, alert, "alert.dismissed", {
      note: input.note,
      by: ctx.actor.organization.name,
    });
    return null;
  });
