import type { Tx } from "~/platform/db/gate.server";
import { decide, reject, stale } from "~/platform/decide.server";
import { notFound, type Refusal, type Result } from "~/platform/result";
import type { PersonCtx } from "./actor";

type Row = NonNullable<Awaited<ReturnType<Tx["person"]["findUnique"]>>>;

export type OnPerson = { personId: string; reason: string; version: number };

/**
 * Something the operator does to another person's account. Goes in: whose, why, the version seen, what refuses it, and
 * the change. Refuses anybody but the operator and an unknown person (not found), one's own account (forbidden), and a
 * stale version (conflict).
 */
export const onPerson = async <T>(
  ctx: PersonCtx,
  input: OnPerson,
  refusal: (person: Row) => Refusal | null,
  change: (tx: Tx, person: Row) => Promise<T>,
): Promise<Result<T>> => {
  if (!ctx.actor.isOperator) return notFound();
  return decide(async (tx) => {
    const person = await tx.person.findUnique({ where: { id: input.personId } });
    if (!person) return reject(notFound().refusal);
    if (person.id === ctx.actor.personId) {
      return reject({ code: "forbidden", key: "identity.errors.notYourself" });
    }
    const no = refusal(person);
    if (no) return reject(no);
    if (person.version !== input.version) return stale();
    return change(tx, person);
  });
};
