import { catalogue } from "~/catalogues/queries/catalogue.server";
import type { MemberCtx } from "~/identity/actor";
import { read } from "~/platform/db/client.server";
import { decide, stale } from "~/platform/decide.server";
import { record } from "~/platform/events/record.server";
import { newId } from "~/platform/id";
import { notFound, type Result } from "~/platform/result";
import { mayEditProfile } from "../policy";
import { labelsOf } from "../queries/labels.server";
import { cohortRows } from "../rules/cohort-rows";
import type { ProgrammeInput } from "../schema";
import { indexOrganization } from "../search-index.server";

/**
 * Changes a programme of the own school; its major and level stay. Goes in: its id, the form's values (practice share
 * in percent) and the version they were read at. A cohort keeps its id by its entry year. Comes out: the new version.
 * Refuses another's programme (not found), a viewer (forbidden) and a stale version (conflict).
 */
export const updateProgramme = async (
  ctx: MemberCtx,
  id: string,
  input: ProgrammeInput & { version: number },
): Promise<Result<{ version: number }>> => {
  const organizationId = ctx.actor.organizationId;
  const programme = await read.programme.findFirst({
    where: { id, organizationId },
    select: {
      majorCode: true,
      name: true,
      organization: { select: { regionCode: true, industryCode: true } },
    },
  });
  if (!programme) return notFound();
  const allowed = mayEditProfile(ctx.actor);
  if (!allowed.ok) return allowed;
  const { majors } = await catalogue();
  const name = input.name ?? majors.get(programme.majorCode)?.name ?? programme.name;
  const labels = await labelsOf(programme.organization);
  const cohorts = cohortRows(input.cohorts);
  return decide(async (tx) => {
    const written = await tx.programme.updateMany({
      where: { id, organizationId, version: input.version },
      data: {
        name,
        seats: input.seats,
        practiceShareBp: input.practiceShare === undefined ? null : Math.round(input.practiceShare * 100),
        introduction: input.introduction ?? "",
        version: { increment: 1 },
      },
    });
    if (written.count === 0) stale();
    await tx.cohort.deleteMany({
      where: { programmeId: id, entryYear: { notIn: cohorts.map((row) => row.entryYear) } },
    });
    for (const row of cohorts) {
      await tx.cohort.upsert({
        where: { programmeId_entryYear: { programmeId: id, entryYear: row.entryYear } },
        create: { id: newId(ctx.clock.now().getTime()), programmeId: id, ...row },
        update: row,
      });
    }
    await indexOrganization(tx, organizationId, labels);
    await record(tx, ctx, {
      subject: { type: "programme", id },
      name: "programme.changed",
      payload: { name, seats: input.seats, cohorts: cohorts.map((row) => ({ ...row })) },
      audience: [organizationId],
    });
    return { version: input.version + 1 };
  });
};
