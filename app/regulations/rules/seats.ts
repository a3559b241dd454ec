/** One placement at a unit: closed interval of civil dates and how many students it seats. */
export type Occupancy = { readonly start: string; readonly end: string; readonly students: number };

export type SeatArithmetic = {
  /** Seats the ratio allows at one time. */
  cap: number;
  /** Highest number of students on any single day of the interval, without the newcomers. */
  peak: number;
  /** Seats still free on every day of the interval; 0 when the peak already exceeds the cap. */
  free: number;
};

/** House arithmetic of the ratio: a tenth of the unit, a fifth of the post, in basis points. */
export const UNIT_SHARE_BP = 1000;
export const POST_SHARE_BP = 2000;

/**
 * Seats a ratio allows: floor(share × employees), so that no fraction of a student is ever admitted.
 * @param employees people on post
 * @param shareBp share in basis points (1000 = 10 %)
 */
export const seatCap = (employees: number, shareBp: number): number =>
  Math.floor((employees * shareBp) / 10_000);

/**
 * Highest number of students present on any one day between two dates (both included). Occupancies touching the
 * interval count; one ending on a day and one starting the next never overlap, the same day they do.
 */
export const peakOverlap = (occupancies: readonly Occupancy[], from: string, to: string): number => {
  const changes: { at: string; opens: boolean; students: number }[] = [];
  for (const one of occupancies) {
    if (one.end < from || one.start > to || one.end < one.start) continue;
    changes.push({ at: one.start < from ? from : one.start, opens: true, students: one.students });
    changes.push({ at: one.end, opens: false, students: one.students });
  }
  changes.sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : Number(b.opens) - Number(a.opens)));
  let present = 0;
  let peak = 0;
  for (const change of changes) {
    present += change.opens ? change.students : -change.students;
    if (present > peak) peak = present;
  }
  return peak;
};

/**
 * Seat arithmetic of a unit or a post over an interval, across all schools.
 * @param employees people on post at the unit (or on that kind of post)
 * @param shareBp share in basis points: `UNIT_SHARE_BP` or `POST_SHARE_BP`, or a pack's own
 * @param occupancies every placement there, whatever the school
 */
export const seatArithmetic = (
  employees: number,
  shareBp: number,
  occupancies: readonly Occupancy[],
  from: string,
  to: string,
): SeatArithmetic => {
  const cap = seatCap(employees, shareBp);
  const peak = peakOverlap(occupancies, from, to);
  return { cap, peak, free: Math.max(0, cap - peak) };
};
