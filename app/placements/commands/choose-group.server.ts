import { randomInt } from "node:crypto";
import type { PersonCtx } from "~/identity/actor";
import { decide, reject } from "~/platform/decide.server";
import { newId } from "~/platform/id";
import type { Result } from "~/platform/result";
import { civilDate } from "~/platform/time/clock";
import { recordsOf, stateOf } from "../round-access.server";
import { ROUND_LIMITS } from "../round-schema";

/** Letters and digits nobody confuses when they are read aloud. */
const LETTERS = "23456789ABCDEFGHJKMNPQRSTUVWXYZ";
const newCode = (): string => Array.from({ length: 6 }, () => LETTERS[randomInt(LETTERS.length)]).join("");

export type GroupAsked = { act: "found" } | { act: "join"; code: string } | { act: "leave" };

/**
 * Students who want the same site found a group, join it by its code, or leave it, while choices are open. In: the
 * student and what is asked. Out: the group's code, or null after leaving. A group goes to the best site all of it put
 * on their lists, in its founder's order, or each goes by their own list. Refuses strangers, closed choices, unknown
 * codes, students of another school, and a full group.
 */
export const chooseGroup = (
  ctx: PersonCtx,
  roundId: string,
  studentId: string,
  asked: GroupAsked,
): Promise<Result<{ code: string | null }>> =>
  decide(async (tx) => {
    const entered = await tx.roundStudent.findUnique({
      where: { roundId_studentId: { roundId, studentId } },
      include: { round: true },
    });
    if (!entered || !(await recordsOf(tx, ctx.actor.personId)).includes(studentId))
      return reject({ code: "not_found", key: "errors.notFound" });
    if (stateOf(entered.round) !== "open" || entered.round.choicesUntil < civilDate(ctx.clock.now()))
      return reject({ code: "conflict", key: "rounds.errors.choicesClosed" });
    const move = (groupId: string | null) =>
      tx.roundStudent.update({
        where: { roundId_studentId: { roundId, studentId } },
        data: { groupId, version: { increment: 1 } },
      });
    if (asked.act === "leave") {
      await move(null);
      return { code: null };
    }
    if (asked.act === "found") {
      if (entered.groupId) return reject({ code: "conflict", key: "rounds.errors.inGroup" });
      const group = { id: newId(), roundId, code: newCode(), founderId: studentId };
      await tx.roundGroup.create({ data: group });
      await move(group.id);
      return { code: group.code };
    }
    const group = await tx.roundGroup.findUnique({
      where: { roundId_code: { roundId, code: asked.code.toUpperCase() } },
    });
    const members = group
      ? await tx.roundStudent.findMany({
          where: { roundId, groupId: group.id },
          take: ROUND_LIMITS.group,
          select: { schoolId: true },
        })
      : [];
    if (!group || members.some(({ schoolId }) => schoolId !== entered.schoolId))
      return reject({
        code: "invalid",
        key: "errors.checkFields",
        fields: [{ field: "groupCode", key: "rounds.errors.groupCode" }],
      });
    if (members.length >= ROUND_LIMITS.group)
      return reject({
        code: "conflict",
        key: "rounds.errors.groupFull",
        values: { max: ROUND_LIMITS.group },
      });
    await move(group.id);
    return { code: group.code };
  });
