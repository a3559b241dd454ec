import type { MemberCtx } from "~/identity/actor";
import { decide, reject } from "~/platform/decide.server";
import { newId } from "~/platform/id";
import type { Result } from "~/platform/result";
import { civilDate } from "~/platform/time/clock";
import { recordAgreement } from "../agreement-record.server";
import { ownAgreement } from "../agreement-work.server";
import type { HoldMeeting } from "../schema";

/**
 * Records a meeting of a consortium's organ with its decisions and, if one was agreed, an action with owner and date. Goes
 * in: the agreement (a sealed charter) and the meeting. Comes out: its id. Refuses another kind of agreement, a date to
 * come, and an action of somebody who is no member.
 */
export const holdMeeting = (
  ctx: MemberCtx,
  agreementId: string,
  input: HoldMeeting,
): Promise<Result<{ id: string }>> =>
  decide(async (tx) => {
    const agreement = await ownAgreement(tx, ctx, agreementId);
    if (agreement.kind !== "consortium" || !agreement.sealedOn)
      return reject({ code: "blocked", key: "agreements.errors.notConsortium" });
    const at = ctx.clock.now();
    const wrong = (field: string, key: string) =>
      reject({ code: "invalid", key: "errors.checkFields", fields: [{ field, key }] });
    if (input.heldOn > civilDate(at)) wrong("heldOn", "agreements.errors.future");
    const owner = input.actionTitle
      ? agreement.parties.find((party) => party.organizationId === input.actionOwnerId)
      : null;
    if (input.actionTitle && !owner) wrong("actionOwnerId", "agreements.errors.partner");
    if (input.actionTitle && !input.actionDueOn) wrong("actionDueOn", "errors.required");
    const id = newId(at.getTime());
    const { organ, heldOn, attended, minutes, decisions } = input;
    await tx.consortiumMeeting.create({
      data: {
        id,
        agreementId,
        organ,
        heldOn,
        attended,
        minutes,
        decisions,
        organizationId: ctx.actor.organizationId,
        authorName: ctx.actor.name,
        createdAt: at,
      },
    });
    if (input.actionTitle && owner && input.actionDueOn) {
      await tx.consortiumTask.create({
        data: {
          id: newId(at.getTime()),
          agreementId,
          meetingId: id,
          element: input.element,
          title: input.actionTitle,
          ownerId: owner.organizationId,
          dueOn: input.actionDueOn,
          createdAt: at,
          version: 1,
        },
      });
    }
    await recordAgreement(tx, ctx, agreementId, "agreement.meeting_held", {
      organ,
      heldOn,
      attended,
      by: ctx.actor.organization.name,
    });
    return { id };
  });
