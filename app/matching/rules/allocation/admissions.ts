import { type Assignment, type Market, openSeats, shareOf } from "./market";

/** Who was admitted where, sorted, so that "how many stand before this one" is a binary search. */
export type Admissions = {
  slotStart: Int32Array;
  slotOrders: Int32Array;
  /** Present when the market has limits. */
  shareStart: Int32Array;
  shareOrders: Int32Array;
  unitStart: Int32Array;
  unitOrders: Int32Array;
};

const sortedLists = (
  lists: number,
  total: number,
  each: (put: (list: number, order: number) => void) => void,
) => {
  const start = new Int32Array(lists + 1);
  const orders = new Int32Array(total);
  each((list) => {
    start[list + 1]!++;
  });
  let sum = 0;
  for (let list = 1; list <= lists; list++) {
    sum += start[list]!;
    start[list] = sum;
  }
  const filled = start.slice(0, lists);
  each((list, order) => {
    orders[filled[list]!++] = order;
  });
  for (let list = 0; list < lists; list++)
    if (start[list + 1]! - start[list]! > 1) orders.subarray(start[list]!, start[list + 1]!).sort();
  return [start, orders] as const;
};

const NOTHING = new Int32Array(0);

/** In: a market and any assignment of it. Out: its admissions by slot, by share and by unit, best first. */
export const admissionsOf = (market: Market, { edge }: Assignment): Admissions => {
  const { limits, choiceSlot, choiceOrder } = market;
  let total = 0;
  for (const held of edge) if (held >= 0) total++;
  const each =
    (list: (student: number, slot: number) => number) => (put: (list: number, order: number) => void) => {
      for (let student = 0; student < market.students; student++) {
        const held = edge[student]!;
        if (held < 0) continue;
        const into = list(student, choiceSlot[held]!);
        if (into >= 0) put(into, choiceOrder[held]!);
      }
    };
  const [slotStart, slotOrders] = sortedLists(
    market.slots,
    total,
    each((_, slot) => slot),
  );
  if (!limits)
    return {
      slotStart,
      slotOrders,
      shareStart: NOTHING,
      shareOrders: NOTHING,
      unitStart: NOTHING,
      unitOrders: NOTHING,
    };
  const [shareStart, shareOrders] = sortedLists(
    limits.shareQuota.length,
    total,
    each((student, slot) => shareOf(limits, slot, limits.categoryOfStudent[student]!)),
  );
  const [unitStart, unitOrders] = sortedLists(
    limits.unitCap.length,
    total,
    each((_, slot) => limits.unitOfSlot[slot]!),
  );
  return { slotStart, slotOrders, shareStart, shareOrders, unitStart, unitOrders };
};

const before = (start: Int32Array, orders: Int32Array, list: number, order: number): number => {
  let low = start[list]!;
  let high = start[list + 1]!;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (orders[middle]! < order) low = middle + 1;
    else high = middle;
  }
  return low - start[list]!;
};

/** What keeps a student out of a slot that student likes better, or null: nothing does. */
export type Bar = "notListed" | "capacity" | "quota" | "reserved" | "unit" | null;

/**
 * Why an edge was not admitted, judged by the final admissions alone: enough admissions that come before it fill the
 * quota of its category, the seats it may use, or the cap of its unit. In: the student's edge and slot. House rule
 * for the order of reasons: the narrowest bound first.
 */
export const barTo = (market: Market, admissions: Admissions, student: number, edge: number): Bar => {
  const { limits } = market;
  const slot = market.choiceSlot[edge]!;
  const order = market.choiceOrder[edge]!;
  if (order < 0) return "notListed";
  if (!limits)
    return before(admissions.slotStart, admissions.slotOrders, slot, order) >= market.capacity[slot]!
      ? "capacity"
      : null;

  const share = shareOf(limits, slot, limits.categoryOfStudent[student]!);
  const { shareStart, shareOrders } = admissions;
  const sameShare = before(shareStart, shareOrders, share, order);
  const oneShare = limits.shareStart[slot + 1]! - limits.shareStart[slot]! === 1;
  if (!oneShare && sameShare >= limits.shareQuota[share]!) return "quota";
  if (sameShare >= limits.shareReserved[share]!) {
    let used = 0;
    for (let other = limits.shareStart[slot]!; other < limits.shareStart[slot + 1]!; other++)
      used += Math.max(0, before(shareStart, shareOrders, other, order) - limits.shareReserved[other]!);
    const open = openSeats(market, limits, slot);
    if (used >= open) return open === market.capacity[slot]! ? "capacity" : "reserved";
  }
  const unit = limits.unitOfSlot[slot]!;
  if (unit < 0) return null;
  const inUnit = before(admissions.unitStart, admissions.unitOrders, unit, order);
  return inUnit >= limits.unitCap[unit]! ? "unit" : null;
};
