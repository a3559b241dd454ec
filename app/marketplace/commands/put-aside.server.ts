import { type MemberCtx, mayWrite } from "~/identity/actor";
import { decide, reject } from "~/platform/decide.server";
import { record } from "~/platform/events/record.server";
import { newId } from "~/platform/id";
import { notFound, type Result } from "~/platform/result";
import { civilDate } from "~/platform/time/clock";
import type { PutAside } from "../aside-schema";
import { MOST_ASIDES } from "../queries/match-lens.server";
import { ownSubject, suggestionOf } from "../queries/suggestion.server";

/**
 * Says that a suggestion does not suit and why; from now on it orders the own organization's lists, and nobody else learns
 * of it. Goes in: the own subject ("programme:ID" or "listing:ID"), the suggestion, a coded reason, words with "other".
 * Comes out: the id to take it back by. Saying it again replaces the reason. Refuses a viewer, another's subject, a
 * suggestion that is not public, and more than 300 at once.
 */
export const putAside = async (ctx: MemberCtx, input: PutAside): Promise<Result<{ asideId: string }>> => {
  const { organizationId, personId } = ctx.actor;
  const now = ctx.clock.now();
  const today = civilDate(now);
  const subject = await ownSubject(input.subject, organizationId, today);
  const suggestion = subject && (await suggestionOf(subject, input.kind, input.refId, today));
  if (!suggestion) return notFound();
  return decide(async (tx) => {
    if (!mayWrite(ctx.actor)) reject({ code: "forbidden", key: "matches.aside.errors.role" });
    const held = await tx.matchAside.count({ where: { organizationId } });
    if (held >= MOST_ASIDES)
      reject({ code: "conflict", key: "matches.aside.errors.most", values: { most: MOST_ASIDES } });
    const { kind, refId, ...facts } = suggestion;
    const said = {
      ...facts,
      personId,
      reason: input.reason,
      note: input.reason === "other" ? (input.note ?? null) : null,
      saidOn: today,
      createdAt: now,
    };
    const about = { organizationId, subject: input.subject, kind, refId };
    const { id } = await tx.matchAside.upsert({
      where: { organizationId_subject_kind_refId: about },
      create: { id: newId(now.getTime()), ...about, ...said },
      update: said,
      select: { id: true },
    });
    await record(tx, ctx, {
      subject: { type: "suggestions", id: organizationId },
      name: "suggestions.put_aside",
      payload: { title: suggestion.title, reason: input.reason },
      audience: [organizationId],
    });
    return { asideId: id };
  });
};
