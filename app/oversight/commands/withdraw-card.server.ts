import type { MemberCtx } from "~/identity/actor";
import { decide } from "~/platform/decide.server";
import type { Result } from "~/platform/result";
import { civilDate } from "~/platform/time/clock";
import { cardInRegion, moveCard } from "../card-move.server";
import { mailCard, recordCard } from "../card-record.server";

/**
 * Takes a card back, before or after its publication, with the reason, which stays with it. Goes in: the card, the version
 * that was seen, the reason, by an authority in whose region the school lies. The school is told; the public list no longer
 * shows it. Refuses figures that gave no card and a card of another region (not found).
 */
export const withdrawCard = (
  ctx: MemberCtx,
  cardId: string,
  input: { version: number; reason: string },
): Promise<Result<null>> =>
  decide(async (tx) => {
    const card = await cardInRegion(tx, ctx, cardId);
    const authorityId = ctx.actor.organizationId;
    const { reason, version } = input;
    await moveCard(tx, ctx, card, version, {
      move: "withdraw",
      who: "authority",
      words: reason,
      change: { authorityId, withdrawnOn: civilDate(ctx.clock.now()), withdrawReason: reason },
    });
    const by = ctx.actor.organization.name;
    const eventId = await recordCard(tx, ctx, card, "programme_card.withdrawn", { reason, by }, [
      authorityId,
    ]);
    await mailCard(tx, ctx, {
      kind: "withdrawn",
      key: eventId,
      to: [card.schoolId],
      values: { programme: card.name, year: card.year, by, reason: reason.slice(0, 500) },
      link: `/oversight/cards/${cardId}`,
    });
    return null;
  });
