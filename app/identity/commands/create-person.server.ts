import type { Ctx } from "~/platform/command";
import { lookupHash, sealField } from "~/platform/crypto/fields.server";
import type { Tx } from "~/platform/db/gate.server";
import { reject } from "~/platform/decide.server";
import { record } from "~/platform/events/record.server";
import { newId } from "~/platform/id";

/**
 * Makes a person's account inside the transaction of what brings them here. Goes in: a confirmed e-mail address, name,
 * hashed password (`hashPassword`, before the transaction) and language. Comes out: the new person's id. Rejects
 * (conflict) when the address has an account: callers must have shown that they may know it.
 */
export const createPerson = async (
  tx: Tx,
  ctx: Ctx,
  input: { email: string; name: string; passwordHash: string | null; language: string; isOperator?: boolean },
): Promise<string> => {
  const emailHash = lookupHash("person.email", input.email);
  const known = await tx.person.findUnique({ where: { emailHash }, select: { id: true } });
  if (known) return reject({ code: "conflict", key: "identity.errors.accountExists" });
  const now = ctx.clock.now();
  const id = newId(now.getTime());
  await tx.person.create({
    data: {
      id,
      emailSealed: sealField("person.email", input.email.trim().toLowerCase()),
      emailHash,
      name: input.name,
      passwordHash: input.passwordHash,
      language: input.language,
      isOperator: input.isOperator ?? false,
      passwordChangedAt: input.passwordHash ? now : null,
      createdAt: now,
      version: 1,
    },
  });
  await record(tx, ctx, {
    subject: { type: "person", id },
    name: "person.created",
    payload: {},
    audience: [],
  });
  return id;
};
