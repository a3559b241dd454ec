import type { MemberCtx } from "~/identity/actor";
import { decide } from "~/platform/decide.server";
import type { Result } from "~/platform/result";
import { civilDate } from "~/platform/time/clock";
import { cardInRegion, moveCard } from "../card-move.server";
import { mailCard, recordCard } from "../card-record.server";

/**
 * Publishes a card once the school was heard: it answered, or its working days are over. Goes in: the card, the version that
 * was seen, a remark that stands beside it, by an authority in whose region the school lies. The school is told. Refuses
 * before that, any other state and a card of another region (not found).
 */
export const publishCard = (
  ctx: MemberCtx,
  cardId: string,
  input: { version: number; note?: string | undefined },
): Promise<Result<null>> =>
  decide(async (tx) => {
    const card = await cardInRegion(tx, ctx, cardId);
    const authorityId = ctx.actor.organizationId;
    const note = input.note ?? "";
    await moveCard(tx, ctx, card, input.version, {
      move: "publish",
      who: "authority",
      words: note,
      change: { authorityId, publishedOn: civilDate(ctx.clock.now()), publishNote: note || null },
    });
    const by = ctx.actor.organization.name;
    const eventId = await recordCard(
      tx,
      ctx,
      card,
      "programme_card.published",
      { outcome: card.outcome, note, by },
      [authorityId],
    );
    await mailCard(tx, ctx, {
      kind: "published",
      key: eventId,
      to: [card.schoolId],
      values: { programme: card.name, year: card.year, by },
      outcome: card.outcome,
      link: `/oversight/cards/${cardId}`,
    });
    return null;
  });
