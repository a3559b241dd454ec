import type { RoundDocument, RoundSlot } from "~/matching/rules/allocation/document";
import { compareIds } from "~/matching/rules/seeded-hash";

export type EnteredStudent = {
  id: string;
  code: string;
  category: string | null;
  groupId: string | null;
  /** slot ids, best first */
  choices: readonly string[];
};

export type OfferedSlot = {
  id: string;
  code: string;
  hostId: string;
  postId: string | null;
  capacity: number;
  reserved: Readonly<Record<string, number>>;
  quotas: Readonly<Record<string, number>>;
  withdrawn: boolean;
  /** seats the head-count of the post still allows, null where it is not known */
  postFree: number | null;
};

export type RoundEntry = {
  seed: string;
  students: readonly EnteredStudent[];
  slots: readonly OfferedSlot[];
  /** seats the head-count of each unit still allows; a unit not named has no bound of its own */
  unitFree: ReadonlyMap<string, number>;
  groups: readonly { id: string; code: string; founderId: string }[];
  /** "student slot" pairs the rules or a missing consent keep apart */
  barred: ReadonlySet<string>;
  /** the score of a student on a slot's list, null where the host does not want them */
  score: (slotId: string, studentId: string) => number | null;
};

/** The name of a pair of student and slot in a set. In: both ids. Out: one text. */
export const pairKey = (studentId: string, slotId: string): string => `${studentId} ${slotId}`;

const byCode = <T extends { code: string }>(rows: readonly T[]): T[] =>
  [...rows].sort((a, b) => compareIds(a.code, b.code));

/**
 * Seats each slot goes into the round with: its own, less what the head-count of its post leaves. Slots of one post
 * share what is left in the order of their codes, so that together they never exceed it. House rule.
 */
export const seatsIn = (slots: readonly OfferedSlot[]): Map<string, number> => {
  const left = new Map<string, number>();
  const seats = new Map<string, number>();
  for (const slot of byCode(slots)) {
    if (slot.withdrawn) continue;
    const free =
      slot.postId === null || slot.postFree === null ? null : (left.get(slot.postId) ?? slot.postFree);
    const given = free === null ? slot.capacity : Math.max(0, Math.min(slot.capacity, free));
    if (slot.postId !== null && free !== null) left.set(slot.postId, free - given);
    seats.set(slot.id, given);
  }
  return seats;
};

/** Reserved seats that still fit the seats there are, in the order of the categories' names. */
const reservedWithin = (slot: OfferedSlot, seats: number, known: ReadonlySet<string>) => {
  let open = seats;
  const kept: [string, number][] = [];
  for (const [category, wished] of Object.entries(slot.reserved).sort(([a], [b]) => compareIds(a, b))) {
    const given = Math.min(wished, open, slot.quotas[category] ?? wished);
    if (given <= 0 || !known.has(category)) continue;
    kept.push([category, given]);
    open -= given;
  }
  return kept.length > 0 ? { reserved: Object.fromEntries(kept) } : {};
};

const quotasOf = (slot: OfferedSlot, known: ReadonlySet<string>) => {
  const kept = Object.entries(slot.quotas).filter(([category]) => known.has(category));
  return kept.length > 0 ? { quotas: Object.fromEntries(kept) } : {};
};

/** A group's joint choices: the founder's, as far as every member listed them too and none is barred. */
const jointOf = (
  members: readonly EnteredStudent[],
  founderId: string,
  open: (s: EnteredStudent) => string[],
) => {
  const founder = members.find(({ id }) => id === founderId) ?? members[0];
  if (!founder) return [];
  const lists = members.map((member) => new Set(open(member)));
  return open(founder).filter((slot) => lists.every((list) => list.has(slot)));
};

/**
 * The anonymised input of a round. In: what was entered, the bounds, the pairs kept apart and the scores. Out: the
 * document `readRoundDocument` takes: students, slots, units and groups under their codes alone, in the order of the
 * codes; a choice the rules bar is left out, a slot withdrawn is not there, a unit stands with the seats its
 * head-count leaves. Scores are given only for those who chose the slot: of nobody else is anything told.
 */
export const roundInput = (entry: RoundEntry): RoundDocument => {
  const seats = seatsIn(entry.slots);
  const slotCode = new Map(entry.slots.map(({ id, code }) => [id, code]));
  const open = (student: EnteredStudent): string[] =>
    student.choices.filter((slot) => seats.has(slot) && !entry.barred.has(pairKey(student.id, slot)));
  const students = byCode(entry.students);
  const categories = [...new Set(students.flatMap(({ category }) => category ?? []))].sort(compareIds);
  const known = new Set(categories);

  const wanted = new Map<string, EnteredStudent[]>();
  for (const student of students)
    for (const slot of open(student)) wanted.set(slot, [...(wanted.get(slot) ?? []), student]);

  const offered = byCode(entry.slots).filter(({ id }) => seats.has(id));
  const hosts = [...new Set(offered.map(({ hostId }) => hostId))].filter((id) => entry.unitFree.has(id));
  const unitCode = new Map(hosts.map((id, at) => [id, `U${String(at + 1).padStart(2, "0")}`]));

  const slots = offered.map((slot): RoundSlot => {
    const scores = (wanted.get(slot.id) ?? []).flatMap((student): [string, number][] => {
      const score = entry.score(slot.id, student.id);
      return score === null ? [] : [[student.code, score]];
    });
    const capacity = seats.get(slot.id) ?? 0;
    const unit = unitCode.get(slot.hostId);
    return {
      id: slot.code,
      capacity,
      scores: Object.fromEntries(scores),
      ...(unit ? { unit } : {}),
      ...reservedWithin(slot, capacity, known),
      ...quotasOf(slot, known),
    };
  });

  const groups = byCode(entry.groups).flatMap(({ id, code, founderId }) => {
    const members = students.filter(({ groupId }) => groupId === id);
    const choices = members.length > 1 ? jointOf(members, founderId, open) : [];
    return choices.length === 0
      ? []
      : [
          {
            id: code,
            students: members.map((member) => member.code),
            choices: choices.map((slot) => slotCode.get(slot) ?? slot),
          },
        ];
  });

  return {
    students: students.map((student) => ({
      id: student.code,
      choices: open(student).map((slot) => slotCode.get(slot) ?? slot),
      ...(student.category === null ? {} : { category: student.category }),
    })),
    slots,
    ...(hosts.length > 0
      ? {
          units: hosts.map((id) => ({
            id: unitCode.get(id) ?? id,
            cap: Math.max(0, entry.unitFree.get(id) ?? 0),
          })),
        }
      : {}),
    ...(groups.length > 0 ? { groups } : {}),
    ...(categories.length > 0 ? { categories } : {}),
    seed: entry.seed,
  };
};

/** A document or result as it is published and as the command prints it: the same bytes for the same value. */
export const publishedText = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`;
