import { decide, reject } from "~/platform/decide.server";
import type { Result } from "~/platform/result";
import type { PersonCtx } from "../actor";

const NOT_FOUND = { code: "not_found", key: "errors.notFound" } as const;

/**
 * Chooses the organization this session acts for. Goes in: its id. Refuses (not found) an organization one does not
 * belong to, existing or not. Each session chooses for itself; nothing is recorded because nothing else changes.
 */
export const switchOrganization = (ctx: PersonCtx, input: { organization: string }): Promise<Result<null>> =>
  decide(async (tx) => {
    const membership = await tx.membership.findFirst({
      where: { personId: ctx.actor.personId, organizationId: input.organization, endedAt: null },
      select: { id: true },
    });
    if (!membership) return reject(NOT_FOUND);
    const switched = await tx.session.updateMany({
      where: { publicId: ctx.actor.sessionPublicId, personId: ctx.actor.personId },
      data: { currentOrganizationId: input.organization },
    });
    if (switched.count === 0) return reject(NOT_FOUND);
    return null;
  });
