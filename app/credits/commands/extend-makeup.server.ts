import type { z } from "zod";
import type { MemberCtx } from "~/identity/actor";
import { decide, reject } from "~/platform/decide.server";
import { record } from "~/platform/events/record.server";
import { invalidField, type Result } from "~/platform/result";
import { civilDate } from "~/platform/time/clock";
import { tutoredItem, writeItem } from "../makeup-access.server";
import type { extendForm } from "../schema";

/**
 * More time for an owed course, also after it was not passed. Goes in: the item, the new last day, the reason, the version
 * shown. Comes out: nothing; the item is planned again. Refuses a foreign item (not found), whoever is not its tutor
 * (forbidden), a day that is not later than the old one or already past (invalid), one that is passed (conflict).
 */
export const extendMakeup = async (
  ctx: MemberCtx,
  id: string,
  input: z.output<typeof extendForm>,
): Promise<Result<null>> =>
  decide(async (tx) => {
    const item = await tutoredItem(tx, ctx, id);
    if (!["planned", "not_passed"].includes(item.state)) {
      return reject({ code: "conflict", key: "credits.errors.settled" });
    }
    const now = ctx.clock.now();
    const { untilOn, reason } = input;
    if (untilOn <= item.untilOn || untilOn < civilDate(now)) {
      return reject(invalidField("untilOn", "credits.errors.notLater").refusal);
    }
    await writeItem(tx, item.id, input.version, {
      untilOn,
      state: "planned",
      extensions: { increment: 1 },
      extendedWhy: reason,
      updatedAt: now,
    });
    await record(tx, ctx, {
      subject: { type: "makeUpItem", id: item.id },
      name: "make_up.extended",
      payload: { name: item.name, before: item.untilOn, untilOn, reason },
      audience: [item.schoolId],
    });
    return null;
  });
