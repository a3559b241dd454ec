/**
 * A 32-bit number for an id under a published seed, the same on every machine and in every version: FNV-1a over the
 * UTF-16 code units of `seed`, a zero byte and `id`, then the Murmur3 finalizer so that neighbouring ids part.
 * In: any two strings. Out: an integer 0…4294967295. Never refuses. House rule: equal numbers are ordered by id.
 */
export const seededHash = (seed: string, id: string): number => {
  let hash = 0x811c9dc5;
  const mix = (text: string) => {
    for (let at = 0; at < text.length; at++) {
      const unit = text.charCodeAt(at);
      hash = Math.imul(hash ^ (unit & 0xff), 0x01000193);
      hash = Math.imul(hash ^ (unit >>> 8), 0x01000193);
    }
  };
  mix(seed);
  hash = Math.imul(hash, 0x01000193);
  mix(id);
  hash ^= hash >>> 16;
  hash = Math.imul(hash, 0x85ebca6b);
  hash ^= hash >>> 13;
  hash = Math.imul(hash, 0xc2b2ae35);
  hash ^= hash >>> 16;
  return hash >>> 0;
};

/** Compares ids as strings of code units: the last tie-break everywhere, independent of locale. */
export const compareIds = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
