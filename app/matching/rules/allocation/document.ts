import type { Values } from "~/platform/i18n/words";

/** What a round is computed from, published in anonymised form: anyone who has it gets the same result. */
export type RoundDocument = {
  students: RoundStudent[];
  slots: RoundSlot[];
  units?: { id: string; cap: number }[];
  /** Students who go to the same slot together, or, when no slot takes them all, each by their own choices. */
  groups?: { id: string; students: string[]; choices: string[] }[];
  /** Categories known beside those the students name. */
  categories?: string[];
  /** Breaks ties; published before the choices are made. */
  seed: string | number;
};

export type RoundStudent = {
  id: string;
  /** Slots, best first; a slot that is not named is not wanted. */
  choices: string[];
  /** The category whose reserved seats and quotas apply. */
  category?: string;
};

export type RoundSlot = {
  id: string;
  capacity: number;
  /** Students, best first. One who is in neither `ranking` nor `scores` is not acceptable. */
  ranking?: string[];
  /** Points, higher is better; equals are parted by the seed. */
  scores?: Record<string, number>;
  unit?: string;
  /** Seats that only this category may take in this round. */
  reserved?: Record<string, number>;
  /** At most so many of this category. */
  quotas?: Record<string, number>;
};

/** The seats a table of categories states for one of them, null when it states none. Names are data: own keys only. */
export const seatsOf = (seats: Record<string, number> | undefined, category: string): number | null =>
  seats && Object.hasOwn(seats, category) ? seats[category]! : null;

/** How large a document may be. House rule: the size of one large city. */
export const ROUND_BOUNDS = {
  students: 1_000_000,
  slots: 200_000,
  units: 200_000,
  choices: 100,
  groups: 100,
  groupStudents: 20,
  categories: 50,
  seats: 1_000_000,
  id: 100,
  problems: 100,
  explanations: 200_000,
} as const;

/** One thing wrong in a document: where (RFC 6901), and the words that say how to mend it. */
export type Problem = { pointer: string; key: `matching.round.problem.${string}`; values: Values };

/** Which notion of stability the result was checked for; the words are `matching.round.stability.<notion>`. */
export type StabilityNotion = "plain" | "unitOrder" | "reserved" | "unitOrderReserved";

export type WhyNotReason =
  | "notListed"
  | "noSeats"
  | "behindLast"
  | "behindQuota"
  | "quotaClosed"
  | "behindReserved"
  | "onlyReserved"
  | "unitCap"
  | "unitClosed"
  | "groupApart";

/** Why a student did not get a choice it liked better; the words are `matching.round.why.<reason>`. */
export type Explanation = {
  student: string;
  slot: string;
  /** 1 for the first choice. */
  choice: number;
  reason: WhyNotReason;
  values: Values;
};

export type RoundResult = {
  /** One for each student, in the order of the document. */
  matches: { student: string; slot: string | null }[];
  /** Found by the checker, which knows nothing of the solver. */
  stable: boolean;
  stability: StabilityNotion;
  /** Waves of proposals until nobody was turned away. */
  rounds: number;
  seed: string;
  unmatched: number;
  unfilled: { slot: string; seats: number }[];
  /** What became of the groups; `struck` are the slots that could not take all of a group. */
  groups?: { id: string; slot: string | null; struck: string[] }[];
  /** Left out when not asked for, or when there would be more than ROUND_BOUNDS.explanations. */
  explanations?: Explanation[];
};
