import type { RoundResult } from "~/matching/rules/allocation/document";
import { read } from "~/platform/db/client.server";
import type { KeptFinding } from "../round-judging.server";

const MOST_ROWS = 300;
const MOST_UNMATCHED = 200;

const orEmpty = (result: string | null): RoundResult | null =>
  result ? (JSON.parse(result) as RoundResult) : null;

/** How often each rule kept a pair apart, worst first: what to mend before a second round. */
const ruleCounts = (bars: readonly { reason: string; findings: string }[]) => {
  const counts = new Map<string, { finding: KeptFinding | null; pairs: number }>();
  for (const { reason, findings } of bars) {
    const told = reason === "rules" ? (JSON.parse(findings) as KeptFinding[]) : [null];
    for (const finding of told) {
      const key = finding?.rule ?? reason;
      counts.set(key, { finding, pairs: (counts.get(key)?.pairs ?? 0) + 1 });
    }
  }
  return [...counts].map(([rule, count]) => ({ rule, ...count })).sort((a, b) => b.pairs - a.pairs);
};

/**
 * The result of a computed round as a school sees it before and after confirming: its own students by slot (the leading
 * school sees all), who found nothing, seats left, and which rules kept pairs apart. In: the round, the school, whether
 * it leads. Out: at most 300 slots, 200 unmatched students.
 */
export const roundResult = async (
  round: { id: string; result: string | null },
  schoolId: string,
  leads: boolean,
) => {
  const roundId = round.id;
  const own = leads ? {} : { schoolId };
  const [slots, matched, unmatched, unmatchedCount, bars, choices] = await Promise.all([
    read.roundSlot.findMany({ where: { roundId }, orderBy: { code: "asc" }, take: MOST_ROWS }),
    read.roundStudent.findMany({
      where: { roundId, ...own, slotId: { not: null } },
      orderBy: { code: "asc" },
      take: 3_000,
    }),
    read.roundStudent.findMany({
      where: { roundId, ...own, slotId: null },
      orderBy: { code: "asc" },
      take: MOST_UNMATCHED,
    }),
    read.roundStudent.count({ where: { roundId, ...own, slotId: null } }),
    read.roundBar.findMany({
      where: { roundId },
      take: 30_000,
      select: { studentId: true, reason: true, findings: true },
    }),
    read.roundChoice.findMany({
      where: { roundId },
      take: 30_000,
      select: { studentId: true, slotId: true, rank: true },
    }),
  ]);
  const seen = new Set([...matched, ...unmatched].map(({ studentId }) => studentId));
  const people = [];
  const ids = [...seen];
  for (let at = 0; at < ids.length; at += 500)
    people.push(
      ...(await read.student.findMany({
        where: { id: { in: ids.slice(at, at + 500) } },
        select: { id: true, name: true, className: true },
      })),
    );
  const hosts = await read.organization.findMany({
    where: { id: { in: slots.map(({ hostId }) => hostId) } },
    select: { id: true, name: true },
  });
  const entered = new Map([...matched, ...unmatched].map((one) => [one.studentId, one]));
  // Students of another school are known to the leading one by their codes alone.
  const person = new Map(
    people.map((one) => {
      const row = entered.get(one.id);
      const own = row?.schoolId === schoolId;
      return [
        one.id,
        own ? { ...one, own } : { id: one.id, name: row?.code ?? "", className: "", own },
      ] as const;
    }),
  );
  const rankOf = new Map(choices.map((one) => [`${one.studentId} ${one.slotId}`, one.rank]));
  const listed = new Map<string, number>();
  for (const { studentId } of choices) listed.set(studentId, (listed.get(studentId) ?? 0) + 1);
  const barred = new Map<string, number>();
  for (const { studentId } of bars) barred.set(studentId, (barred.get(studentId) ?? 0) + 1);
  const result = orEmpty(round.result);
  const left = new Map((result?.unfilled ?? []).map(({ slot, seats }) => [slot, seats]));
  const firsts = matched.filter((one) => rankOf.get(`${one.studentId} ${one.slotId}`) === 1).length;
  return {
    stable: result?.stable ?? false,
    stability: result?.stability ?? ("plain" as const),
    waves: result?.rounds ?? 0,
    groups: result?.groups ?? [],
    totals: {
      matched: matched.length,
      unmatched: unmatchedCount,
      firsts,
      seatsLeft: [...left.values()].reduce((sum, seats) => sum + seats, 0),
    },
    slots: slots.map((slot) => ({
      id: slot.id,
      code: slot.code,
      title: slot.title,
      host: hosts.find(({ id }) => id === slot.hostId)?.name ?? "",
      capacity: slot.seatsLeft ?? slot.capacity,
      asked: slot.capacity,
      left: left.get(slot.code) ?? 0,
      withdrawnFor: slot.withdrawnAt ? slot.withdrawnFor : null,
      students: matched
        .filter(({ slotId }) => slotId === slot.id)
        .flatMap(({ studentId }) => {
          const found = person.get(studentId);
          return found ? [{ ...found, rank: rankOf.get(`${studentId} ${slot.id}`) ?? 0 }] : [];
        }),
    })),
    unmatched: unmatched.flatMap(({ studentId }) => {
      const found = person.get(studentId);
      return found
        ? [{ ...found, choices: listed.get(studentId) ?? 0, barred: barred.get(studentId) ?? 0 }]
        : [];
    }),
    rules: ruleCounts(leads ? bars : bars.filter(({ studentId }) => seen.has(studentId))).slice(0, 20),
  };
};
