/** Many heaps in two arrays, the worst (highest order) of each on top. The caller never pushes into a full one. */
export type OrderHeaps = {
  start: Int32Array;
  count: Int32Array;
  order: Int32Array;
  student: Int32Array;
};

/** In: the most entries each heap will hold. Out: the heaps, empty. */
export const orderHeaps = (room: Int32Array): OrderHeaps => {
  const start = new Int32Array(room.length + 1);
  for (let heap = 0; heap < room.length; heap++) start[heap + 1] = start[heap]! + room[heap]!;
  const total = start[room.length]!;
  return {
    start,
    count: new Int32Array(room.length),
    order: new Int32Array(total),
    student: new Int32Array(total),
  };
};

/** The order on top of a heap, or -1 when it is empty. */
export const topOrder = (heaps: OrderHeaps, heap: number): number =>
  heaps.count[heap]! > 0 ? heaps.order[heaps.start[heap]!]! : -1;

export const pushHeap = (heaps: OrderHeaps, heap: number, order: number, student: number): void => {
  const { order: orders, student: students } = heaps;
  const base = heaps.start[heap]!;
  let at = heaps.count[heap]!++;
  while (at > 0) {
    const parent = (at - 1) >> 1;
    const above = orders[base + parent]!;
    if (above >= order) break;
    orders[base + at] = above;
    students[base + at] = students[base + parent]!;
    at = parent;
  }
  orders[base + at] = order;
  students[base + at] = student;
};

const sinkInto = (heaps: OrderHeaps, base: number, count: number, order: number, student: number): void => {
  const { order: orders, student: students } = heaps;
  let at = 0;
  for (;;) {
    let child = 2 * at + 1;
    if (child >= count) break;
    let below = orders[base + child]!;
    if (child + 1 < count && orders[base + child + 1]! > below) below = orders[base + ++child]!;
    if (below <= order) break;
    orders[base + at] = below;
    students[base + at] = students[base + child]!;
    at = child;
  }
  orders[base + at] = order;
  students[base + at] = student;
};

/** Takes the worst student out and puts another in. Out: the student taken out. */
export const replaceTop = (heaps: OrderHeaps, heap: number, order: number, student: number): number => {
  const base = heaps.start[heap]!;
  const worst = heaps.student[base]!;
  sinkInto(heaps, base, heaps.count[heap]!, order, student);
  return worst;
};

/** Takes the worst student out. The heap must not be empty. */
export const popHeap = (heaps: OrderHeaps, heap: number): number => {
  const base = heaps.start[heap]!;
  const worst = heaps.student[base]!;
  const last = --heaps.count[heap]!;
  if (last > 0) sinkInto(heaps, base, last, heaps.order[base + last]!, heaps.student[base + last]!);
  return worst;
};
