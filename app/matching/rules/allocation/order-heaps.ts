/**
 * Many heaps in one array, the worst (highest order) of each on top. Heap h is the cells start[h] … start[h+1]-1: its
 * count, then pairs of order and item (a student or an edge). A heap's cells lie together because at city size the time goes into
 * fetching memory, not into comparing.
 */
export type OrderHeaps = { start: Int32Array; cells: Int32Array };

/** In: the most entries each heap will hold. Out: the heaps, empty. The caller never pushes into a full one. */
export const orderHeaps = (room: Int32Array): OrderHeaps => {
  const start = new Int32Array(room.length + 1);
  for (let heap = 0; heap < room.length; heap++) start[heap + 1] = start[heap]! + 1 + 2 * room[heap]!;
  return { start, cells: new Int32Array(start[room.length]!) };
};

/** How many students a heap holds. */
export const countOf = ({ start, cells }: OrderHeaps, heap: number): number => cells[start[heap]!]!;

/** True when a heap holds as many as it has room for. */
export const isFull = ({ start, cells }: OrderHeaps, heap: number): boolean => {
  const base = start[heap]!;
  return base + 1 + 2 * cells[base]! === start[heap + 1]!;
};

/** The order on top of a heap, or -1 when it is empty. */
export const topOrder = ({ start, cells }: OrderHeaps, heap: number): number => {
  const base = start[heap]!;
  return cells[base]! > 0 ? cells[base + 1]! : -1;
};

/** Puts a student in. The heap must not be full. */
export const pushHeap = (
  { start, cells }: OrderHeaps,
  heap: number,
  order: number,
  student: number,
): void => {
  const first = start[heap]! + 1;
  let at = cells[first - 1]!++;
  while (at > 0) {
    const parent = (at - 1) >> 1;
    const above = cells[first + 2 * parent]!;
    if (above >= order) break;
    cells[first + 2 * at] = above;
    cells[first + 2 * at + 1] = cells[first + 2 * parent + 1]!;
    at = parent;
  }
  cells[first + 2 * at] = order;
  cells[first + 2 * at + 1] = student;
};

const sinkInto = (cells: Int32Array, first: number, count: number, order: number, student: number): void => {
  let at = 0;
  for (;;) {
    let child = 2 * at + 1;
    if (child >= count) break;
    let below = cells[first + 2 * child]!;
    if (child + 1 < count && cells[first + 2 * child + 2]! > below) {
      child++;
      below = cells[first + 2 * child]!;
    }
    if (below <= order) break;
    cells[first + 2 * at] = below;
    cells[first + 2 * at + 1] = cells[first + 2 * child + 1]!;
    at = child;
  }
  cells[first + 2 * at] = order;
  cells[first + 2 * at + 1] = student;
};

/** Takes the worst student out and puts another in. Out: the student taken out. The heap must not be empty. */
export const replaceTop = (
  { start, cells }: OrderHeaps,
  heap: number,
  order: number,
  student: number,
): number => {
  const first = start[heap]! + 1;
  const worst = cells[first + 1]!;
  sinkInto(cells, first, cells[first - 1]!, order, student);
  return worst;
};

/** Takes the worst student out. The heap must not be empty. */
export const popHeap = ({ start, cells }: OrderHeaps, heap: number): number => {
  const first = start[heap]! + 1;
  const worst = cells[first + 1]!;
  const last = --cells[first - 1]!;
  if (last > 0) sinkInto(cells, first, last, cells[first + 2 * last]!, cells[first + 2 * last + 1]!);
  return worst;
};
