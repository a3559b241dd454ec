import type { Ctx } from "../command";
import type { Tx } from "../db/gate.server";
import { newId } from "../id";
import { canonicalJson, type Json } from "./canonical";
import { CHAIN_START, linkHash } from "./chain";

export type NewEvent = {
  /** "listing", "enquiry", … with the id: the chain it belongs to. */
  subject: { type: string; id: string };
  /** Past tense with its room: "listing.published". Its words are `events.<name>` in the language files. */
  name: string;
  payload: { readonly [key: string]: Json | undefined };
  /** Organizations whose "what changed" shows it. */
  audience: readonly string[];
};

/**
 * Appends one event to its subject's hash chain, inside the transaction of the change it tells.
 * Comes out: the event's id. Two writers cannot take the same sequence: the unique index refuses the second.
 */
export const record = async (tx: Tx, ctx: Ctx, event: NewEvent): Promise<string> => {
  const last = await tx.event.findFirst({
    where: { subjectType: event.subject.type, subjectId: event.subject.id },
    orderBy: { sequence: "desc" },
    select: { sequence: true, hash: true },
  });
  const now = ctx.clock.now();
  const link = {
    id: newId(now.getTime()),
    subjectType: event.subject.type,
    subjectId: event.subject.id,
    sequence: (last?.sequence ?? 0) + 1,
    name: event.name,
    at: now.toISOString(),
    actor: canonicalJson({
      kind: ctx.actor.kind,
      personId: ctx.actor.personId,
      organizationId: ctx.actor.organizationId,
      name: ctx.actor.name,
    }),
    payload: canonicalJson(event.payload),
    requestId: ctx.requestId,
    previousHash: last?.hash ?? CHAIN_START,
  };
  await tx.event.create({
    data: { ...link, at: now, hash: linkHash(link), actorOrganizationId: ctx.actor.organizationId },
  });
  const audience = [...new Set(event.audience)];
  if (audience.length > 0) {
    await tx.eventAudience.createMany({
      data: audience.map((organizationId) => ({ organizationId, at: now, eventId: link.id })),
    });
  }
  return link.id;
};
