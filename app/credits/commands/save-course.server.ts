import { catalogue } from "~/catalogues/queries/catalogue.server";
import type { MemberCtx } from "~/identity/actor";
import { decide, reject } from "~/platform/decide.server";
import { once } from "~/platform/outbox/once.server";
import { invalidField, type Result } from "~/platform/result";
import { bringCourse } from "../course-versions.server";
import { refuseCreditWork } from "../policy";
import type { CourseForm } from "../schema";

/**
 * A school enters a course or a new version of one in its catalogue (课程目录). Goes in: what the course is and the first day
 * it counts. Comes out: the version's id; the same again changes nothing. Refuses others than owners and coordinators of a
 * verified school (forbidden), a major nobody knows and a change that reaches back (invalid).
 */
export const saveCourse = async (
  ctx: MemberCtx,
  { submissionKey, credits, ...input }: CourseForm,
): Promise<Result<{ id: string }>> => {
  const refusal = refuseCreditWork(ctx.actor);
  if (refusal) return { ok: false, refusal };
  const majorCode = input.majorCode ?? "";
  const { majors } = await catalogue();
  if (majorCode !== "" && !majors.has(majorCode)) return invalidField("majorCode", "credits.errors.major");
  const said = {
    ...input,
    majorCode,
    creditsCenti: credits,
    required: input.required === true,
    offered: input.offered === true,
  };
  return decide((tx) =>
    once(tx, ctx, submissionKey, said, async () => {
      const done = await bringCourse(tx, ctx, ctx.actor.organizationId, said);
      return done.state === "refused" ? reject(invalidField(done.field, done.key).refusal) : { id: done.id };
    }),
  );
};
