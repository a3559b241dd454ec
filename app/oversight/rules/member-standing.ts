/** moves: something was done of late · idle: nothing is due · silent: something is overdue and nothing was done of late */
export type MemberStanding = "moving" | "idle" | "quiet";

/** So many days without a deed beside something overdue make a member silent. House rule, as with partnerships. */
export const QUIET_DAYS = 90;

/**
 * How one member of a consortium stands. Goes in: what is overdue of its promises and tasks, the last month in which it did
 * anything (null for never), today, a way to count days back. Comes out: silent only where both hold, so that whoever has
 * nothing due is never called silent. House rule.
 */
export const memberStanding = (
  member: { overdue: number; late: number; lastMonth: string | null },
  today: string,
  addDays: (date: string, days: number) => string,
): MemberStanding => {
  const since = addDays(today, -QUIET_DAYS).slice(0, 7);
  if (member.lastMonth !== null && member.lastMonth >= since) return "moving";
  return member.overdue + member.late > 0 ? "quiet" : "idle";
};
