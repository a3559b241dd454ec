/** What can be raised on the alarm line. */
export const CONCERN_KINDS = ["safety", "harassment", "unlawful", "pay", "leave"] as const;
export type ConcernKind = (typeof CONCERN_KINDS)[number];

/**
 * How grave a kind is (3: the authority is told at once) and within how many hours somebody must have answered. House
 * rule: danger to a person first, then money, then a wish.
 */
export const CONCERN_CLOCK: Record<ConcernKind, { severity: 1 | 2 | 3; hours: number }> = {
  safety: { severity: 3, hours: 4 },
  harassment: { severity: 3, hours: 24 },
  unlawful: { severity: 3, hours: 24 },
  pay: { severity: 2, hours: 72 },
  leave: { severity: 1, hours: 120 },
};

/** By when a concern must be answered. Goes in: its kind, when it was raised. Comes out: the instant. House rule. */
export const respondBy = (kind: ConcernKind, raisedAt: Date): Date =>
  new Date(raisedAt.getTime() + CONCERN_CLOCK[kind].hours * 3_600_000);

/** What is due to be written about an open concern: the school is reminded at half its time, the authority told after it. */
export const concernReminder = (
  concern: { raisedAt: Date; respondBy: Date },
  now: Date,
): "soon" | "late" | null => {
  if (concern.respondBy <= now) return "late";
  const half = (concern.raisedAt.getTime() + concern.respondBy.getTime()) / 2;
  return now.getTime() >= half ? "soon" : null;
};

/**
 * Whether the authority may see a concern: by its gravity, because it is about the school's own people, or because its
 * time went by without an answer. House rule.
 */
export const reachesAuthority = (
  concern: { severity: number; aboutSchool: boolean; state: string; respondBy: Date },
  now: Date,
): boolean =>
  concern.severity === 3 || concern.aboutSchool || (concern.state === "open" && concern.respondBy < now);
