const UNITS = [
  { unit: "days", ms: 86_400_000 },
  { unit: "hours", ms: 3_600_000 },
  { unit: "minutes", ms: 60_000 },
  { unit: "seconds", ms: 1_000 },
] as const;

export type Interval = { unit: (typeof UNITS)[number]["unit"]; count: number };

/** A length of time in the largest unit of which it holds at least one, rounded; under a second it is one second. */
export const intervalOf = (ms: number): Interval => {
  const { unit, ms: one } = UNITS.find((candidate) => ms >= candidate.ms) ?? UNITS[3];
  return { unit, count: Math.max(1, Math.round(ms / one)) };
};
