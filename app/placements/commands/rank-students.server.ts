import { type MemberCtx, mayWrite } from "~/identity/actor";
import { decide, reject, stale } from "~/platform/decide.server";
import { invalidField, RefusalError, type Result } from "~/platform/result";
import { civilDate } from "~/platform/time/clock";
import { stateOf } from "../round-access.server";
import type { RanksForm } from "../round-schema";
import { HOST_ACTS } from "../rules/round-lifecycle";
import { shareConsents } from "../share-consents.server";

/** The first place a list gives twice, or null. */
const twice = (ranks: RanksForm["ranks"]): number | null => {
  const seen = new Set<number>();
  for (const { place } of ranks) {
    if (place === undefined) continue;
    if (seen.has(place)) return place;
    seen.add(place);
  }
  return null;
};

/**
 * A host orders the students who chose its slot: places for some, weights for the rest, and those it does not want. In:
 * the slot, the version read, the form. Out: how many were placed. Refuses other organizations (not found), other roles,
 * a round past its ordering, a place given twice, and students whose data it may not see.
 */
export const rankStudents = (
  ctx: MemberCtx,
  slotId: string,
  input: RanksForm,
): Promise<Result<{ placed: number }>> =>
  decide(async (tx) => {
    const slot = await tx.roundSlot.findUnique({ where: { id: slotId }, include: { round: true } });
    if (slot?.hostId !== ctx.actor.organizationId)
      return reject({ code: "not_found", key: "errors.notFound" });
    if (!mayWrite(ctx.actor)) return reject({ code: "forbidden", key: "rounds.errors.role" });
    if (slot.withdrawnAt || !HOST_ACTS.includes(stateOf(slot.round)))
      return reject({ code: "conflict", key: "rounds.errors.ranksClosed" });
    const repeated = twice(input.ranks.filter(({ refused }) => !refused));
    if (repeated !== null) {
      const at = input.ranks.findLastIndex(({ place }) => place === repeated);
      const wrong = invalidField(`ranks[${at}].place`, "rounds.errors.placeTwice", { place: repeated });
      throw new RefusalError(wrong.refusal);
    }
    const wishing = await tx.roundChoice.findMany({
      where: { slotId },
      take: 3_000,
      select: { studentId: true },
    });
    const { hostId } = slot;
    const pairs = wishing.map(({ studentId }) => ({ studentId, hostId }));
    const standing = await shareConsents(tx, pairs, civilDate(ctx.clock.now()));
    const visible = new Set(pairs.filter((pair) => standing(pair)?.complete).map((one) => one.studentId));
    const told = input.ranks.filter(({ place, refused }) => place !== undefined || refused);
    if (told.some(({ studentId }) => !visible.has(studentId)))
      return reject({ code: "invalid", key: "rounds.errors.notShared" });
    const { count } = await tx.roundSlot.updateMany({
      where: { id: slotId, version: input.version },
      data: {
        criteria: JSON.stringify(input.criteria),
        rankedAt: ctx.clock.now(),
        version: { increment: 1 },
      },
    });
    if (count === 0) stale();
    await tx.roundRank.deleteMany({ where: { slotId } });
    await tx.roundRank.createMany({
      data: told.map(({ studentId, place, refused }) => ({
        slotId,
        studentId,
        place: refused ? null : (place ?? null),
      })),
    });
    return { placed: told.length };
  });
