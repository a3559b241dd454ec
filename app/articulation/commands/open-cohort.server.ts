import type { MemberCtx } from "~/identity/actor";
import { decide, reject } from "~/platform/decide.server";
import { record } from "~/platform/events/record.server";
import { newId } from "~/platform/id";
import { once } from "~/platform/outbox/once.server";
import type { FieldError, Result } from "~/platform/result";
import { pathwayFor, stagesOf } from "../pathway-access.server";
import { refuseKeeping } from "../policy";
import { examinationOn } from "../rules/plan";

const beside = (error: FieldError) => reject({ code: "invalid", key: "errors.checkFields", fields: [error] });

/**
 * The school of the first stage opens the cohort of an intake year (届). Goes in: the year and how many were enrolled. Comes
 * out: its id, with the day of the stage examination worked out from the plan; sent twice, the same id. Refuses strangers
 * (not found), other schools and roles (forbidden), a pathway that takes nobody in (conflict), a year before the first
 * intake, more than the seats, and a year that is open already (beside the field).
 */
export const openCohort = async (
  ctx: MemberCtx,
  pathwayId: string,
  input: { submissionKey?: string | undefined; intakeYear: number; enrolled: number },
): Promise<Result<{ id: string }>> =>
  decide(async (tx) => {
    const found = await pathwayFor(tx, ctx.actor, pathwayId);
    if (!found) return reject({ code: "not_found", key: "errors.notFound" });
    const { pathway } = found;
    const [first] = await stagesOf(tx, pathwayId);
    if (first.schoolId !== ctx.actor.organizationId)
      return reject({ code: "forbidden", key: "articulation.errors.notYourRoll" });
    const refusal = refuseKeeping(ctx.actor);
    if (refusal) return reject(refusal);
    const { submissionKey, ...asked } = input;
    return once(tx, ctx, submissionKey, { pathwayId, ...asked }, async () => {
      if (pathway.state !== "running")
        return reject({ code: "conflict", key: "articulation.errors.noIntake" });
      if (input.intakeYear < pathway.firstIntake)
        return beside({
          field: "intakeYear",
          key: "articulation.errors.beforeFirst",
          values: { year: pathway.firstIntake },
        });
      if (input.enrolled > first.quota)
        return beside({
          field: "enrolled",
          key: "articulation.errors.overQuota",
          values: { quota: first.quota },
        });
      const known = await tx.articulationCohort.findUnique({
        where: { pathwayId_intakeYear: { pathwayId, intakeYear: input.intakeYear } },
      });
      if (known) return beside({ field: "intakeYear", key: "articulation.errors.cohortKnown" });
      const now = ctx.clock.now();
      const id = newId(now.getTime());
      await tx.articulationCohort.create({
        data: {
          id,
          pathwayId,
          schoolId: ctx.actor.organizationId,
          intakeYear: input.intakeYear,
          enrolled: input.enrolled,
          examinationOn: examinationOn(input.intakeYear, first.years, pathway.examDay ?? "06-30"),
          open: 0,
          createdAt: now,
          updatedAt: now,
          version: 1,
        },
      });
      await record(tx, ctx, {
        subject: { type: "articulationPathway", id: pathwayId },
        name: "articulation.cohortOpened",
        payload: { title: pathway.title, year: input.intakeYear },
        audience: [pathway.founderId, ctx.actor.organizationId],
      });
      return { id };
    });
  });
