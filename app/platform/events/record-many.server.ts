import type { Ctx } from "../command";
import type { Tx } from "../db/gate.server";
import { insertMany } from "../db/insert-many.server";
import { newId } from "../id";
import { canonicalJson } from "./canonical";
import { CHAIN_START, linkHash } from "./chain";
import type { NewEvent } from "./record.server";

/** `fresh` promises that the subject was made in this transaction: its chain is not looked up. */
export type BatchEvent = NewEvent & { fresh?: boolean };

type End = { sequence: number; hash: string };

const placeOf = ({ type, id }: NewEvent["subject"]): string => `${type}:${id}`;

type LastLink = End & { subjectType: string; subjectId: string };

/** The last link of every subject whose chain goes on, each found at the end of its index. */
const endsOf = async (tx: Tx, events: readonly BatchEvent[]): Promise<Map<string, End>> => {
  const known = new Map(
    events
      .filter((event) => !event.fresh)
      .map(({ subject }) => [placeOf(subject), [subject.type, subject.id]]),
  );
  if (known.size === 0) return new Map();
  const lasts = await tx.$queryRaw<LastLink[]>`
    SELECT e.subjectType, e.subjectId, e.sequence, e.hash FROM json_each(${JSON.stringify([...known.values()])}) AS j
    JOIN Event AS e ON e.subjectType = j.value ->> 0 AND e.subjectId = j.value ->> 1 AND e.sequence =
      (SELECT MAX(m.sequence) FROM Event AS m WHERE m.subjectType = j.value ->> 0 AND m.subjectId = j.value ->> 1)`;
  return new Map(
    lasts.map(({ subjectType, subjectId, sequence, hash }) => [
      placeOf({ type: subjectType, id: subjectId }),
      { sequence: Number(sequence), hash },
    ]),
  );
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
    const place = placeOf(event.subject);
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
  await insertMany(tx, "Event", rows);
  const heard = events.flatMap(({ audience }, index) =>
    [...new Set(audience)].map((organizationId) => ({ organizationId, at: now, eventId: rows[index]!.id })),
  );
  await insertMany(tx, "EventAudience", heard);
};
