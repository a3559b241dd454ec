import type { MemberCtx } from "~/identity/actor";
import { decide, reject, stale } from "~/platform/decide.server";
import { record } from "~/platform/events/record.server";
import { newId } from "~/platform/id";
import { once } from "~/platform/outbox/once.server";
import { notFound, type Result, refuse } from "~/platform/result";
import { clearRefusal } from "../gate-policy";
import type { PlanInput } from "../gate-schema";

/**
 * Writes an internship plan (实习方案) or changes one that has not been filed yet. Goes in: the plan's id (null for a new
 * one) and its text, dates and programmes. Comes out: its id. Refuses staff who only look (forbidden), another school's
 * plan or programme (not found), an end before the beginning or no programme (invalid), a plan already filed (blocked:
 * write another), and a stale version.
 */
export const savePlan = async (
  ctx: MemberCtx,
  planId: string | null,
  input: PlanInput,
): Promise<Result<{ id: string }>> => {
  const refusal = clearRefusal(ctx.actor);
  if (refusal) return { ok: false, refusal };
  if (input.endsOn < input.startsOn) {
    return refuse("invalid", "errors.checkFields", {
      fields: [{ field: "endsOn", key: "placements.errors.endsBefore" }],
    });
  }
  if (input.programme.length === 0) {
    return refuse("invalid", "errors.checkFields", {
      fields: [{ field: "programme", key: "errors.required" }],
    });
  }
  const schoolId = ctx.actor.organizationId;
  const { submissionKey, version, programme, ...text } = input;
  return decide((tx) =>
    once(tx, ctx, submissionKey, { ...text, programme, planId }, async () => {
      const now = ctx.clock.now();
      const owned = await tx.programme.count({ where: { organizationId: schoolId, id: { in: programme } } });
      if (owned < new Set(programme).size) reject(notFound().refusal);
      const programmes = [...new Set(programme)].map((programmeId) => ({ programmeId }));
      const id = planId ?? newId(now.getTime());
      if (planId) {
        const found = await tx.internshipPlan.findFirst({ where: { id: planId, schoolId } });
        if (!found) reject(notFound().refusal);
        const filed = await tx.gateEvidence.count({
          where: { kind: "filing", withdrawnAt: null, covers: { some: { subjectId: planId } } },
        });
        if (filed > 0) reject({ code: "blocked", key: "placements.errors.planFiled" });
        const { count } = await tx.internshipPlan.updateMany({
          where: { id: planId, version: version ?? 0 },
          data: { ...text, updatedAt: now, version: { increment: 1 } },
        });
        if (count === 0) stale();
        await tx.planProgramme.deleteMany({ where: { planId } });
        await tx.planProgramme.createMany({ data: programmes.map((one) => ({ planId, ...one })) });
      } else {
        await tx.internshipPlan.create({
          data: {
            id,
            schoolId,
            ...text,
            createdBy: ctx.actor.personId,
            createdAt: now,
            updatedAt: now,
            version: 1,
            programmes: { create: programmes },
          },
        });
      }
      await record(tx, ctx, {
        subject: { type: "internship_plan", id },
        name: planId ? "internship_plan.changed" : "internship_plan.written",
        payload: { title: text.title, startsOn: text.startsOn, endsOn: text.endsOn },
        audience: [schoolId],
      });
      return { id };
    }),
  );
};
