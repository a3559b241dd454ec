import type { Ctx } from "../command";
import type { Tx } from "../db/gate.server";
import { newId } from "../id";
import { canonicalJson } from "./canonical";
import { CHAIN_START, linkHash } from "./chain";
import type { NewEvent } from "./record.server";

/** `fresh` promises that the subject was made in this transaction: its chain is not looked up. */
export type BatchEvent = NewEvent & { fresh?: boolean };

type End = { sequence: number; hash: string };

const IDS_AT_ONCE = 500;

const endsOf = async (tx: Tx, events: readonly BatchEvent[]): Promise<Map<string, End>> => {
  const ends = new Map<string, End>();
  const known = [...new Set(events.filter((event) => !event.fresh).map(({ subject }) => subject.id))];
  for (let from = 0; from < known.length; from += IDS_AT_ONCE) {
    const subjectId = { in: known.slice(from, from + IDS_AT_ONCE) };
    const lasts = await tx.event.groupBy({
      by: ["subjectType", "subjectId"],
      where: { subjectId },
      _max: { sequence: true },
    });
    for (const { subjectType, subjectId: id, _max } of lasts) {
      const row = await tx.event.findUniqueOrThrow({
        where: {
          subjectType_subjectId_sequence: { subjectType, subjectId: id, sequence: _max.sequence ?? 0 },
        },
        select: { sequence: true, hash: true },
      });
      ends.set(`${subjectType}:${id}`, row);
    }
  }
  return ends;
};

/**
 * Appends many events in the order given, each to its subject's hash chain, with a few statements instead of several an
 * event. Comes out as if `record` had been called for one after another.
 */
export const recordMany = async (tx: Tx, ctx: Ctx, events: readonly BatchEvent[]): Promise<void> => {
  if (events.length === 0) return;
  const ends = await endsOf(tx, events);
  const now = ctx.clock.now();
  const actor = canonicalJson({
    kind: ctx.actor.kind,
    personId: ctx.actor.personId,
    organizationId: ctx.actor.organizationId,
    name: ctx.actor.name,
  });
  const rows = events.map((event) => {
    const place = `${event.subject.type}:${event.subject.id}`;
    const last = ends.get(place);
    const link = {
      id: newId(now.getTime()),
      subjectType: event.subject.type,
      subjectId: event.subject.id,
      sequence: (last?.sequence ?? 0) + 1,
      name: event.name,
      at: now.toISOString(),
      actor,
      payload: canonicalJson(event.payload),
      requestId: ctx.requestId,
      previousHash: last?.hash ?? CHAIN_START,
    };
    const hash = linkHash(link);
    ends.set(place, { sequence: link.sequence, hash });
    return { ...link, at: now, hash, actorOrganizationId: ctx.actor.organizationId };
  });
  await tx.event.createMany({ data: rows });
  const heard = events.flatMap(({ audience }, index) =>
    [...new Set(audience)].map((organizationId) => ({ organizationId, at: now, eventId: rows[index]!.id })),
  );
  if (heard.length > 0) await tx.eventAudience.createMany({ data: heard });
};
