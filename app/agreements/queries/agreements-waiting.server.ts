import { read } from "~/platform/db/client.server";

export type WaitingAgreement = { id: string; title: string; state: string; due: string | null };

/** How many agreements wait for an organization: the number beside 协议 in the rail. */
export const agreementsWaitingCount = (organizationId: string): Promise<number> =>
  read.agreementParty.count({ where: { organizationId, waiting: 1 } });

/** The agreements that wait for an organization (to answer, sign, confirm or deliver), the most urgent first, at most `limit`. */
export const agreementsWaiting = async (organizationId: string, limit = 10): Promise<WaitingAgreement[]> => {
  const rows = await read.agreementParty.findMany({
    where: { organizationId, waiting: 1 },
    orderBy: [{ dueKey: "asc" }, { agreementId: "asc" }],
    take: Math.min(limit, 50),
    include: { agreement: { select: { title: true, state: true } } },
  });
  return rows.map((row) => ({
    id: row.agreementId,
    title: row.agreement.title,
    state: row.agreement.state,
    due: row.dueKey.startsWith("9999") ? null : row.dueKey,
  }));
};
