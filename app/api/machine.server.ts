import type { Acting, ActingCtx, OrganizationKind } from "~/identity/actor";
import { hashToken } from "~/platform/crypto/tokens.server";
import { read } from "~/platform/db/client.server";
import type { RequestFacts } from "~/platform/http/context";
import { type Result, refuse } from "~/platform/result";
import { systemClock } from "~/platform/time/clock";
import { KEY_MARK, type KeyScope } from "./key-schema";

/** A system acting for an organization by one of its keys. */
export type Machine = Acting & { kind: "key"; keyId: string };
export type MachineCtx = ActingCtx & { actor: Machine };

const BEARER = /^Bearer\s+(\S{20,200})$/i;

/** States of an organization in which nobody acts for it any more. */
const ENDED = new Set(["merged", "ended", "unclaimed"]);

/**
 * Who calls, by the key in `Authorization: Bearer cjb_…`. Goes in: the request and the scope its operation needs. Comes
 * out: the context of a command, acting as a coordinator of the key's organization. Refuses a missing, unknown, revoked
 * or expired key and one of an organization that has ended, all alike (unauthenticated), and a key without the scope
 * (forbidden). House rule.
 */
export const machineOf = async (
  request: Request,
  facts: RequestFacts,
  scope: KeyScope,
): Promise<Result<MachineCtx>> => {
  const secret = BEARER.exec(request.headers.get("Authorization") ?? "")?.[1];
  const unknown = refuse("unauthenticated", "machines.errors.noKey");
  if (!secret?.startsWith(KEY_MARK)) return unknown;
  const key = await read.apiKey.findUnique({ where: { hash: hashToken(secret) } });
  const now = systemClock.now();
  if (!key || key.revokedAt || (key.expiresAt && key.expiresAt <= now)) return unknown;
  const owner = await read.organization.findUnique({ where: { id: key.organizationId } });
  if (!owner || ENDED.has(owner.state)) return unknown;
  if (!key.scopes.split(",").includes(scope))
    return refuse("forbidden", "machines.errors.scope", { values: { scope } });
  const actor: Machine = {
    kind: "key",
    personId: null,
    keyId: key.id,
    name: `${key.name} (${key.prefix}…)`,
    organizationId: owner.id,
    organization: {
      id: owner.id,
      kind: owner.kind as OrganizationKind,
      name: owner.name,
      verified: owner.state === "verified",
      role: "coordinator",
    },
  };
  return { ok: true, value: { actor, clock: systemClock, requestId: facts.requestId } };
};
