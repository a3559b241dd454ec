import type { MemberCtx } from "~/identity/actor";
import { read } from "~/platform/db/client.server";
import { decide, reject } from "~/platform/decide.server";
import { record } from "~/platform/events/record.server";
import { newId } from "~/platform/id";
import { once } from "~/platform/outbox/once.server";
import { notFound, type Result, refuse } from "~/platform/result";
import { mayEditProfile, mayHaveProgrammes } from "../policy";
import { labelsOf } from "../queries/labels.server";
import { resolveMajor } from "../queries/resolve-code.server";
import { cohortRows } from "../rules/cohort-rows";
import type { ProgrammeInput } from "../schema";
import { indexOrganization } from "../search-index.server";

/**
 * Adds a programme (专业点) to the own school. Goes in: the major as typed, the form's values (practice share in
 * percent) and the key of the form. The level comes from the major; the name too unless one is given. Comes out: the
 * programme's id; sent twice, the same id. Refuses other kinds of organization and viewers (forbidden), a major that is
 * unknown, ambiguous, or already a programme of this school (beside the field).
 */
export const createProgramme = async (
  ctx: MemberCtx,
  input: ProgrammeInput & { major: string },
  submissionKey?: string,
): Promise<Result<{ id: string }>> => {
  const kind = mayHaveProgrammes(ctx.actor);
  if (!kind.ok) return kind;
  const allowed = mayEditProfile(ctx.actor);
  if (!allowed.ok) return allowed;
  const organizationId = ctx.actor.organizationId;
  const organization = await read.organization.findUnique({
    where: { id: organizationId },
    select: { regionCode: true, industryCode: true },
  });
  if (!organization) return notFound();
  const found = await resolveMajor("major", input.major);
  if (!found.ok) return refuse("invalid", "errors.checkFields", { fields: [found.error] });
  const major = found.row;
  const labels = await labelsOf(organization);
  const cohorts = cohortRows(input.cohorts);
  const asked = { ...input, cohorts: cohorts.map((row) => ({ ...row })) };
  return decide((tx) =>
    once(tx, ctx, submissionKey, asked, async () => {
      const twin = await tx.programme.findUnique({
        where: { organizationId_majorCode: { organizationId, majorCode: major.code } },
        select: { id: true },
      });
      if (twin) {
        const field = {
          field: "major",
          key: "organizations.errors.majorTaken",
          values: { major: major.name },
        };
        reject({ code: "invalid", key: "errors.checkFields", fields: [field] });
      }
      const id = newId(ctx.clock.now().getTime());
      await tx.programme.create({
        data: {
          id,
          organizationId,
          majorCode: major.code,
          level: major.level,
          name: input.name ?? major.name,
          seats: input.seats,
          practiceShareBp: input.practiceShare === undefined ? null : Math.round(input.practiceShare * 100),
          introduction: input.introduction ?? "",
          createdAt: ctx.clock.now(),
          version: 1,
          cohorts: { create: cohorts.map((row) => ({ id: newId(ctx.clock.now().getTime()), ...row })) },
        },
      });
      await indexOrganization(tx, organizationId, labels);
      await record(tx, ctx, {
        subject: { type: "programme", id },
        name: "programme.created",
        payload: { majorCode: major.code, name: input.name ?? major.name, seats: input.seats },
        audience: [organizationId],
      });
      return { id };
    }),
  );
};
