import { daysBetween } from "~/platform/time/clock";

/** Below this age a guardian's own word is needed. Source: 《个人信息保护法》 art. 31, verified. */
export const GUARDIAN_UNDER = 14;

/** How many visitors under 14 one adult may look after. House rule. */
export const CHILDREN_PER_ADULT = 20;

export type Offer = {
  state: string;
  exclusive: boolean;
  minAge: number | null;
  maxAge: number | null;
  noticeDays: number;
};
export type Session = { day: string; state: string; seats: number; taken: number };
export type Asked = { people: number; adults: number; youngest: number; oldest: number };

export type BookingProblem = { field: string; key: string; values?: Record<string, string | number> };

/**
 * How many adults a group must bring. Goes in: visitors and the age of the youngest. Comes out: none where everybody is 14
 * or older, else one for each 20 visitors begun. House rule.
 */
export const adultsNeeded = (people: number, youngest: number): number =>
  youngest < GUARDIAN_UNDER ? Math.ceil(people / CHILDREN_PER_ADULT) : 0;

/** Seats a booking holds: its people, or the whole session where the resource is not shared out. House rule. */
export const seatsHeld = (offer: Offer, session: Session, people: number): number =>
  offer.exclusive ? session.seats : people;

/** Whether somebody may still book on this day: the session runs and its days of notice are not over. House rule. */
export const isBookable = (offer: Offer, session: Session, today: string): boolean =>
  offer.state === "open" &&
  session.state === "open" &&
  daysBetween(today, session.day) >= offer.noticeDays &&
  session.taken < session.seats;

/**
 * Why a group cannot come to a session. Goes in: the resource's terms, the session as it stands, the group and today. Comes
 * out: null, or the field at fault with the words that say what would do. House rule, but for the ages its owner sets.
 */
export const bookingProblem = (
  offer: Offer,
  session: Session,
  asked: Asked,
  today: string,
): BookingProblem | null => {
  if (offer.state !== "open" || session.state !== "open")
    return { field: "slot", key: "resources.errors.notOpen" };
  if (daysBetween(today, session.day) < offer.noticeDays)
    return { field: "slot", key: "resources.errors.tooLate", values: { days: offer.noticeDays } };
  if (asked.youngest > asked.oldest) return { field: "oldest", key: "resources.errors.agesTurned" };
  if (offer.minAge !== null && asked.youngest < offer.minAge)
    return { field: "youngest", key: "resources.errors.tooYoung", values: { age: offer.minAge } };
  if (offer.maxAge !== null && asked.oldest > offer.maxAge)
    return { field: "oldest", key: "resources.errors.tooOld", values: { age: offer.maxAge } };
  const adults = adultsNeeded(asked.people, asked.youngest);
  if (asked.adults < adults)
    return { field: "adults", key: "resources.errors.adults", values: { adults, per: CHILDREN_PER_ADULT } };
  if (offer.exclusive && session.taken > 0) return { field: "slot", key: "resources.errors.takenWhole" };
  const left = session.seats - session.taken;
  if (asked.people > left) return { field: "people", key: "resources.errors.full", values: { left } };
  return null;
};

/** Whether somebody of the list may take part: 14 or older, or with a guardian's yes. Source: 个人信息保护法 art. 31. */
export const mayTakePart = (visitor: { age: number; answer: string | null }): boolean =>
  visitor.age >= GUARDIAN_UNDER || visitor.answer === "given";

/** Whether the one who booked may still cancel: until the end of the day before. House rule. */
export const mayStillCancel = (day: string, today: string): boolean => today < day;
