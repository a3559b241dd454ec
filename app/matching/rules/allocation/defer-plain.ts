import { type Assignment, applicantsPerSlot, type Market } from "./market";
import { isFull, orderHeaps, pushHeap, replaceTop, topOrder } from "./order-heaps";

/** One bit for each place where a student's choices begin, and one past the last. */
const rowStarts = ({ students, choiceStart, choiceSlot }: Market): Uint32Array => {
  const bits = new Uint32Array((choiceSlot.length >>> 5) + 1);
  for (let student = 0; student <= students; student++) {
    const edge = choiceStart[student]!;
    bits[edge >>> 5]! |= 1 << (edge & 31);
  }
  return bits;
};

const has = (bits: Uint32Array, edge: number): boolean => ((bits[edge >>> 5]! >>> (edge & 31)) & 1) === 1;

/** The proposals of one wave: who asks (an edge), where, and how good it is there. */
type Wave = { edge: Int32Array; slot: Int32Array; order: Int32Array };

const wave = (size: number): Wave => ({
  edge: new Int32Array(size),
  slot: new Int32Array(size),
  order: new Int32Array(size),
});

/** A wave smaller than this is taken as it comes. */
const WORTH_SORTING = 4096;
const BLOCKS = 64;

/**
 * Puts a wave's proposals into blocks of neighbouring slots. At city size the slots' heaps do not fit a processor's
 * cache; one block's heaps do, so that each is fetched from memory once a wave and the time stays in line with the
 * number of proposals. Within a wave the order of proposals does not matter to the result.
 */
const sortIntoBlocks = (from: Wave, count: number, slots: number, into: Wave): void => {
  const perBlock = Math.ceil(slots / BLOCKS);
  const next = new Int32Array(BLOCKS + 1);
  for (let at = 0; at < count; at++) next[((from.slot[at]! / perBlock) | 0) + 1]!++;
  let sum = 0;
  for (let block = 1; block <= BLOCKS; block++) {
    sum += next[block]!;
    next[block] = sum;
  }
  for (let at = 0; at < count; at++) {
    const to = next[(from.slot[at]! / perBlock) | 0]!++;
    into.edge[to] = from.edge[at]!;
    into.slot[to] = from.slot[at]!;
    into.order[to] = from.order[at]!;
  }
};

/**
 * Student-proposing deferred acceptance where only capacities bind. In waves: every student who holds nothing asks
 * the next slot on its list; a full slot keeps the better ones. Time grows with the number of proposals times the
 * logarithm of a slot's capacity, memory with the number of choices. The loop handles edges only, never students:
 * the choice after a rejected one lies beside it, so a rejection touches little memory.
 * In: a market without limits. Out: the student-optimal stable matching; the order of students does not matter.
 * Source: Gale and Shapley 1962.
 */
export const deferPlain = (market: Market): Assignment => {
  const { students, slots, choiceStart, choiceSlot, choiceOrder } = market;
  const room = applicantsPerSlot(market);
  for (let slot = 0; slot < slots; slot++) room[slot] = Math.min(room[slot]!, market.capacity[slot]!);
  const heaps = orderHeaps(room);
  const starts = rowStarts(market);
  const gathered = wave(students);
  const sorted = wave(students);

  /** Who asks whom in the next wave; what a host does not accept is passed over, a list at its end drops out. */
  const gather = (waiting: Int32Array, count: number): number => {
    let asking = 0;
    for (let at = 0; at < count; at++) {
      let edge = waiting[at]!;
      let order = choiceOrder[edge]!;
      while (order < 0 && !has(starts, edge + 1)) order = choiceOrder[++edge]!;
      if (order < 0) continue;
      gathered.edge[asking] = edge;
      gathered.slot[asking] = choiceSlot[edge]!;
      gathered.order[asking++] = order;
    }
    return asking;
  };

  /** Lets the hosts keep the better ones. Out: how many were turned away and have a choice left. */
  const decide = ({ edge, slot, order }: Wave, count: number, rejected: Int32Array): number => {
    let out = 0;
    for (let at = 0; at < count; at++) {
      const host = slot[at]!;
      let loser = edge[at]!;
      if (!isFull(heaps, host)) {
        pushHeap(heaps, host, order[at]!, loser);
        continue;
      }
      if (order[at]! < topOrder(heaps, host)) loser = replaceTop(heaps, host, order[at]!, loser);
      if (!has(starts, loser + 1)) rejected[out++] = loser + 1;
    }
    return out;
  };

  const waiting = new Int32Array(students);
  let count = 0;
  for (let student = 0; student < students; student++)
    if (choiceStart[student]! < choiceStart[student + 1]!) waiting[count++] = choiceStart[student]!;
  let rounds = 0;
  for (;;) {
    const asking = gather(waiting, count);
    if (asking === 0) break;
    rounds++;
    const sorting = asking >= WORTH_SORTING;
    if (sorting) sortIntoBlocks(gathered, asking, slots, sorted);
    count = decide(sorting ? sorted : gathered, asking, waiting);
  }

  const edge = waiting.fill(-1);
  const held = new Uint32Array(starts.length);
  for (let slot = 0; slot < market.slots; slot++) {
    const first = heaps.start[slot]! + 1;
    for (let at = heaps.cells[first - 1]! - 1; at >= 0; at--) {
      const kept = heaps.cells[first + 2 * at + 1]!;
      held[kept >>> 5]! |= 1 << (kept & 31);
    }
  }
  for (let student = 0; student < students; student++)
    for (let at = choiceStart[student]!; at < choiceStart[student + 1]!; at++)
      if (has(held, at)) edge[student] = at;
  return { edge, rounds };
};
