const KEPT = 256;
const COUNTER_BITS = 2 ** 26;

/** How far the ids of an instant have counted; the instants of a story may be told again and out of order. */
const counted = new Map<number, number>();

const nextCount = (now: number): number => {
  const before = counted.get(now);
  const next =
    before === undefined
      ? crypto.getRandomValues(new Uint32Array(1))[0]! % 2 ** 24
      : (before + 1) % COUNTER_BITS;
  counted.delete(now);
  counted.set(now, next);
  if (counted.size > KEPT) counted.delete(counted.keys().next().value!);
  return next;
};

/**
 * A UUIDv7: sorts by creation time, so primary keys stay append-friendly and keyset pages need no second column. Within one
 * millisecond of one process it counts on from a random number (RFC 9562, 6.2), so that what came later stands later.
 */
export const newId = (now: number = Date.now()): string => {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  const count = nextCount(now);
  for (let place = 0; place < 6; place += 1) bytes[place] = Math.floor(now / 2 ** (8 * (5 - place))) & 0xff;
  bytes[6] = 0x70 | (count >> 22);
  bytes[7] = (count >> 14) & 0xff;
  bytes[8] = 0x80 | ((count >> 8) & 0x3f);
  bytes[9] = count & 0xff;
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
};

const ID = /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

export const isId = (text: string): boolean => ID.test(text);
