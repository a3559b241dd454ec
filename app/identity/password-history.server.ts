import type { Ctx } from "~/platform/command";
import { read } from "~/platform/db/client.server";
import type { Tx } from "~/platform/db/gate.server";
import { newId } from "~/platform/id";
import { invalidField } from "~/platform/result";
import { checkPassword } from "./password.server";

/** So many of one's last passwords, the present one among them, are not taken again. House rule. */
export const HISTORY = 5;

type Holder = { id: string; passwordHash: string | null };

/** The refusal of a password one had before. */
export const usedBefore = () =>
  invalidField("password", "identity.errors.passwordUsedBefore", { count: HISTORY });

/** Whether a person had this password lately. Outside transactions: every comparison costs a hash. */
export const wasUsedBefore = async (person: Holder, password: string): Promise<boolean> => {
  const past = await read.pastPassword.findMany({
    where: { personId: person.id },
    orderBy: [{ replacedAt: "desc" }, { id: "desc" }],
    take: person.passwordHash ? HISTORY - 1 : HISTORY,
  });
  for (const hash of [person.passwordHash, ...past.map((one) => one.passwordHash)]) {
    if (hash && (await checkPassword(hash, password))) return true;
  }
  return false;
};

/** Keeps the password that is about to be replaced, and forgets those beyond the history. */
export const keepPassword = async (tx: Tx, ctx: Ctx, person: Holder): Promise<void> => {
  if (!person.passwordHash) return;
  const now = ctx.clock.now();
  await tx.pastPassword.create({
    data: {
      id: newId(now.getTime()),
      personId: person.id,
      passwordHash: person.passwordHash,
      replacedAt: now,
    },
  });
  const beyond = await tx.pastPassword.findMany({
    where: { personId: person.id },
    orderBy: [{ replacedAt: "desc" }, { id: "desc" }],
    skip: HISTORY,
    select: { id: true },
  });
  await tx.pastPassword.deleteMany({ where: { id: { in: beyond.map((one) => one.id) } } });
};
