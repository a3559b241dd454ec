import { type Occupancy, peakOverlap } from "~/regulations/rules/seats";

/** A student who takes a seat of a unit: a placement that is prepared or running, or an offer still held. */
export type Seat = {
  /** placement or application it comes from */
  id: string;
  hostId: string;
  postId: string | null;
  listingId: string | null;
  startsOn: string;
  endsOn: string;
};

export type SeatPlace = Pick<Seat, "hostId" | "postId" | "listingId">;

const occupancy = (seat: Seat): Occupancy => ({ start: seat.startsOn, end: seat.endsOn, students: 1 });

/** Whether two seats are on the same kind of post: the same post, or the same listing where no post was named. */
const samePost = (a: SeatPlace, b: SeatPlace): boolean =>
  a.hostId === b.hostId &&
  (a.postId !== null || b.postId !== null
    ? a.postId === b.postId
    : a.listingId !== null && a.listingId === b.listingId);

/**
 * How many students are at the unit and on the post at one time, across all schools, on the fullest day between two
 * dates. Goes in: every seat taken there, the place asked about, the dates, and the id of a seat not to be counted. Comes
 * out: the two peaks; the post's is null where neither post nor listing says which post it is. Source: INT-14 and INT-15.
 */
export const peaksAt = (
  seats: readonly Seat[],
  place: SeatPlace,
  from: string,
  to: string,
  without?: string,
): { unit: number; post: number | null } => {
  const there = seats.filter((seat) => seat.hostId === place.hostId && seat.id !== without);
  const onPost = there.filter((seat) => samePost(seat, place));
  return {
    unit: peakOverlap(there.map(occupancy), from, to),
    post: place.postId || place.listingId ? peakOverlap(onPost.map(occupancy), from, to) : null,
  };
};

/** A record of an authority that lets a unit take more than the ratio; `postId` null covers the unit and its posts. */
export type Exception = {
  hostId: string;
  postId: string | null;
  startsOn: string;
  endsOn: string;
  upTo: number;
  reason: string;
  authority: string;
};

/**
 * The exception that covers a placement although unit or post are over their ratio. Goes in: the records of the unit, the
 * place and dates, how many students there would be, and which ratio is exceeded. Comes out: the record, or null when
 * none covers every day, as many students and whatever is exceeded. House rule on "in general" (一般) of INT-14/15.
 */
export const exceptionFor = (
  exceptions: readonly Exception[],
  place: SeatPlace,
  dates: { from: string; to: string },
  counts: { unit: number; post: number | null },
  exceeded: { unit: boolean; post: boolean },
): Exception | null =>
  exceptions.find(
    (one) =>
      one.hostId === place.hostId &&
      one.startsOn <= dates.from &&
      one.endsOn >= dates.to &&
      (one.postId === null
        ? one.upTo >= counts.unit
        : !exceeded.unit && one.postId === place.postId && one.upTo >= (counts.post ?? 0)),
  ) ?? null;
