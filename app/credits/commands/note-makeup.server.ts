import type { z } from "zod";
import type { MemberCtx } from "~/identity/actor";
import { decide, reject } from "~/platform/decide.server";
import { record } from "~/platform/events/record.server";
import { newId } from "~/platform/id";
import { once } from "~/platform/outbox/once.server";
import type { Result } from "~/platform/result";
import { tutoredItem } from "../makeup-access.server";
import type { noteForm } from "../schema";

/** Notes of one item at most. House rule. */
const MOST_NOTES = 60;

/**
 * The tutor or the coordinator notes how far an owed course has come; the student reads it. Goes in: the item, the words.
 * Comes out: the note's id. Refuses a foreign item (not found) and whoever is not its tutor (forbidden).
 */
export const noteMakeup = async (
  ctx: MemberCtx,
  id: string,
  { submissionKey, text }: z.output<typeof noteForm>,
): Promise<Result<{ id: string }>> =>
  decide((tx) =>
    once(tx, ctx, submissionKey, { id, text }, async () => {
      const item = await tutoredItem(tx, ctx, id);
      if ((await tx.makeUpNote.count({ where: { itemId: id } })) >= MOST_NOTES) {
        return reject({ code: "conflict", key: "credits.errors.tooManyNotes", values: { max: MOST_NOTES } });
      }
      const now = ctx.clock.now();
      const note = newId(now.getTime());
      await tx.makeUpNote.create({
        data: { id: note, itemId: id, text, authorName: ctx.actor.name, createdAt: now },
      });
      await record(tx, ctx, {
        subject: { type: "makeUpItem", id },
        name: "make_up.noted",
        payload: { name: item.name },
        audience: [item.schoolId],
      });
      return { id: note };
    }),
  );
