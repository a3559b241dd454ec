import type { MemberCtx } from "~/identity/actor";
import { decide, reject } from "~/platform/decide.server";
import type { Result } from "~/platform/result";
import { civilDate } from "~/platform/time/clock";
import { workingDay } from "~/platform/time/working-days";
import { alertInRegion, moveAlert } from "../alert-move.server";
import { mailAlert, recordAlert } from "../alert-record.server";
import type { OrderInput } from "../schema";

/**
 * Orders an organization to put an alert right (整改). Goes in: the alert, what to do and by which day, by an owner or
 * coordinator of an authority in whose region it lies. Comes out: nothing. Refuses a day that has passed, an alert that is
 * not open, another region's (not found). The organization is told by mail with the link to answer.
 */
export const orderRectification = (
  ctx: MemberCtx,
  alertId: string,
  input: OrderInput,
): Promise<Result<null>> =>
  decide(async (tx) => {
    const alert = await alertInRegion(tx, ctx, alertId);
    const now = ctx.clock.now();
    if (input.dueOn <= civilDate(now)) {
      return reject({
        code: "invalid",
        key: "errors.checkFields",
        fields: [{ field: "dueOn", key: "alerts.errors.duePast" }],
      });
    }
    const authorityId = ctx.actor.organizationId;
    await moveAlert(tx, ctx, alert, input.version, "order", "authority", input.text, {
      authorityId,
      orderText: input.text,
      dueOn: input.dueOn,
      dueCertain: workingDay(input.dueOn).certain,
      orderedAt: now,
      level: 0,
    });
    const ordered = { ...alert, authorityId };
    const eventId = await recordAlert(tx, ctx, ordered, "alert.ordered", {
      text: input.text,
      dueOn: input.dueOn,
      by: ctx.actor.organization.name,
    });
    await mailAlert(tx, ctx, ordered, {
      kind: "ordered",
      key: eventId,
      to: [alert.organizationId],
      values: { due: input.dueOn, by: ctx.actor.organization.name, text: input.text.slice(0, 500) },
      link: `/rectifications/${alertId}`,
    });
    return null;
  });
