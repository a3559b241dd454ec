import type { MemberCtx } from "~/identity/actor";
import { read } from "~/platform/db/client.server";
import type { Json } from "~/platform/events/canonical";
import { civilDate } from "~/platform/time/clock";
import { liesWithin, mayOrder, maySupervise } from "../policy";
import { type CardContent, computedAgain, factTooSmall } from "../rules/cards/content";
import type { CardOutcome } from "../rules/cards/judge";
import { type CardState, nextCardState } from "../rules/cards/lifecycle";
import { CARD_MEASURE_LIST } from "../rules/cards/measures";
import { sealedContent } from "../sealed-content.server";

const EVENTS = 40;
const ANSWERS = 20;

/** A card as somebody at work may see it: its school, or an authority in whose region that lies; null for everybody else. */
export const visibleCard = async (ctx: MemberCtx, id: string) => {
  const card = await read.programmeCard.findUnique({ where: { id } });
  if (!card) return null;
  if (card.schoolId === ctx.actor.organizationId) return { card, own: true };
  if (!maySupervise(ctx.actor).ok) return null;
  const { regionCode } = await read.organization.findUniqueOrThrow({
    where: { id: ctx.actor.organizationId },
    select: { regionCode: true },
  });
  return liesWithin(regionCode, card.regionCode) ? { card, own: false } : null;
};

/**
 * One measure as the reader is told it: counts that stand for one to four students stay with the school. Goes in: the kept
 * content, whether the reader belongs to the school. Comes out: measures in their order, numbers only where they are told.
 */
export const figuresTold = (content: CardContent, own: boolean) =>
  CARD_MEASURE_LIST.flatMap((measure) => {
    const fact = content.facts.find(({ id }) => id === measure.id);
    if (!fact) return [];
    const criterion = content.criteria.find(({ id }) => id === measure.id) ?? null;
    const withheld = !own && measure.persons && factTooSmall(fact, measure.kind);
    const { verdict, cases } = fact;
    const told = withheld
      ? null
      : {
          value: fact.value,
          numerator: fact.numerator,
          denominator: fact.denominator,
          exclusions: fact.exclusions,
          before: fact.before,
        };
    return [{ measure, criterion, verdict, cases: withheld ? null : cases, withheld, told }];
  });

/**
 * One card with its figures, what the school said, what happened and what may be done next. Goes in: the member, the id.
 * Comes out: null for whoever may not see it. `again` says whether the kept counts and criteria still give the same content,
 * digest included.
 */
export const cardPage = async (ctx: MemberCtx, id: string) => {
  const seen = await visibleCard(ctx, id);
  if (!seen) return null;
  const { card, own } = seen;
  const content = JSON.parse(card.content) as CardContent;
  const today = civilDate(ctx.clock.now());
  const [answers, events, organizations, files] = await Promise.all([
    read.programmeCardAnswer.findMany({
      where: { cardId: id },
      orderBy: { createdAt: "desc" },
      take: ANSWERS,
    }),
    read.event.findMany({
      where: { subjectType: "programme_card", subjectId: id },
      orderBy: { sequence: "desc" },
      take: EVENTS,
      select: { id: true, name: true, at: true, actor: true, payload: true },
    }),
    read.organization.findMany({
      where: { id: { in: [card.schoolId, ...(card.authorityId ? [card.authorityId] : [])] } },
      select: { id: true, name: true },
    }),
    read.storedFile.findMany({
      where: { subjectType: "programme_card", subjectId: id },
      take: ANSWERS,
      select: { id: true, name: true },
    }),
  ]);
  const state = card.state as CardState;
  const asked = { state, answerBy: card.answerBy, answers: card.answers };
  const publishable = nextCardState(asked, "publish", "authority", "", today);
  return {
    id,
    own,
    version: card.version,
    year: card.year,
    name: card.name,
    majorCode: card.majorCode,
    outcome: card.outcome as CardOutcome,
    state,
    school: { id: card.schoolId, name: organizations.find((one) => one.id === card.schoolId)?.name ?? "" },
    authority: organizations.find((one) => one.id === card.authorityId)?.name ?? null,
    grounds: content.grounds,
    seats: content.programme.seats,
    definition: content.definition,
    digest: card.digest,
    again: sealedContent(computedAgain(content) as unknown as Json).digest === card.digest,
    computedOn: card.computedOn,
    seenOn: card.seenOn,
    answerBy: card.answerBy,
    answerCertain: card.answerCertain,
    published: card.publishedOn ? { on: card.publishedOn, note: card.publishNote } : null,
    withdrawn: card.withdrawnOn ? { on: card.withdrawnOn, reason: card.withdrawReason ?? "" } : null,
    figures: figuresTold(content, own),
    mayPublish: !own && mayOrder(ctx.actor).ok && publishable.ok,
    waitsFor: !publishable.ok && publishable.because === "early" ? card.answerBy : null,
    mayWithdraw: !own && mayOrder(ctx.actor).ok && (state === "draft" || state === "published"),
    answers: answers.map((answer) => ({
      id: answer.id,
      text: answer.text,
      author: answer.authorName,
      at: answer.createdAt.toISOString(),
      /** the figures were computed again after it was given */
      earlier: answer.digest !== card.digest,
      file: files.find((file) => file.id === answer.fileId) ?? null,
    })),
    events: events.map((event) => ({
      id: event.id,
      name: event.name,
      at: event.at.toISOString(),
      actor: (JSON.parse(event.actor) as { name: string }).name,
      payload: JSON.parse(event.payload) as Record<string, string | number | boolean | null>,
    })),
  };
};

export type CardPage = NonNullable<Awaited<ReturnType<typeof cardPage>>>;
