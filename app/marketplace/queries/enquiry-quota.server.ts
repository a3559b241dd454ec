import { read } from "~/platform/db/client.server";
import { civilDate } from "~/platform/time/clock";
import { monthAfter, monthStart, quotaStanding } from "../rules/enquiry-quota";

export type QuotaView = {
  perMonth: number | null;
  version: number;
  /** New enquiries received this month so far. */
  taken: number;
  /** First civil date of the next month. */
  nextMonth: string;
  full: boolean;
};

/** An enterprise's own limit beside what came this month. In: its id and the time. */
export const quotaOf = async (organizationId: string, now: Date): Promise<QuotaView> => {
  const today = civilDate(now);
  const [held, taken] = await Promise.all([
    read.enquiryQuota.findUnique({ where: { organizationId } }),
    read.enquiry.count({
      where: { toOrganizationId: organizationId, createdAt: { gte: monthStart(today) } },
    }),
  ]);
  const perMonth = held?.perMonth ?? null;
  return {
    perMonth,
    version: held?.version ?? 0,
    taken,
    nextMonth: monthAfter(today),
    full: quotaStanding(perMonth, taken, today).full,
  };
};
