import { type Member, mayWrite, type PersonCtx } from "~/identity/actor";
import type { ReadClient } from "~/platform/db/client.server";
import type { Tx } from "~/platform/db/gate.server";
import { reject, stale } from "~/platform/decide.server";
import type { Refusal } from "~/platform/result";
import { moveRound, ROUND_STATES, type RoundMove, type RoundState } from "./rules/round-lifecycle";

type Client = ReadClient | Tx;

/** In which part somebody sees a round: the leading school, a school beside it, a host with seats in it, a student. */
export type RoundPart = "lead" | "school" | "host" | "student";

export type SeenRound = {
  round: NonNullable<Awaited<ReturnType<ReadClient["round"]["findUnique"]>>>;
  part: RoundPart;
  state: RoundState;
  /** the reader's own record, where they take part as a student */
  studentId: string | null;
};

export const stateOf = (round: { state: string }): RoundState =>
  ROUND_STATES.find((state) => state === round.state) ?? "draft";

/** Ids of the student records a person has taken up, at most five. */
export const recordsOf = async (client: Client, personId: string): Promise<string[]> => {
  const rows = await (client as ReadClient).student.findMany({
    where: { personId, state: "active" },
    take: 5,
    select: { id: true },
  });
  return rows.map(({ id }) => id);
};

/**
 * A round as far as the reader has a part in it, or null: staff of a school that takes part, staff of a host with seats
 * in it and students of it, the last two from the day it opens. Everybody else is told that nothing is there.
 */
export const seenRound = async (client: Client, ctx: PersonCtx, id: string): Promise<SeenRound | null> => {
  const db = client as ReadClient;
  const round = await db.round.findUnique({ where: { id } });
  if (!round) return null;
  const state = stateOf(round);
  const { organization, organizationId, personId } = ctx.actor;
  const staff = organization !== null && organization.role !== "student" ? organizationId : null;
  if (staff && round.schoolId === staff) return { round, part: "lead", state, studentId: null };
  if (staff) {
    const [school, slot] = await Promise.all([
      db.roundSchool.findUnique({ where: { roundId_schoolId: { roundId: id, schoolId: staff } } }),
      db.roundSlot.findFirst({ where: { roundId: id, hostId: staff }, select: { id: true } }),
    ]);
    if (school && school.state !== "declined") return { round, part: "school", state, studentId: null };
    if (slot && round.openedAt) return { round, part: "host", state, studentId: null };
  }
  if (!round.openedAt) return null;
  const own = await recordsOf(client, personId);
  const entered = own.length
    ? await db.roundStudent.findFirst({
        where: { roundId: id, studentId: { in: own } },
        select: { studentId: true },
      })
    : null;
  return entered ? { round, part: "student", state, studentId: entered.studentId } : null;
};

const ROLE: Refusal = { code: "forbidden", key: "rounds.errors.role" };

/** Owners and coordinators of the leading school; others of it are told why not, everybody else that nothing is there. */
export const leadRound = async (tx: Tx, ctx: PersonCtx & { actor: Member }, id: string, version?: number) => {
  const seen = await seenRound(tx, ctx, id);
  if (!seen || seen.part === "student") return reject({ code: "not_found", key: "errors.notFound" });
  if (seen.part !== "lead" || !mayWrite(ctx.actor)) return reject(ROLE);
  if (version !== undefined && seen.round.version !== version) return stale();
  return seen.round;
};

/** Owners and coordinators of a school that takes part in the round. */
export const schoolRound = async (tx: Tx, ctx: PersonCtx & { actor: Member }, id: string) => {
  const seen = await seenRound(tx, ctx, id);
  if (!seen || (seen.part !== "lead" && seen.part !== "school"))
    return reject({ code: "not_found", key: "errors.notFound" });
  if (!mayWrite(ctx.actor)) return reject(ROLE);
  return seen.round;
};

/** Moves a round by its table, or rejects with the reason in words. Comes out: the state it comes to. */
export const movedRound = async (
  tx: Tx,
  round: { id: string; state: string; stale: boolean },
  move: RoundMove,
): Promise<RoundState> => {
  const [slots, students, unanswered] = await Promise.all([
    tx.roundSlot.count({ where: { roundId: round.id, withdrawnAt: null } }),
    tx.roundStudent.count({ where: { roundId: round.id } }),
    tx.roundSchool.count({ where: { roundId: round.id, state: "invited" } }),
  ]);
  const moved = moveRound(stateOf(round), move, { slots, students, unanswered, stale: round.stale });
  return moved.ok ? moved.to : reject({ code: "conflict", key: `rounds.errors.${moved.reason}` });
};

/** Writes a round with its version counted up; somebody who came first makes it a conflict. */
export const saveRound = async (
  tx: Tx,
  round: { id: string; version: number },
  data: Parameters<Tx["round"]["updateMany"]>[0]["data"],
  at: Date,
): Promise<void> => {
  const { count } = await tx.round.updateMany({
    where: { id: round.id, version: round.version },
    data: { ...data, updatedAt: at, version: { increment: 1 } },
  });
  if (count === 0) stale();
};
