import { type Figure, SMALLEST_TOLD } from "./indicators/figure";

/** A cell of a table: what it is called and the counts of persons it would give away, one for each kind of count. */
export type PersonCell = { readonly key: string; readonly counts: readonly number[] };

export type Suppressed = {
  readonly hidden: ReadonlySet<string>;
  /** even hiding every cell leaves the total telling too much */
  readonly totalHidden: boolean;
};

const few = (count: number): boolean => count > 0 && count < SMALLEST_TOLD;

const sizeOf = ({ counts }: PersonCell): number => counts.reduce((sum, count) => sum + count, 0);

/** Whether nobody who knows the total and the told cells can narrow a hidden one down to fewer than five persons. */
const holds = (hidden: readonly PersonCell[]): boolean => {
  if (hidden.length === 0) return true;
  if (hidden.length === 1) return false;
  const kinds = Math.max(...hidden.map(({ counts }) => counts.length));
  return Array.from({ length: kinds }, (_, kind) => kind).every(
    (kind) => !few(hidden.reduce((sum, { counts }) => sum + (counts[kind] ?? 0), 0)),
  );
};

/**
 * Which cells of a table are not told. Goes in: the cells that make up a total, whether the total is told, and cells hidden
 * for other reasons. Comes out: every cell that stands for one to four persons; and, where the total is told, further cells
 * — the smallest first, empty ones last — until what is hidden is at least two cells that stand for five persons or more
 * together in every kind of count, so that a total minus the told cells gives nothing away. House rule.
 */
export const suppress = (
  cells: readonly PersonCell[],
  { totalTold, forced = new Set() }: { totalTold: boolean; forced?: ReadonlySet<string> },
): Suppressed => {
  const hidden = cells.filter(({ key, counts }) => forced.has(key) || counts.some(few));
  if (!totalTold) return { hidden: new Set(hidden.map(({ key }) => key)), totalHidden: false };
  const taken = new Set(hidden.map(({ key }) => key));
  const further = cells
    .filter(({ key }) => !taken.has(key))
    .sort((a, b) => rank(a) - rank(b) || a.key.localeCompare(b.key));
  for (const cell of further) {
    if (holds(hidden)) break;
    hidden.push(cell);
  }
  return { hidden: new Set(hidden.map(({ key }) => key)), totalHidden: !holds(hidden) };
};

const rank = (cell: PersonCell): number => sizeOf(cell) || Number.MAX_SAFE_INTEGER;

/**
 * The same for a total by places and each place by organizations. Goes in: cells of places, cells of organizations with
 * their place, whether the total is told. Comes out: what is hidden of both; a hidden place hides all its organizations, a
 * told one is a total for them.
 */
export const suppressByPlace = (
  places: readonly PersonCell[],
  organizations: readonly (PersonCell & { readonly place: string })[],
  totalTold: boolean,
): { places: ReadonlySet<string>; organizations: ReadonlySet<string> } => {
  const { hidden } = suppress(places, { totalTold });
  const within = new Map<string, PersonCell[]>();
  for (const one of organizations) within.set(one.place, [...(within.get(one.place) ?? []), one]);
  const silent = new Set<string>();
  for (const [place, cells] of within) {
    const told = hidden.has(place)
      ? new Set(cells.map(({ key }) => key))
      : suppress(cells, { totalTold: true }).hidden;
    for (const key of told) silent.add(key);
  }
  return { places: hidden, organizations: silent };
};

/** The counts a figure of persons gives away: numerator, rest, and each reason for exclusion in the order given. */
export const countsOfFigure = (
  { numerator, denominator, exclusions }: Figure,
  reasons: readonly string[],
): number[] => [
  numerator,
  denominator === null ? 0 : denominator - numerator,
  ...reasons.map((reason) => exclusions.find((one) => one.reason === reason)?.count ?? 0),
];

/** Figures that are parts of one whole known from elsewhere: hiding one of them alone would hide nothing. */
export const PARTS_OF_ONE: readonly (readonly string[])[] = [
  ["primary_sector", "secondary_sector", "tertiary_sector"],
  ["small_firms", "large_firms"],
];
