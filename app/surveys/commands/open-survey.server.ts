import { regionRange } from "~/catalogues/rules/regions";
import type { MemberCtx } from "~/identity/actor";
import type { Tx } from "~/platform/db/gate.server";
import { decide, reject } from "~/platform/decide.server";
import { record } from "~/platform/events/record.server";
import { newId } from "~/platform/id";
import { once } from "~/platform/outbox/once.server";
import { invalidField, type Result } from "~/platform/result";
import { civilDate } from "~/platform/time/clock";
import { mayAsk } from "../policy";
import { datesFault } from "../rules/phase";
import { templateOn } from "../rules/templates";
import type { SurveyForm } from "../schema";

/** Schools of one survey. */
const MOST_SCHOOLS = 1_000;

const schoolsOf = async (tx: Tx, { actor }: MemberCtx): Promise<string[]> => {
  const { id, kind } = actor.organization;
  if (kind === "school") return [id];
  const { regionCode } = await tx.organization.findUniqueOrThrow({
    where: { id },
    select: { regionCode: true },
  });
  const { from, before } = regionRange(regionCode);
  const schools = await tx.organization.findMany({
    where: { kind: "school", state: "verified", regionCode: { gte: from, lt: before } },
    orderBy: { id: "asc" },
    take: MOST_SCHOOLS,
    select: { id: true },
  });
  return schools.map((school) => school.id);
};

/**
 * A school asks its own people, an authority those of the verified schools of its region, at most a thousand. Goes in: who is
 * asked, a title and the days. Comes out: its id; invitations are made from the records on the first day. Refuses roles that
 * only read, days in the past, too short or too long, an audience the same asker is already asking in those days, and an
 * authority without schools.
 */
export const openSurvey = async (ctx: MemberCtx, input: SurveyForm): Promise<Result<{ id: string }>> => {
  const allowed = mayAsk(ctx.actor);
  if (!allowed.ok) return allowed;
  const now = ctx.clock.now();
  const { submissionKey, audience, title, opensOn, closesOn } = input;
  const fault = datesFault(opensOn, closesOn, civilDate(now));
  if (fault) return invalidField(fault.field, fault.key, fault.values);
  const template = templateOn(audience, opensOn);
  if (!template) return invalidField("audience", "surveys.errors.noTemplate");
  const { organizationId, organization } = ctx.actor;
  const asked = { audience, title, opensOn, closesOn };
  return decide((tx) =>
    once(tx, ctx, submissionKey, asked, async () => {
      const other = await tx.survey.findFirst({
        where: {
          ownerId: organizationId,
          audience,
          state: "running",
          opensOn: { lte: closesOn },
          closesOn: { gte: opensOn },
        },
        select: { closesOn: true },
      });
      if (other) reject(invalidField("opensOn", "surveys.errors.overlaps", { date: other.closesOn }).refusal);
      const schools = await schoolsOf(tx, ctx);
      if (schools.length === 0) reject({ code: "invalid", key: "surveys.errors.noSchools" });
      const id = newId(now.getTime());
      await tx.survey.create({
        data: {
          id,
          ownerId: organizationId,
          ownerKind: organization.kind === "authority" ? "authority" : "school",
          ...asked,
          templateId: template.id,
          state: "running",
          createdBy: ctx.actor.personId,
          createdAt: now,
          version: 1,
        },
      });
      await tx.surveySchool.createMany({
        data: schools.map((schoolId) => ({
          surveyId: id,
          schoolId,
          byMail: 0,
          onPaper: 0,
          unreached: 0,
          answered: 0,
          cursor: "",
          invited: false,
          counted: false,
          withheld: "",
        })),
      });
      await record(tx, ctx, {
        subject: { type: "survey", id },
        name: "survey.opened",
        payload: { ...asked, templateId: template.id, schools: schools.length },
        audience: [organizationId],
      });
      return { id };
    }),
  );
};
