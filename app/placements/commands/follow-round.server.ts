import { randomBytes } from "node:crypto";
import type { MemberCtx } from "~/identity/actor";
import { decide, reject } from "~/platform/decide.server";
import { newId } from "~/platform/id";
import type { Result } from "~/platform/result";
import { addDays, civilDate } from "~/platform/time/clock";
import { leadRound, stateOf } from "../round-access.server";
import { recordRound } from "../round-record.server";
import { roundRow } from "../round-row.server";

/** Days a second round gives students, hosts and the school, until its draft says otherwise. House rule. */
const DAYS = { choices: 7, ranks: 10, publish: 12 } as const;

/**
 * Starts the next round for those a confirmed one left without a place, on the seats it left. In: the confirmed round and
 * the name of the new one. Out: the new draft's id, linked to the first, with a draw of its own; seats kept for a
 * category are open to all in it. Refuses a round that is not confirmed, one followed already, and one that left
 * nobody over.
 */
export const followRound = (
  ctx: MemberCtx,
  id: string,
  name: string,
  draw: () => string = () => randomBytes(16).toString("hex"),
): Promise<Result<{ id: string }>> =>
  decide(async (tx) => {
    const first = await leadRound(tx, ctx, id);
    if (stateOf(first) !== "confirmed") return reject({ code: "conflict", key: "rounds.errors.state" });
    const next = await tx.round.findFirst({
      where: { followsId: id, state: { not: "cancelled" } },
      select: { id: true },
    });
    if (next) return reject({ code: "conflict", key: "rounds.errors.followed" });
    const [left, slots, taken, schools] = await Promise.all([
      tx.roundStudent.findMany({
        where: { roundId: id, slotId: null },
        orderBy: { code: "asc" },
        take: 5_000,
      }),
      tx.roundSlot.findMany({
        where: { roundId: id, withdrawnAt: null },
        orderBy: { code: "asc" },
        take: 300,
      }),
      tx.roundStudent.groupBy({ by: ["slotId"], where: { roundId: id }, _count: { _all: true } }),
      tx.roundSchool.findMany({ where: { roundId: id, state: { in: ["lead", "joined"] } }, take: 30 }),
    ]);
    if (left.length === 0) return reject({ code: "conflict", key: "rounds.errors.nobodyLeft" });
    const today = civilDate(ctx.clock.now());
    const row = roundRow(
      ctx,
      {
        name,
        choicesUntil: addDays(today, DAYS.choices),
        ranksUntil: addDays(today, DAYS.ranks),
        publishOn: addDays(today, DAYS.publish),
        mostChoices: first.mostChoices,
        categoryBy: first.categoryBy as "none" | "school" | "programme",
      },
      { seed: draw(), followsId: id },
    );
    await tx.round.create({ data: row });
    await tx.roundSchool.createMany({
      data: schools.map(({ schoolId, state }) => ({ roundId: row.id, schoolId, state })),
    });
    await tx.roundStudent.createMany({
      data: left.map(({ studentId, schoolId, programmeId, category }, at) => ({
        roundId: row.id,
        studentId,
        schoolId,
        programmeId,
        category,
        code: `A${String(at + 1).padStart(4, "0")}`,
        version: 1,
      })),
    });
    const used = new Map(taken.map((one) => [one.slotId, one._count._all]));
    const open = slots
      .map((slot) => ({ ...slot, capacity: slot.capacity - (used.get(slot.id) ?? 0) }))
      .filter(({ capacity }) => capacity > 0);
    await tx.roundSlot.createMany({
      data: open.map((slot, at) => ({
        ...slot,
        id: newId(),
        roundId: row.id,
        code: `S${String(at + 1).padStart(3, "0")}`,
        reserved: "{}",
        rankedAt: null,
        seatsLeft: null,
        version: 1,
      })),
    });
    await recordRound(tx, ctx, { ...row, openedAt: null }, "drafted", { follows: id, students: left.length });
    return { id: row.id };
  });
