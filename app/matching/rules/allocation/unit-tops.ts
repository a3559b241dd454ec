/**
 * For every unit the share whose worst student stands last in the unit's order, kept as a tournament: asking is one
 * look, a change costs the logarithm of the number of shares in the unit.
 */
export type UnitTops = {
  /** Leaf of each share within its unit's tree, -1 for a share outside every unit. */
  leaf: Int32Array;
  /** Root index of each unit's tree in `winner`; node k has children 2k and 2k+1 counted from the root's base. */
  base: Int32Array;
  width: Int32Array;
  winner: Int32Array;
};

/** In: the unit of each share (-1 for none) and the number of units. Out: trees in which every share is empty. */
export const unitTops = (unitOfShare: Int32Array, units: number): UnitTops => {
  const sharesIn = new Int32Array(units);
  const leaf = new Int32Array(unitOfShare.length).fill(-1);
  for (let share = 0; share < unitOfShare.length; share++) {
    const unit = unitOfShare[share]!;
    if (unit >= 0) leaf[share] = sharesIn[unit]!++;
  }
  const base = new Int32Array(units);
  const width = new Int32Array(units);
  let total = 0;
  for (let unit = 0; unit < units; unit++) {
    let size = 1;
    while (size < sharesIn[unit]!) size *= 2;
    base[unit] = total;
    width[unit] = size;
    total += 2 * size;
  }
  const winner = new Int32Array(total).fill(-1);
  for (let share = 0; share < unitOfShare.length; share++) {
    const unit = unitOfShare[share]!;
    if (unit >= 0) winner[base[unit]! + width[unit]! + leaf[share]!] = share;
  }
  return { leaf, base, width, winner };
};

/** Tells the tree of `unit` that the top of `share` changed. `top` gives a share's worst order, -1 when empty. */
export const noteTop = (
  tops: UnitTops,
  unit: number,
  share: number,
  top: (share: number) => number,
): void => {
  const { winner } = tops;
  const base = tops.base[unit]!;
  let node = (tops.width[unit]! + tops.leaf[share]!) >> 1;
  while (node >= 1) {
    const left = winner[base + 2 * node]!;
    const right = winner[base + 2 * node + 1]!;
    const leftTop = left < 0 ? -1 : top(left);
    const rightTop = right < 0 ? -1 : top(right);
    winner[base + node] = rightTop > leftTop ? right : left;
    node >>= 1;
  }
};

/** The share that holds the last student of the unit's order, or -1 before anybody was admitted. */
export const lastShare = (tops: UnitTops, unit: number): number => tops.winner[tops.base[unit]! + 1]!;
