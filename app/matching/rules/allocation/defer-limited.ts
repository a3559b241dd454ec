import { type Assignment, applicantsPerSlot, type Limits, type Market, openSeats, shareOf } from "./market";
import { countOf, orderHeaps, popHeap, pushHeap, replaceTop, topOrder } from "./order-heaps";
import { lastShare, noteTop, unitTops } from "./unit-tops";

const roomPerShare = (market: Market, limits: Limits, open: Int32Array): Int32Array => {
  const applicants = applicantsPerSlot(market);
  const room = new Int32Array(limits.shareQuota.length);
  for (let slot = 0; slot < market.slots; slot++)
    for (let share = limits.shareStart[slot]!; share < limits.shareStart[slot + 1]!; share++)
      room[share] = Math.min(
        applicants[slot]!,
        limits.shareQuota[share]!,
        limits.shareReserved[share]! + open[slot]!,
      );
  return room;
};

/**
 * Student-proposing deferred acceptance under unit caps, quotas and reserved seats. What a unit may hold at once (a
 * set of admissions within its cap, its slots' capacities, quotas and reservations) is a matroid: each slot's
 * bounds form one, and a cap truncates their sum. A unit keeps the best set by its order, which is the greedy set, and
 * when one more admission is too many, the worst of those that could make room goes.
 * In: a market with limits, reserved seats of a slot within its capacity and quotas. Out: the student-optimal
 * matching stable under the unit order (`blocking-pairs.ts` states the notion); truth-telling is safe for students.
 * Source: Fleiner 2003 (matroid kernels), Hatfield and Milgrom 2005 (substitutes and the law of aggregate demand).
 */
export const deferLimited = (market: Market, limits: Limits): Assignment => {
  const { students, choiceStart, choiceSlot, choiceOrder } = market;
  const { unitOfSlot, unitCap, shareStart, shareReserved, shareQuota } = limits;
  const shares = shareQuota.length;
  const open = new Int32Array(market.slots);
  const slotOfShare = new Int32Array(shares);
  const unitOfShare = new Int32Array(shares);
  for (let slot = 0; slot < market.slots; slot++) {
    open[slot] = openSeats(market, limits, slot);
    for (let share = shareStart[slot]!; share < shareStart[slot + 1]!; share++) {
      slotOfShare[share] = slot;
      unitOfShare[share] = unitOfSlot[slot]!;
    }
  }
  const heaps = orderHeaps(roomPerShare(market, limits, open));
  const count = (share: number) => countOf(heaps, share);
  const tops = unitTops(unitOfShare, unitCap.length);
  const top = (share: number) => topOrder(heaps, share);
  const usedOpen = new Int32Array(market.slots);
  const admitted = new Int32Array(unitCap.length);

  /** The share whose top is worst among those that take open seats, `joining` counted among them. */
  const worstInOpen = (slot: number, joining: number): number => {
    let worst = -1;
    let worstOrder = -1;
    for (let share = shareStart[slot]!; share < shareStart[slot + 1]!; share++) {
      if (share !== joining && count(share) <= shareReserved[share]!) continue;
      if (top(share) > worstOrder) {
        worst = share;
        worstOrder = top(share);
      }
    }
    return worst;
  };

  /** Where room must be made before one more student joins the share: -2 for nowhere, -1 for "nobody there". */
  const crowdedShare = (slot: number, share: number): number => {
    if (count(share) >= shareQuota[share]!) return count(share) > 0 ? share : -1;
    if (count(share) >= shareReserved[share]! && usedOpen[slot]! >= open[slot]!)
      return worstInOpen(slot, share);
    const unit = unitOfSlot[slot]!;
    if (unit >= 0 && admitted[unit]! >= unitCap[unit]!)
      return unitCap[unit] === 0 ? -1 : lastShare(tops, unit);
    return -2;
  };

  const note = (share: number) => {
    if (unitOfShare[share]! >= 0) noteTop(tops, unitOfShare[share]!, share, top);
  };

  const release = (share: number): number => {
    const slot = slotOfShare[share]!;
    if (count(share) > shareReserved[share]!) usedOpen[slot]!--;
    if (unitOfShare[share]! >= 0) admitted[unitOfShare[share]!]!--;
    const student = popHeap(heaps, share);
    note(share);
    return student;
  };

  const admit = (share: number, order: number, student: number) => {
    const slot = slotOfShare[share]!;
    if (count(share) >= shareReserved[share]!) usedOpen[slot]!++;
    if (unitOfShare[share]! >= 0) admitted[unitOfShare[share]!]!++;
    pushHeap(heaps, share, order, student);
    note(share);
  };

  /** Out: who is left without a place after the proposal, or -1. */
  const propose = (student: number, edge: number): number => {
    const slot = choiceSlot[edge]!;
    const order = choiceOrder[edge]!;
    const share = shareOf(limits, slot, limits.categoryOfStudent[student]!);
    const crowded = crowdedShare(slot, share);
    if (crowded === -2) {
      admit(share, order, student);
      return -1;
    }
    if (crowded === -1 || order > top(crowded)) return student;
    if (crowded === share) {
      const bumped = replaceTop(heaps, share, order, student);
      note(share);
      return bumped;
    }
    const bumped = release(crowded);
    admit(share, order, student);
    return bumped;
  };

  const next = choiceStart.slice(0, students);
  let waiting = Int32Array.from({ length: students }, (_, student) => student);
  let waitingCount = students;
  let rejected = new Int32Array(students);
  let rounds = 0;
  while (waitingCount > 0) {
    let rejectedCount = 0;
    let proposals = 0;
    for (let at = 0; at < waitingCount; at++) {
      const student = waiting[at]!;
      const end = choiceStart[student + 1]!;
      while (next[student]! < end && choiceOrder[next[student]!]! < 0) next[student]!++;
      if (next[student] === end) continue;
      proposals++;
      const bumped = propose(student, next[student]!);
      if (bumped < 0) continue;
      next[bumped]!++;
      rejected[rejectedCount++] = bumped;
    }
    if (proposals > 0) rounds++;
    [waiting, rejected] = [rejected, waiting];
    waitingCount = rejectedCount;
  }
  for (let student = 0; student < students; student++)
    if (next[student] === choiceStart[student + 1]) next[student] = -1;
  return { edge: next, rounds };
};
