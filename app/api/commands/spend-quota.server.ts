import { inTransaction } from "~/platform/db/gate.server";
import { type Clock, civilDate, endOfCivilDate } from "~/platform/time/clock";
import { type Quota, quotaOn, spend, type Use } from "../rules/quota";

/** "Last used" is exact to the minute; finer would write the key's row on every call. */
const LAST_USED_EVERY_MS = 60_000;

export type Spent = { fits: boolean; quota: Quota; used: Use; resetSeconds: number };

/**
 * Takes one call and its records from a key's quota of the day and notes that the key was used. Goes in: the key's id
 * and how many records the call carries. Comes out: whether it fits, the quota, what is used now and the seconds until
 * it starts anew. A call that does not fit takes nothing. House rule.
 */
export const spendQuota = async (keyId: string, records: number, clock: Clock): Promise<Spent> => {
  const now = clock.now();
  const day = civilDate(now);
  const quota = quotaOn(day);
  const resetSeconds = Math.max(1, Math.ceil((endOfCivilDate(day).getTime() - now.getTime()) / 1000));
  return inTransaction(async (tx) => {
    const row = await tx.apiUse.findUnique({ where: { keyId_day: { keyId, day } } });
    const before = { calls: row?.calls ?? 0, records: row?.records ?? 0 };
    const after = spend(before, records, quota);
    if (!after.fits) return { fits: false, quota, used: before, resetSeconds };
    await tx.apiUse.upsert({
      where: { keyId_day: { keyId, day } },
      create: { keyId, day, ...after.used },
      update: after.used,
    });
    await tx.apiKey.updateMany({
      where: {
        id: keyId,
        OR: [{ lastUsedAt: null }, { lastUsedAt: { lt: new Date(now.getTime() - LAST_USED_EVERY_MS) } }],
      },
      data: { lastUsedAt: now },
    });
    return { fits: true, quota, used: after.used, resetSeconds };
  });
};
