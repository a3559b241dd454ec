/**
 * A market as typed arrays: what the solver and the checker work on. Students and slots are numbers from 0. The
 * choices of student s are the edges choiceStart[s] … choiceStart[s+1]-1, best first.
 */
export type Market = {
  students: number;
  slots: number;
  choiceStart: Int32Array;
  choiceSlot: Int32Array;
  /**
   * Where the edge stands in the host's order, lower is better, -1 is "not acceptable to the host". No two edges of
   * one slot are equal, nor two edges of one unit.
   */
  choiceOrder: Int32Array;
  capacity: Int32Array;
  limits: Limits | null;
};

/** Bounds beyond a slot's capacity. */
export type Limits = {
  /** Unit of each slot, -1 for none. */
  unitOfSlot: Int32Array;
  unitCap: Int32Array;
  /** Category of each student, -1 for none. */
  categoryOfStudent: Int32Array;
  /**
   * Shares of a slot: slot p has the shares shareStart[p] … shareStart[p+1]-1, one for each category it treats apart
   * and a last one (category -1) for everybody else.
   */
  shareStart: Int32Array;
  shareCategory: Int32Array;
  /** Seats only this category may take. */
  shareReserved: Int32Array;
  /** At most so many of this category. */
  shareQuota: Int32Array;
};

/** For each student the edge it holds, or -1; and in how many waves of proposals that was reached. */
export type Assignment = { edge: Int32Array; rounds: number };

/** The share of a slot that counts a student of the given category. */
export const shareOf = (limits: Limits, slot: number, category: number): number => {
  const last = limits.shareStart[slot + 1]! - 1;
  if (category < 0) return last;
  for (let share = limits.shareStart[slot]!; share < last; share++)
    if (limits.shareCategory[share] === category) return share;
  return last;
};

/** Seats of a slot that are not reserved for a category. */
export const openSeats = (market: Market, limits: Limits, slot: number): number => {
  let open = market.capacity[slot]!;
  for (let share = limits.shareStart[slot]!; share < limits.shareStart[slot + 1]!; share++)
    open -= limits.shareReserved[share]!;
  return open;
};

/** How many acceptable edges each slot has: no heap need be larger. */
export const applicantsPerSlot = (market: Market): Int32Array => {
  const applicants = new Int32Array(market.slots);
  for (let edge = 0; edge < market.choiceSlot.length; edge++)
    if (market.choiceOrder[edge]! >= 0) applicants[market.choiceSlot[edge]!]!++;
  return applicants;
};
