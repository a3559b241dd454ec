import { mayWrite } from "~/identity/actor";
import type { WaitingProvider } from "~/marketplace/queries/waiting.server";
import { read } from "~/platform/db/client.server";
import type { AgreementState } from "../rules/life";

type WaitingAgreement = { id: string; title: string; state: AgreementState; due: string | null };

/** What is asked of a party in each state, as a word; a state not named here asks nothing. */
const ASKED: {
  readonly [state in AgreementState]?: "draft" | "negotiating" | "approved" | "signing" | "running";
} = {
  draft: "draft",
  negotiating: "negotiating",
  approved: "approved",
  signing: "signing",
  active: "running",
  suspended: "running",
};

/** How many agreements wait for an organization: the number beside 协议 in the rail. */
export const agreementsWaitingCount = (organizationId: string): Promise<number> =>
  read.agreementParty.count({ where: { organizationId, waiting: 1 } });

/** The agreements that wait for an organization (to answer, sign, confirm or deliver), the most urgent first, at most `limit`. */
const agreementsWaiting = async (organizationId: string, limit: number): Promise<WaitingAgreement[]> => {
  const rows = await read.agreementParty.findMany({
    where: { organizationId, waiting: 1 },
    orderBy: [{ dueKey: "asc" }, { agreementId: "asc" }],
    take: limit,
    include: { agreement: { select: { title: true, state: true } } },
  });
  return rows.map((row) => ({
    id: row.agreementId,
    title: row.agreement.title,
    state: row.agreement.state as AgreementState,
    due: row.dueKey.startsWith("9999") ? null : row.dueKey,
  }));
};

/** What agreements bring to 工作台: each one that waits for the reader's organization, with what is asked and by when. */
export const waitingAgreements: WaitingProvider = {
  name: "agreements",
  isFor: ({ organization }) => organization !== null && mayWrite({ organization }),
  load: async ({ organizationId }) => {
    const rows = organizationId ? await agreementsWaiting(organizationId, 20) : [];
    return rows.flatMap(({ id, title, state, due }) => {
      const asked = ASKED[state];
      if (!asked) return [];
      return [
        {
          id: `agreement:${id}`,
          due,
          title: { key: `agreements.waits.${asked}`, values: { title } },
          meta: { key: `agreements.waits.${asked}Meta` },
          action: {
            key: `agreements.waits.${asked}Act`,
            href: asked === "signing" ? `/agreements/${id}/sign` : `/agreements/${id}`,
          },
        },
      ];
    });
  },
};
