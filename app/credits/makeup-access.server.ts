import type { MemberCtx } from "~/identity/actor";
import type { Tx } from "~/platform/db/gate.server";
import { reject, stale } from "~/platform/decide.server";
import { isId } from "~/platform/id";
import { refuseTutoring } from "./policy";

export type MakeUpRow = NonNullable<Awaited<ReturnType<Tx["makeUpItem"]["findUnique"]>>>;

/** An item of the actor's school for a command. Rejects a foreign one (not found) and whoever is not its tutor (forbidden). */
export const tutoredItem = async (tx: Tx, ctx: MemberCtx, id: string): Promise<MakeUpRow> => {
  const item = isId(id)
    ? await tx.makeUpItem.findFirst({ where: { id, schoolId: ctx.actor.organizationId } })
    : null;
  if (!item) return reject({ code: "not_found", key: "errors.notFound" });
  const refusal = refuseTutoring(ctx.actor, ctx.actor.personId, item.tutorId);
  return refusal ? reject(refusal) : item;
};

/** Writes an item with the version that was shown; rejects a stale one. */
export const writeItem = async (
  tx: Tx,
  id: string,
  shown: number,
  data: Parameters<Tx["makeUpItem"]["updateMany"]>[0]["data"],
): Promise<void> => {
  const { count } = await tx.makeUpItem.updateMany({
    where: { id, version: shown },
    data: { ...data, version: { increment: 1 } },
  });
  if (count === 0) stale();
};
