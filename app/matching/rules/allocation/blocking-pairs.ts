import { type Admissions, admissionsOf, barTo } from "./admissions";
import { type Assignment, type Market, openSeats } from "./market";

export type BlockingPair = { student: number; edge: number; slot: number };

/** A bound that an assignment breaks: which one, and the number of the slot, share, unit or student. */
export type Breach = { bound: "notAcceptable" | "capacity" | "quota" | "reserved" | "unit"; at: number };

const lengthOf = (start: Int32Array, list: number): number => start[list + 1]! - start[list]!;

/**
 * The bounds an assignment breaks, first `most` of them; empty for a lawful one.
 * In: a market and any assignment of it. Knows nothing of the solver.
 */
export const findBreaches = (market: Market, assignment: Assignment, most = 100): Breach[] => {
  const { limits } = market;
  const admissions: Admissions = admissionsOf(market, assignment);
  const breaches: Breach[] = [];
  const add = (bound: Breach["bound"], at: number) => {
    if (breaches.length < most) breaches.push({ bound, at });
  };
  for (let student = 0; student < market.students; student++) {
    const edge = assignment.edge[student]!;
    if (edge < 0) continue;
    const own = edge >= market.choiceStart[student]! && edge < market.choiceStart[student + 1]!;
    if (!own || market.choiceOrder[edge]! < 0) add("notAcceptable", student);
  }
  for (let slot = 0; slot < market.slots; slot++) {
    if (lengthOf(admissions.slotStart, slot) > market.capacity[slot]!) add("capacity", slot);
    if (!limits) continue;
    let used = 0;
    for (let share = limits.shareStart[slot]!; share < limits.shareStart[slot + 1]!; share++) {
      const count = lengthOf(admissions.shareStart, share);
      if (count > limits.shareQuota[share]!) add("quota", share);
      used += Math.max(0, count - limits.shareReserved[share]!);
    }
    if (used > openSeats(market, limits, slot)) add("reserved", slot);
  }
  if (limits)
    for (let unit = 0; unit < limits.unitCap.length; unit++)
      if (lengthOf(admissions.unitStart, unit) > limits.unitCap[unit]!) add("unit", unit);
  return breaches;
};

/**
 * The pairs that would rather have each other, first `most` of them; a matching without any (and without breaches)
 * is stable. The notion: a student likes a slot better than what it holds, the host accepts it, and it is *not*
 * true that admissions which come before it in the order already fill
 *   (a) the quota of its category in that slot, (b) the seats of that slot it may use, or (c) the cap of its unit.
 * Without quotas, reservations and units this is plain stability. With caps it is the kernel of the unit's matroid
 * under the unit's order (Fleiner 2003), which implies weak stability in the sense of Kamada and Kojima 2017: a pair
 * that remains is barred by a full unit, and nobody in the slot comes after the student.
 * In: a market and any assignment of it; uses nothing of the solver. Out: numbers of students, edges and slots.
 */
export const findBlockingPairs = (market: Market, assignment: Assignment, most = 100): BlockingPair[] => {
  const admissions = admissionsOf(market, assignment);
  const pairs: BlockingPair[] = [];
  for (let student = 0; student < market.students; student++) {
    const held = assignment.edge[student]!;
    const end = held < 0 ? market.choiceStart[student + 1]! : held;
    for (let edge = market.choiceStart[student]!; edge < end; edge++) {
      if (barTo(market, admissions, student, edge) !== null) continue;
      if (pairs.length === most) return pairs;
      pairs.push({ student, edge, slot: market.choiceSlot[edge]! });
    }
  }
  return pairs;
};
