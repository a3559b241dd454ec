import type { Acting, ActingCtx, OrganizationKind, Role } from "~/identity/actor";
import { read } from "~/platform/db/client.server";
import type { ImportOwner } from "~/platform/imports/import-kind";
import { type Result, refuse } from "~/platform/result";
import type { Clock } from "~/platform/time/clock";

/**
 * Who an import works for, as they may act now. Goes in: who started it, the clock, a request's number. Comes out: the
 * context of a command. Refuses when the membership has ended since (forbidden).
 */
export const actorOfImport = async (
  owner: ImportOwner,
  clock: Clock,
  requestId: string,
): Promise<Result<ActingCtx>> => {
  const membership = await read.membership.findFirst({
    where: { personId: owner.personId, organizationId: owner.organizationId, endedAt: null },
    include: { organization: { select: { kind: true, name: true, state: true } } },
  });
  if (!membership) return refuse("forbidden", "imports.stopped.noLongerMember");
  const { kind, name, state } = membership.organization;
  const actor: Acting = {
    kind: "person",
    personId: owner.personId,
    organizationId: owner.organizationId,
    name: owner.personName,
    organization: {
      id: owner.organizationId,
      kind: kind as OrganizationKind,
      name,
      verified: state === "verified",
      role: membership.role as Role,
    },
  };
  return { ok: true, value: { actor, clock, requestId } };
};
