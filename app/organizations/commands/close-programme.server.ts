import type { MemberCtx } from "~/identity/actor";
import { read } from "~/platform/db/client.server";
import { decide, stale } from "~/platform/decide.server";
import { record } from "~/platform/events/record.server";
import { notFound, ok, type Result } from "~/platform/result";
import { mayEditProfile } from "../policy";
import { labelsOf } from "../queries/labels.server";
import { indexOrganization } from "../search-index.server";

/**
 * Closes a programme of the own school, or opens it again. Records that name it keep it. Goes in: its id, the version it
 * was read at, and whether it is to be closed. Comes out: nothing more to say. Refuses another's programme (not found), a
 * viewer (forbidden) and a stale version (conflict); closing what is closed already is done.
 */
export const closeProgramme = async (
  ctx: MemberCtx,
  id: string,
  input: { version: number; closed: boolean },
): Promise<Result<{ closed: boolean }>> => {
  const organizationId = ctx.actor.organizationId;
  const programme = await read.programme.findFirst({
    where: { id, organizationId },
    select: {
      name: true,
      closedAt: true,
      organization: { select: { regionCode: true, industryCode: true } },
    },
  });
  if (!programme) return notFound();
  const allowed = mayEditProfile(ctx.actor);
  if (!allowed.ok) return allowed;
  if ((programme.closedAt !== null) === input.closed) return ok({ closed: input.closed });
  const labels = await labelsOf(programme.organization);
  return decide(async (tx) => {
    const written = await tx.programme.updateMany({
      where: { id, organizationId, version: input.version },
      data: { closedAt: input.closed ? ctx.clock.now() : null, version: { increment: 1 } },
    });
    if (written.count === 0) stale();
    await indexOrganization(tx, organizationId, labels);
    await record(tx, ctx, {
      subject: { type: "programme", id },
      name: input.closed ? "programme.closed" : "programme.reopened",
      payload: { name: programme.name },
      audience: [organizationId],
    });
    return { closed: input.closed };
  });
};
