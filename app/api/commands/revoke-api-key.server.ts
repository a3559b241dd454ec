import type { MemberCtx } from "~/identity/actor";
import { decide, reject } from "~/platform/decide.server";
import { record } from "~/platform/events/record.server";
import { notFound, type Result } from "~/platform/result";
import { machinesRefusal } from "../key-policy";

/**
 * Ends a key at once and for good. Goes in: its id. Comes out: its name; a key already revoked stays so. Refuses all but
 * owners (forbidden) and another organization's key (not found). House rule.
 */
export const revokeApiKey = async (ctx: MemberCtx, id: string): Promise<Result<{ name: string }>> => {
  const denied = machinesRefusal(ctx.actor);
  if (denied) return { ok: false, refusal: denied };
  const { organizationId } = ctx.actor;
  return decide(async (tx) => {
    const key = await tx.apiKey.findFirst({ where: { id, organizationId } });
    if (!key) return reject(notFound().refusal);
    if (key.revokedAt) return { name: key.name };
    await tx.apiKey.update({ where: { id }, data: { revokedAt: ctx.clock.now() } });
    await record(tx, ctx, {
      subject: { type: "api_key", id },
      name: "api_key.revoked",
      payload: { name: key.name },
      audience: [],
    });
    return { name: key.name };
  });
};
