import { type Assignment, applicantsPerSlot, type Market } from "./market";
import { orderHeaps, pushHeap, replaceTop } from "./order-heaps";

/**
 * Student-proposing deferred acceptance where only capacities bind. In waves: every student who holds nothing asks
 * the next slot on its list; a full slot keeps the better ones. Time grows with the number of proposals times the
 * logarithm of a slot's capacity, memory with the number of choices.
 * In: a market without limits. Out: the student-optimal stable matching; the order of students does not matter.
 * Source: Gale and Shapley 1962.
 */
export const deferPlain = (market: Market): Assignment => {
  const { students, choiceStart, choiceSlot, choiceOrder } = market;
  const room = applicantsPerSlot(market);
  for (let slot = 0; slot < room.length; slot++) room[slot] = Math.min(room[slot]!, market.capacity[slot]!);
  const heaps = orderHeaps(room);
  const { count, start, order: orders } = heaps;

  const next = choiceStart.slice(0, students);
  let waiting = new Int32Array(students);
  let rejected = new Int32Array(students);
  for (let student = 0; student < students; student++) waiting[student] = student;
  let waitingCount = students;
  let rounds = 0;

  while (waitingCount > 0) {
    let rejectedCount = 0;
    let proposals = 0;
    for (let at = 0; at < waitingCount; at++) {
      const student = waiting[at]!;
      const end = choiceStart[student + 1]!;
      let edge = next[student]!;
      while (edge < end && choiceOrder[edge]! < 0) edge++;
      next[student] = edge;
      if (edge === end) continue;
      proposals++;
      const slot = choiceSlot[edge]!;
      const order = choiceOrder[edge]!;
      if (count[slot]! < room[slot]!) {
        pushHeap(heaps, slot, order, student);
      } else if (room[slot] === 0 || order > orders[start[slot]!]!) {
        next[student] = edge + 1;
        rejected[rejectedCount++] = student;
      } else {
        const bumped = replaceTop(heaps, slot, order, student);
        next[bumped]!++;
        rejected[rejectedCount++] = bumped;
      }
    }
    if (proposals > 0) rounds++;
    [waiting, rejected] = [rejected, waiting];
    waitingCount = rejectedCount;
  }

  for (let student = 0; student < students; student++)
    if (next[student] === choiceStart[student + 1]) next[student] = -1;
  return { edge: next, rounds };
};
