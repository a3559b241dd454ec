import type { MemberCtx } from "~/identity/actor";
import { hashToken, newToken } from "~/platform/crypto/tokens.server";
import { decide, reject } from "~/platform/decide.server";
import { record } from "~/platform/events/record.server";
import { newId } from "~/platform/id";
import { once } from "~/platform/outbox/once.server";
import type { Result } from "~/platform/result";
import { machinesRefusal } from "../key-policy";
import { KEY_MARK, type KeyInput } from "../key-schema";

/** Keys in use an organization may have at a time. House rule. */
const MOST_KEYS = 20;

const SHOWN_OF_TOKEN = 12;

/**
 * Makes a key by which another system acts for the own organization. Goes in: its name, scopes, days to live and the
 * form's key. Comes out: its id and the secret, which is kept nowhere and so can be shown this once; sent twice, the id
 * without the secret. Refuses all but owners (forbidden) and more than twenty keys in use (blocked). House rule.
 */
export const createApiKey = async (
  ctx: MemberCtx,
  input: KeyInput,
): Promise<Result<{ id: string; secret: string | null }>> => {
  const denied = machinesRefusal(ctx.actor);
  if (denied) return { ok: false, refusal: denied };
  const { organizationId } = ctx.actor;
  const { submissionKey, name, scopes, days } = input;
  const at = ctx.clock.now();
  const secret = `${KEY_MARK}${newToken()}`;
  const fresh = newId(at.getTime());
  const done = await decide((tx) =>
    once(tx, ctx, submissionKey, { name, scopes, days }, async () => {
      const inUse = await tx.apiKey.count({
        where: { organizationId, revokedAt: null, OR: [{ expiresAt: null }, { expiresAt: { gt: at } }] },
      });
      if (inUse >= MOST_KEYS)
        reject({ code: "blocked", key: "machines.errors.tooManyKeys", values: { most: MOST_KEYS } });
      await tx.apiKey.create({
        data: {
          id: fresh,
          organizationId,
          name,
          prefix: secret.slice(0, SHOWN_OF_TOKEN),
          hash: hashToken(secret),
          scopes: scopes.join(","),
          createdBy: ctx.actor.personId,
          createdByName: ctx.actor.name,
          createdAt: at,
          expiresAt: new Date(at.getTime() + Number(days) * 86_400_000),
        },
      });
      await record(tx, ctx, {
        subject: { type: "api_key", id: fresh },
        name: "api_key.created",
        payload: { name, scopes: scopes.join(","), days },
        audience: [],
      });
      return { id: fresh };
    }),
  );
  if (!done.ok) return done;
  const { id } = done.value;
  return { ok: true, value: { id, secret: id === fresh ? secret : null } };
};
