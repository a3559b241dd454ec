/** What one key may do on one civil day (Asia/Shanghai). A new quota is a new line with its first day. House rule. */
const QUOTAS = [{ from: "2026-01-01", calls: 10_000, records: 50_000 }] as const;

export type Quota = { calls: number; records: number };
export type Use = { calls: number; records: number };

/** The quota in force on a civil date. Before the first there is none, and the first holds. House rule. */
export const quotaOn = (date: string): Quota => {
  const inForce = QUOTAS.filter(({ from }) => from <= date).at(-1) ?? QUOTAS[0];
  return { calls: inForce.calls, records: inForce.records };
};

/**
 * Whether a call still fits. Goes in: what was used today, what the call takes (records of its body), the quota. Comes
 * out: what is used after it, or which of the two runs out. A call that does not fit takes nothing. House rule.
 */
export const spend = (
  used: Use,
  records: number,
  quota: Quota,
): { fits: true; used: Use } | { fits: false; out: "calls" | "records" } => {
  if (used.calls + 1 > quota.calls) return { fits: false, out: "calls" };
  if (used.records + records > quota.records) return { fits: false, out: "records" };
  return { fits: true, used: { calls: used.calls + 1, records: used.records + records } };
};
