import { type MemberCtx, mayWrite } from "~/identity/actor";
import type { Tx } from "~/platform/db/gate.server";
import { reject, stale } from "~/platform/decide.server";
import { civilDate } from "~/platform/time/clock";
import { authorityRegion } from "./alert-move.server";
import { liesWithin } from "./policy";
import { type CardMove, type CardState, nextCardState } from "./rules/cards/lifecycle";

export type CardRow = NonNullable<Awaited<ReturnType<Tx["programmeCard"]["findUnique"]>>>;

/** A card in the region of the acting authority; anybody else's is not found, as are figures that gave no card. */
export const cardInRegion = async (tx: Tx, ctx: MemberCtx, id: string): Promise<CardRow> => {
  const region = await authorityRegion(tx, ctx);
  const card = await tx.programmeCard.findUnique({ where: { id } });
  if (!card || !liesWithin(region, card.regionCode))
    return reject({ code: "not_found", key: "errors.notFound" });
  return card;
};

/** A card of the acting school, by its owner or coordinator; anybody else's is not found. */
export const ownCard = async (tx: Tx, ctx: MemberCtx, id: string): Promise<CardRow> => {
  const card = await tx.programmeCard.findUnique({ where: { id } });
  if (card?.schoolId !== ctx.actor.organizationId)
    return reject({ code: "not_found", key: "errors.notFound" });
  if (!mayWrite(ctx.actor)) return reject({ code: "forbidden", key: "alerts.errors.roleOnly" });
  return card;
};

type Change = Parameters<Tx["programmeCard"]["updateMany"]>[0]["data"];

/**
 * Makes a move of a card inside the caller's transaction: asks the table of its life, writes with the version. Refuses a move
 * the state does not allow, a publication before the school was heard, and a version somebody else has changed.
 */
export const moveCard = async (
  tx: Tx,
  ctx: MemberCtx,
  card: CardRow,
  version: number,
  step: { move: CardMove; who: "school" | "authority"; words: string; change: Change },
): Promise<void> => {
  const now = ctx.clock.now();
  const next = nextCardState(
    { ...card, state: card.state as CardState },
    step.move,
    step.who,
    step.words,
    civilDate(now),
  );
  if (!next.ok) return reject({ code: "conflict", key: `cards.errors.${next.because}` });
  const { count } = await tx.programmeCard.updateMany({
    where: { id: card.id, version },
    data: { ...step.change, state: next.to, updatedAt: now, version: { increment: 1 } },
  });
  if (count === 0) stale();
};
