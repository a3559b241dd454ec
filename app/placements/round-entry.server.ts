import { openField } from "~/platform/crypto/fields.server";
import type { Tx } from "~/platform/db/gate.server";
import { seatsLeft } from "./head-count.server";
import { type Bar, barredSet, barsOf, slotTerms } from "./round-judging.server";
import { type Criteria, pointsOf, scoreOf } from "./rules/round-criteria";
import { pairKey, type RoundEntry } from "./rules/round-input";

const CHUNK = 500;
const seatsBy = (text: string) => JSON.parse(text) as Record<string, number>;

const earliest = (dates: readonly string[]) => dates.reduce((a, b) => (a < b ? a : b), "9999-12-31");
const latest = (dates: readonly string[]) => dates.reduce((a, b) => (a > b ? a : b), "0001-01-01");

/** What hosts may weigh of the students of a round: major, entry year, credits in the ledger. */
const candidatesOf = async (tx: Tx, studentIds: readonly string[]) => {
  const found = new Map<string, { majorCode: string; entryYear: number; creditsCenti: number }>();
  for (let at = 0; at < studentIds.length; at += CHUNK) {
    const ids = studentIds.slice(at, at + CHUNK);
    const [students, credits] = await Promise.all([
      tx.student.findMany({
        where: { id: { in: ids } },
        select: { id: true, programmeId: true, entryYear: true },
      }),
      tx.creditEntry.groupBy({
        by: ["studentId"],
        where: { studentId: { in: ids }, act: { in: ["earned", "converted"] } },
        _sum: { creditsCenti: true },
      }),
    ]);
    const programmes = await tx.programme.findMany({
      where: { id: { in: [...new Set(students.map((one) => one.programmeId))] } },
      select: { id: true, majorCode: true },
    });
    const major = new Map(programmes.map((one) => [one.id, one.majorCode]));
    const earned = new Map(credits.map((one) => [one.studentId, one._sum.creditsCenti ?? 0]));
    for (const { id, programmeId, entryYear } of students)
      found.set(id, {
        majorCode: major.get(programmeId) ?? "",
        entryYear,
        creditsCenti: earned.get(id) ?? 0,
      });
  }
  return found;
};

/** What the head-count leaves: seats of each post by its slot, and of each unit over the days of all its slots. */
const boundsOf = async (
  tx: Tx,
  slots: readonly {
    id: string;
    hostId: string;
    postId: string | null;
    terms: { startsOn: string; endsOn: string };
  }[],
  now: Date,
) => {
  const postFree = new Map<string, number | null>();
  const unitFree = new Map<string, number>();
  for (const hostId of new Set(slots.map((one) => one.hostId))) {
    const own = slots.filter((slot) => slot.hostId === hostId);
    const from = earliest(own.map(({ terms }) => terms.startsOn));
    const to = latest(own.map(({ terms }) => terms.endsOn));
    const { unit } = await seatsLeft(tx, { hostId, postId: null, from, to, now });
    if (unit) unitFree.set(hostId, unit.free);
    for (const { id, postId, terms } of own) {
      const left = postId
        ? await seatsLeft(tx, { hostId, postId, from: terms.startsOn, to: terms.endsOn, now })
        : null;
      postFree.set(id, left?.post?.free ?? null);
    }
  }
  return { postFree, unitFree };
};

/**
 * Everything a round is computed from, read inside the caller's transaction. In: the round and the civil date. Out: the
 * entry for `roundInput`, the bars found with their findings, and the slots with their terms. A bounded number of
 * queries: some for each slot and host, none for each pair.
 */
export const roundEntry = async (
  tx: Tx,
  round: { id: string; seedSealed: string },
  on: string,
  now: Date,
): Promise<{ entry: RoundEntry; bars: Bar[] }> => {
  const roundId = round.id;
  const [rows, entered, choices, groups] = await Promise.all([
    tx.roundSlot.findMany({ where: { roundId }, orderBy: { code: "asc" }, take: 300 }),
    tx.roundStudent.findMany({ where: { roundId }, orderBy: { code: "asc" }, take: 5_000 }),
    tx.roundChoice.findMany({
      where: { roundId },
      orderBy: [{ studentId: "asc" }, { rank: "asc" }],
      take: 50_000,
    }),
    tx.roundGroup.findMany({ where: { roundId }, take: 1_000 }),
  ]);
  const slots = rows.map(slotTerms);
  const standing = slots.filter(({ withdrawnAt }) => withdrawnAt === null);
  const byId = new Map(standing.map((slot) => [slot.id, slot]));
  const ranks = await tx.roundRank.findMany({ where: { slotId: { in: standing.map(({ id }) => id) } } });
  const placed = new Map(ranks.map(({ slotId, studentId, place }) => [pairKey(studentId, slotId), place]));
  const bars = await barsOf(tx, choices, byId, on);
  const candidates = await candidatesOf(
    tx,
    entered.map(({ studentId }) => studentId),
  );
  const latestYear = Math.max(0, ...[...candidates.values()].map(({ entryYear }) => entryYear));
  const { postFree, unitFree } = await boundsOf(tx, standing, now);
  const chosen = new Map<string, string[]>();
  for (const { studentId, slotId } of choices)
    chosen.set(studentId, [...(chosen.get(studentId) ?? []), slotId]);
  const weights = new Map(standing.map(({ id, criteria }) => [id, JSON.parse(criteria) as Criteria]));
  return {
    bars,
    entry: {
      seed: openField("round.seed", round.seedSealed),
      students: entered.map(({ studentId, code, category, groupId }) => ({
        id: studentId,
        code,
        category,
        groupId,
        choices: chosen.get(studentId) ?? [],
      })),
      slots: slots.map(({ id, code, hostId, postId, capacity, reserved, quotas, withdrawnAt }) => ({
        id,
        code,
        hostId,
        postId,
        capacity,
        reserved: seatsBy(reserved),
        quotas: seatsBy(quotas),
        withdrawn: withdrawnAt !== null,
        postFree: postFree.get(id) ?? null,
      })),
      unitFree,
      groups,
      barred: barredSet(bars),
      score: (slotId, studentId) => {
        const [slot, candidate, weight] = [byId.get(slotId), candidates.get(studentId), weights.get(slotId)];
        if (!slot || !candidate || !weight) return null;
        const points = pointsOf(candidate, { majorCodes: slot.terms.majorCodes, latestYear }, weight);
        return scoreOf(placed.get(pairKey(studentId, slotId)), points);
      },
    },
  };
};
