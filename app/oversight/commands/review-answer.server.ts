import type { MemberCtx } from "~/identity/actor";
import { decide, reject } from "~/platform/decide.server";
import type { Result } from "~/platform/result";
import { civilDate } from "~/platform/time/clock";
import { workingDay } from "~/platform/time/working-days";
import { alertInRegion, moveAlert } from "../alert-move.server";
import { mailAlert, recordAlert } from "../alert-record.server";
import type { ReviewInput } from "../schema";

/**
 * Reviews what an organization answered (复核): accepted closes the alert (销号); returned asks again, with the reason and a
 * new day. Goes in: the alert and the decision, by an authority in whose region it lies. Refuses an alert without an answer
 * to review and a day that has passed. The organization is told either way.
 */
export const reviewAnswer = (ctx: MemberCtx, alertId: string, input: ReviewInput): Promise<Result<null>> =>
  decide(async (tx) => {
    const alert = await alertInRegion(tx, ctx, alertId);
    const now = ctx.clock.now();
    const today = civilDate(now);
    const accepted = input.intent === "accept";
    const note = input.note ?? "";
    if (input.intent === "return" && input.dueOn <= today) {
      return reject({
        code: "invalid",
        key: "errors.checkFields",
        fields: [{ field: "dueOn", key: "alerts.errors.duePast" }],
      });
    }
    await moveAlert(
      tx,
      ctx,
      alert,
      input.version,
      accepted ? "accept" : "return",
      "authority",
      note,
      input.intent === "return"
        ? { dueOn: input.dueOn, dueCertain: workingDay(input.dueOn).certain, level: 0 }
        : { openKey: alert.id, closedOn: today, closeReason: "accepted", closeNote: note },
    );
    const last = await tx.alertReply.findFirst({
      where: { alertId, decision: null },
      orderBy: { createdAt: "desc" },
      select: { id: true },
    });
    if (last) {
      await tx.alertReply.update({
        where: { id: last.id },
        data: {
          decision: accepted ? "accepted" : "returned",
          decisionNote: note,
          decidedBy: ctx.actor.name,
          decidedAt: now,
        },
      });
    }
    const due = input.intent === "return" ? input.dueOn : "";
    const eventId = await recordAlert(tx, ctx, alert, accepted ? "alert.accepted" : "alert.returned", {
      note,
      dueOn: due,
    });
    await mailAlert(tx, ctx, alert, {
      kind: accepted ? "accepted" : "returned",
      key: eventId,
      to: [alert.organizationId],
      values: { due, text: note.slice(0, 500), by: ctx.actor.organization.name },
      link: `/rectifications/${alertId}`,
    });
    return null;
  });
