import type { PersonCtx } from "~/identity/actor";
import { decide, reject } from "~/platform/decide.server";
import { newId } from "~/platform/id";
import { invalidField, notFound, type Result } from "~/platform/result";
import { civilDate } from "~/platform/time/clock";
import { ownPlacement } from "../placement-scope.server";

/**
 * A teacher plans a visit to a student at work; it stands on their home page and in their calendar until a contact keeps it.
 * Goes in: the placement, the civil date. Comes out: the plan's id, the same one for the same day. Refuses a foreign
 * placement (not found), anybody but the teacher who guides it (forbidden), a day gone by or after the end (invalid).
 */
export const planVisit = (
  ctx: PersonCtx,
  placementId: string,
  plannedOn: string,
): Promise<Result<{ id: string }>> =>
  decide(async (tx) => {
    const own = await ownPlacement(tx, ctx.actor, placementId);
    if (!own) return reject(notFound().refusal);
    if (own.as !== "teacher") return reject({ code: "forbidden", key: "errors.forbidden" });
    const now = ctx.clock.now();
    if (plannedOn < civilDate(now) || plannedOn > own.placement.endsOn)
      return reject(invalidField("plannedOn", "followup.errors.visitDay").refusal);
    const key = { placementId, plannedOn, source: "teacher" };
    const { id } = await tx.visitPlan.upsert({
      where: { placementId_plannedOn_source: key },
      create: {
        id: newId(now.getTime()),
        schoolId: own.placement.schoolId,
        teacherId: ctx.actor.personId,
        ...key,
      },
      update: {},
      select: { id: true },
    });
    return { id };
  });
