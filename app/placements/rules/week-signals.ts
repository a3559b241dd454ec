/** Characters that stand for words in Chinese and English alike: everything else is left out before texts are compared. */
const LETTERS = /[\p{L}\p{N}]/gu;
const SHINGLE = 4;

export const SIGNAL_KINDS = ["near_duplicate", "reused_artefact", "beyond_hours", "one_device"] as const;
export type SignalKind = (typeof SIGNAL_KINDS)[number];

/**
 * What a sign weighs when weeks are put in order for a look. Never a verdict: each has an innocent reason, which its
 * sentence names. House rule.
 */
export const SIGNAL_WEIGHT: Record<SignalKind, number> = {
  near_duplicate: 3,
  reused_artefact: 3,
  beyond_hours: 2,
  one_device: 1,
};

/** House rules: from which likeness on, on how long a text, and how many confirmations in how short a time. */
export const SIGNAL_LIMITS = {
  likenessBp: 7000,
  leastLetters: 24,
  confirmations: 3,
  withinSeconds: 60,
  dayMinutes: 480,
  weekMinutes: 2400,
} as const;

export type Signal = {
  kind: SignalKind;
  recordId: string;
  /** the placement whose record looks the same, where the sign is about two */
  otherPlacementId: string | null;
  values: Record<string, number>;
};

export type SignalWeek = {
  id: string;
  placementId: string;
  lines: string;
  minutes: readonly number[];
  device: string | null;
  confirmedAt: string | null;
  /** person id of whoever confirmed */
  confirmedBy: string | null;
  /** the placement another record with the same file belongs to */
  sameFileIn: string | null;
};

const lettersOf = (text: string): string => (text.toLowerCase().match(LETTERS) ?? []).join("");

/** The runs of four letters of a text, punctuation and spaces left out. */
export const shinglesOf = (text: string): Set<string> => {
  const letters = lettersOf(text);
  const found = new Set<string>();
  for (let at = 0; at + SHINGLE <= letters.length; at += 1) found.add(letters.slice(at, at + SHINGLE));
  return found;
};

/** How alike two texts are: shared runs of four letters in basis points of all (Jaccard). Two empty texts are not alike. */
export const likenessBp = (a: ReadonlySet<string>, b: ReadonlySet<string>): number => {
  if (a.size === 0 || b.size === 0) return 0;
  let shared = 0;
  for (const one of a) if (b.has(one)) shared += 1;
  return Math.round((shared * 10_000) / (a.size + b.size - shared));
};

const duplicates = (weeks: readonly SignalWeek[]): Signal[] => {
  const long = weeks
    .filter((week) => lettersOf(week.lines).length >= SIGNAL_LIMITS.leastLetters)
    .map((week) => ({ week, shingles: shinglesOf(week.lines) }));
  return long.flatMap(({ week, shingles }) => {
    let best = { bp: 0, other: "" };
    for (const one of long) {
      if (one.week.placementId === week.placementId) continue;
      const bp = likenessBp(shingles, one.shingles);
      if (bp > best.bp) best = { bp, other: one.week.placementId };
    }
    if (best.bp < SIGNAL_LIMITS.likenessBp) return [];
    const values = { percent: Math.round(best.bp / 100) };
    return [{ kind: "near_duplicate" as const, recordId: week.id, otherPlacementId: best.other, values }];
  });
};

const oneDevice = (weeks: readonly SignalWeek[]): Signal[] => {
  const byDevice = new Map<string, { id: string; at: number; by: string }[]>();
  for (const { id, device, confirmedAt, confirmedBy } of weeks) {
    if (!device || !confirmedAt || !confirmedBy) continue;
    const tap = { id, at: Date.parse(confirmedAt), by: confirmedBy };
    byDevice.set(device, [...(byDevice.get(device) ?? []), tap]);
  }
  return [...byDevice.values()].flatMap((taps) => {
    const sorted = [...taps].sort((a, b) => a.at - b.at);
    const first = sorted[0];
    const last = sorted.at(-1);
    if (!first || !last || sorted.length < SIGNAL_LIMITS.confirmations) return [];
    if (last.at - first.at > SIGNAL_LIMITS.withinSeconds * 1000) return [];
    const mentors = new Set(sorted.map(({ by }) => by)).size;
    // One mentor confirming all interns with one tap is how it is meant to be.
    if (mentors < 2) return [];
    const values = { count: sorted.length, mentors };
    return sorted.map(({ id }) => ({
      kind: "one_device" as const,
      recordId: id,
      otherPlacementId: null,
      values,
    }));
  });
};

/**
 * The signs in one week's records worth a look. Goes in: the records of one school and week (hundreds at most). Comes out:
 * signs with the numbers they rest on: texts alike across students, a file used before, hours beyond eight a day or forty
 * a week, several mentors' confirmations on one device within a minute. No sign is a verdict. House rules.
 */
export const weekSignals = (weeks: readonly SignalWeek[]): Signal[] => [
  ...duplicates(weeks),
  ...weeks.flatMap((week): Signal[] =>
    week.sameFileIn === null
      ? []
      : [{ kind: "reused_artefact", recordId: week.id, otherPlacementId: week.sameFileIn, values: {} }],
  ),
  ...weeks.flatMap((week): Signal[] => {
    const day = Math.max(0, ...week.minutes);
    const total = week.minutes.reduce((sum, one) => sum + one, 0);
    if (day <= SIGNAL_LIMITS.dayMinutes && total <= SIGNAL_LIMITS.weekMinutes) return [];
    const values = { day: Math.round(day / 6) / 10, week: Math.round(total / 6) / 10 };
    return [{ kind: "beyond_hours", recordId: week.id, otherPlacementId: null, values }];
  }),
  ...oneDevice(weeks),
];
