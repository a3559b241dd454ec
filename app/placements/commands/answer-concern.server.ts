import type { PersonCtx } from "~/identity/actor";
import { sealField } from "~/platform/crypto/fields.server";
import { decide, reject, stale } from "~/platform/decide.server";
import { record } from "~/platform/events/record.server";
import { newId } from "~/platform/id";
import { enqueue } from "~/platform/outbox/enqueue.server";
import { notFound, type Result } from "~/platform/result";
import { concernMails } from "../concern-mails.server";
import type { ConcernAnswer } from "../concern-schema";
import { concernScope } from "../concern-scope.server";

const EVENTS = { answer: "answered", close: "closed", tellHost: "host_told" } as const;

/**
 * Does something about a concern: answers it (whoever raised it reads that), closes it with what came of it, or tells the
 * host in words of one's own, which name nobody the writer did not name. Goes in: the concern's id, the intent, the text,
 * the version shown. Comes out: its state. Refuses one that is not theirs to see (not found), a closed one (conflict), a
 * stale version; only the school tells the host (forbidden).
 */
export const answerConcern = (
  ctx: PersonCtx,
  id: string,
  input: ConcernAnswer,
): Promise<Result<{ state: string }>> =>
  decide(async (tx) => {
    const now = ctx.clock.now();
    const scope = concernScope(ctx.actor, now);
    const concern = scope && (await tx.concern.findFirst({ where: { AND: [scope.where, { id }] } }));
    if (!scope || !concern) return reject(notFound().refusal);
    const { intent, text, version } = input;
    if (intent === "tellHost" && scope.as !== "school")
      return reject({ code: "forbidden", key: "errors.forbidden" });
    if (concern.state === "closed" && intent !== "tellHost")
      return reject({ code: "conflict", key: "concerns.errors.closed" });
    const state = intent === "close" ? "closed" : intent === "answer" ? "answered" : concern.state;
    const { count } = await tx.concern.updateMany({
      where: { id, version },
      data: {
        state,
        version: { increment: 1 },
        ...(intent === "close" ? { closedAt: now } : {}),
        ...(intent === "tellHost" ? { hostText: text, hostToldAt: now } : {}),
      },
    });
    if (count === 0) stale();
    if (intent !== "tellHost") {
      await tx.concernNote.create({
        data: {
          id: newId(now.getTime()),
          concernId: id,
          side: scope.as,
          textSealed: sealField("concern.note", text),
          at: now,
        },
      });
    }
    await record(tx, ctx, {
      subject: { type: "concern", id },
      name: `concern.${EVENTS[intent]}`,
      payload: { side: scope.as },
      audience: [],
    });
    if (intent === "tellHost") {
      const letter = { kind: "toldHost" as const, concernId: `${id}:${version}` };
      const mails = { ...letter, organizationIds: [concern.hostId], link: "/concerns" };
      await enqueue(tx, ctx, await concernMails(tx, mails));
    }
    return { state };
  });
