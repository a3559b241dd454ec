import type { PersonCtx } from "~/identity/actor";
import { decide, reject } from "~/platform/decide.server";
import { newId } from "~/platform/id";
import { invalidField, notFound, type Result } from "~/platform/result";
import { addDays, civilDate } from "~/platform/time/clock";
import { ownPlacement } from "../placement-scope.server";

/** A contact keeps what was planned up to a week later. House rule. */
const KEPT_DAYS = 7;

export type ContactInput = { kind: string; doneOn: string; found: string; note: string };

/**
 * A school's teacher records a contact with a student at work. Goes in: the placement, how, the civil date, what was found,
 * a note. Comes out: its id; planned visits and drawn calls it keeps are done. Refuses a foreign placement (not found), anybody outside the school and those who only look
 * (forbidden), a date in the future (invalid).
 */
export const recordContact = (
  ctx: PersonCtx,
  placementId: string,
  input: ContactInput,
): Promise<Result<{ id: string }>> =>
  decide(async (tx) => {
    const own = await ownPlacement(tx, ctx.actor, placementId);
    if (!own) return reject(notFound().refusal);
    const mayRecord =
      own.as === "teacher" || (own.as === "school" && ctx.actor.organization?.role !== "viewer");
    if (!mayRecord) return reject({ code: "forbidden", key: "errors.forbidden" });
    const now = ctx.clock.now();
    if (input.doneOn > civilDate(now))
      return reject(invalidField("doneOn", "followup.errors.future").refusal);
    const id = newId(now.getTime());
    await tx.guidanceContact.create({
      data: {
        id,
        placementId,
        schoolId: own.placement.schoolId,
        teacherId: ctx.actor.personId,
        createdAt: now,
        ...input,
      },
    });
    await tx.visitPlan.updateMany({
      where: { placementId, contactId: null, plannedOn: { lte: addDays(input.doneOn, KEPT_DAYS) } },
      data: { contactId: id },
    });
    return { id };
  });
