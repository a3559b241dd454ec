import { type MemberCtx, mayWrite } from "~/identity/actor";
import { decide, reject } from "~/platform/decide.server";
import { record } from "~/platform/events/record.server";
import { newId } from "~/platform/id";
import { invalidField, type Result } from "~/platform/result";
import { civilDate } from "~/platform/time/clock";
import type { RubricInput } from "../rubric-schema";
import { ALL_MAJORS } from "../rules/assessment";
import { competenceLines, rubricParts } from "../rules/rubric-lines";

/**
 * A school sets its rubric for one of its majors (or for all) from a day on. Goes in: the form. Comes out: its id; sent
 * again for the same day it replaces that version, and an assessment already begun keeps the one it was begun with.
 * Refuses other than a school's owner or coordinator (forbidden), a day past, a major the school does not teach, lines
 * that make no rubric (invalid, beside their fields).
 */
export const saveRubric = (ctx: MemberCtx, input: RubricInput): Promise<Result<{ id: string }>> =>
  decide(async (tx) => {
    const { organization, organizationId: schoolId } = ctx.actor;
    if (organization.kind !== "school" || !mayWrite({ organization }))
      return reject({ code: "forbidden", key: "errors.forbidden" });
    const now = ctx.clock.now();
    if (input.validFrom < civilDate(now))
      return reject(invalidField("validFrom", "rubrics.errors.past").refusal);
    const { major: majorCode, validFrom } = input;
    const taught =
      majorCode === ALL_MAJORS ||
      (await tx.programme.count({ where: { organizationId: schoolId, majorCode } })) > 0;
    if (!taught) return reject(invalidField("major", "rubrics.errors.major").refusal);
    const lines = rubricParts(input.parts);
    if (!lines.ok) return reject({ code: "invalid", key: "errors.checkFields", fields: lines.problems });
    const said = {
      parts: JSON.stringify(lines.parts),
      creditsPerWeekCenti: Math.round(input.credits * 100),
      competences: JSON.stringify(competenceLines(input.competences ?? "")),
      createdBy: ctx.actor.personId,
      createdName: ctx.actor.name,
      createdAt: now,
    };
    const { id } = await tx.majorRubric.upsert({
      where: { schoolId_majorCode_validFrom: { schoolId, majorCode, validFrom } },
      create: { id: newId(now.getTime()), schoolId, majorCode, validFrom, ...said },
      update: said,
      select: { id: true },
    });
    await record(tx, ctx, {
      subject: { type: "rubric", id },
      name: "rubric.set",
      payload: { major: majorCode, validFrom, parts: lines.parts.length },
      audience: [schoolId],
    });
    return { id };
  });
