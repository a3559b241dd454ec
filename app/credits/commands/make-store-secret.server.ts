import type { MemberCtx } from "~/identity/actor";
import { sealField } from "~/platform/crypto/fields.server";
import { newToken } from "~/platform/crypto/tokens.server";
import { decide, reject, stale } from "~/platform/decide.server";
import { record } from "~/platform/events/record.server";
import type { Result } from "~/platform/result";
import { refuseCreditWork } from "../policy";

/** What the secret begins with, for those who look for secrets in the wrong places. */
const MARK = "cjs_";

/**
 * Makes the secret with which the school's own system signs its deposits, or a new one in its place. Goes in: the version
 * shown, 0 where there is none. Comes out: the secret, shown this once; the one before stops at once. Refuses all but owners
 * (forbidden) and a stale version (conflict).
 */
export const makeStoreSecret = async (
  ctx: MemberCtx,
  input: { version: number },
): Promise<Result<{ secret: string }>> => {
  const refusal = refuseCreditWork(ctx.actor);
  if (refusal) return { ok: false, refusal };
  const secret = `${MARK}${newToken()}`;
  return decide(async (tx) => {
    const { organizationId, organization } = ctx.actor;
    if (organization.role !== "owner")
      return reject({ code: "forbidden", key: "creditStore.errors.ownerOnly" });
    const data = {
      secretSealed: sealField("creditStore.secret", secret),
      madeByName: ctx.actor.name,
      createdAt: ctx.clock.now(),
    };
    const known = await tx.creditStoreSecret.findUnique({ where: { organizationId } });
    if ((known?.version ?? 0) !== input.version) return stale();
    if (known)
      await tx.creditStoreSecret.update({
        where: { organizationId },
        data: { ...data, version: { increment: 1 } },
      });
    else await tx.creditStoreSecret.create({ data: { organizationId, ...data, version: 1 } });
    await record(tx, ctx, {
      subject: { type: "organization", id: organizationId },
      name: known ? "credit_store.secret_renewed" : "credit_store.secret_made",
      payload: {},
      audience: [],
    });
    return { secret };
  });
};
