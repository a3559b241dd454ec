import type { z } from "zod";
import type { MemberCtx } from "~/identity/actor";
import { decide, reject } from "~/platform/decide.server";
import { record } from "~/platform/events/record.server";
import { invalidField, type Result } from "~/platform/result";
import { tutoredItem, writeItem } from "../makeup-access.server";
import { refuseCreditWork } from "../policy";
import type { planForm } from "../schema";

/**
 * The school names the tutor of an owed course and from when to when it is made up. Goes in: the item, a person who teaches or
 * coordinates at the school, the days, the version shown. Comes out: nothing. Refuses a foreign item (not found), teachers
 * (forbidden: the coordinator plans), somebody who does not work there (invalid), one that is settled (conflict).
 */
export const planMakeup = async (
  ctx: MemberCtx,
  id: string,
  input: z.output<typeof planForm>,
): Promise<Result<null>> =>
  decide(async (tx) => {
    const item = await tutoredItem(tx, ctx, id);
    const refusal = refuseCreditWork(ctx.actor);
    if (refusal) return reject(refusal);
    if (item.state !== "planned") return reject({ code: "conflict", key: "credits.errors.settled" });
    const membership = await tx.membership.findFirst({
      where: {
        personId: input.tutor,
        organizationId: item.schoolId,
        endedAt: null,
        role: { in: ["teacher", "coordinator", "owner"] },
      },
      select: { person: { select: { id: true, name: true } } },
    });
    if (!membership) return reject(invalidField("tutor", "credits.errors.noTutor").refusal);
    const { fromOn, untilOn } = input;
    await writeItem(tx, item.id, input.version, {
      tutorId: membership.person.id,
      tutorName: membership.person.name,
      fromOn,
      untilOn,
      updatedAt: ctx.clock.now(),
    });
    await record(tx, ctx, {
      subject: { type: "makeUpItem", id: item.id },
      name: "make_up.planned",
      payload: { name: item.name, tutor: membership.person.name, fromOn, untilOn },
      audience: [item.schoolId],
    });
    return null;
  });
