import type { MemberCtx } from "~/identity/actor";
import { decide } from "~/platform/decide.server";
import { newId } from "~/platform/id";
import { type Result, refuse } from "~/platform/result";
import { mayOrder } from "../policy";
import { visibleCard } from "../queries/card-page.server";
import { cardRecords, type RecordMeasure } from "../queries/card-records.sqlite.server";
import { cardAccess } from "../queries/card-rows-page.server";
import { cardMeasure } from "../rules/cards/measures";

/**
 * Opens the rows with students behind one measure of a card for an hour, for a reason the school can read in its access log.
 * Goes in: the authority's member, the card, the measure, the reason. Comes out: the access's id. Refuses roles that may not
 * act for the authority and cards out of its region (not found).
 */
export const openCardRows = async (
  ctx: MemberCtx,
  cardId: string,
  input: { measure: string; reason: string },
): Promise<Result<{ accessId: string }>> => {
  const allowed = mayOrder(ctx.actor);
  if (!allowed.ok) return allowed;
  const seen = await visibleCard(ctx, cardId);
  const measure = cardMeasure(input.measure);
  if (!seen || seen.own || !measure?.persons) return refuse("not_found", "errors.notFound");
  const { card } = seen;
  const span = { year: card.year, today: card.computedOn };
  const rows = cardRecords(measure.id as RecordMeasure, card.schoolId, [card.programmeId], span).length;
  return decide(async (tx) => {
    const id = newId(ctx.clock.now().getTime());
    await tx.dataAccess.create({
      data: {
        id,
        organizationId: card.schoolId,
        readerId: ctx.actor.personId,
        readerName: ctx.actor.name,
        readerOrgId: ctx.actor.organizationId,
        readerOrgName: ctx.actor.organization.name,
        ...cardAccess(measure.id, card),
        reason: input.reason,
        rows,
        at: ctx.clock.now(),
      },
    });
    return { accessId: id };
  });
};
