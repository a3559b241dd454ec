import type { PersonCtx } from "~/identity/actor";
import { read } from "~/platform/db/client.server";
import { decide } from "~/platform/decide.server";
import { record } from "~/platform/events/record.server";
import { newId } from "~/platform/id";
import { invalidField, ok, type Result } from "~/platform/result";

const MOST_ROWS = 200;

export type SandboxRow = {
  placementId: string;
  student: string;
  school: string;
  host: string;
  title: string;
};

/**
 * Shows the rows behind a sandbox's counts, with a reason that is kept. In: the ids of placements, the region, what was
 * changed (in words of the rule) and the reason. Out: at most 200 rows; students appear by their number, not by name.
 * The look is written down before a row is read. Refuses an empty reason. Source: 《个人信息保护法》 art. 6, least use.
 */
export const lookBehindSandbox = async (
  ctx: PersonCtx,
  input: { placementIds: readonly string[]; regionCode: string; change: string; reason: string },
): Promise<Result<SandboxRow[]>> => {
  const reason = input.reason.trim();
  if (reason.length < 4 || reason.length > 300) return invalidField("reason", "sandbox.errors.reason");
  const ids = input.placementIds.slice(0, MOST_ROWS);
  const at = ctx.clock.now();
  const id = newId(at.getTime());
  const kept = await decide(async (tx) => {
    await tx.sandboxLook.create({
      data: {
        id,
        personId: ctx.actor.personId,
        personName: ctx.actor.name,
        organizationId: ctx.actor.organizationId,
        regionCode: input.regionCode,
        reason,
        change: input.change.slice(0, 500),
        rows: ids.length,
        at,
      },
    });
    await record(tx, ctx, {
      subject: { type: "sandbox", id },
      name: "sandbox.looked",
      payload: { reason, change: input.change.slice(0, 500), rows: ids.length },
      audience: ctx.actor.organizationId ? [ctx.actor.organizationId] : [],
    });
  });
  if (!kept.ok) return kept;
  const placements = await read.placement.findMany({
    where: { id: { in: ids } },
    select: { id: true, studentId: true, schoolId: true, hostId: true, title: true },
  });
  const [students, organizations] = await Promise.all([
    read.student.findMany({
      where: { id: { in: placements.map(({ studentId }) => studentId) } },
      select: { id: true, studentNumber: true },
    }),
    read.organization.findMany({
      where: { id: { in: placements.flatMap(({ schoolId, hostId }) => [schoolId, hostId]) } },
      select: { id: true, name: true },
    }),
  ]);
  const numberOf = new Map(students.map((one) => [one.id, one.studentNumber]));
  const nameOf = new Map(organizations.map((one) => [one.id, one.name]));
  return ok(
    placements.map((row) => ({
      placementId: row.id,
      student: numberOf.get(row.studentId) ?? "",
      school: nameOf.get(row.schoolId) ?? "",
      host: nameOf.get(row.hostId) ?? "",
      title: row.title,
    })),
  );
};
