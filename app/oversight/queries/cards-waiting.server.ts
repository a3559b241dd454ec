import { mayWrite } from "~/identity/actor";
import type { WaitingProvider } from "~/marketplace/queries/waiting.server";
import { read } from "~/platform/db/client.server";
import { supervisedRange } from "./alerts.server";

const MOST = 10;

/** What cards and proposals bring to 工作台: a school its drafts to answer, an authority what it may publish or decide. */
export const waitingCards: WaitingProvider = {
  name: "cards",
  isFor: ({ organization }) =>
    organization !== null &&
    (organization.kind === "school" || organization.kind === "authority") &&
    mayWrite({ organization }),
  load: async ({ organization, organizationId }, today) => {
    if (!organizationId) return [];
    if (organization?.kind === "school") {
      const drafts = await read.programmeCard.findMany({
        where: { schoolId: organizationId, state: "draft", answers: 0 },
        orderBy: [{ answerBy: "asc" }, { id: "asc" }],
        take: MOST,
      });
      return drafts.map((card) => ({
        id: `card:${card.id}`,
        due: card.answerBy,
        title: { key: "cards.waits.answer", values: { programme: card.name } },
        meta: { key: `cards.outcome.${card.outcome}` },
        action: { key: "cards.waits.answerAct", href: `/oversight/cards/${card.id}` },
      }));
    }
    const regionCode = await supervisedRange(organizationId);
    const [drafts, proposals] = await Promise.all([
      read.programmeCard.findMany({
        where: { regionCode, state: "draft", OR: [{ answers: { gt: 0 } }, { answerBy: { lt: today } }] },
        orderBy: [{ answerBy: "asc" }, { id: "asc" }],
        take: MOST,
      }),
      read.programmeProposal.findMany({
        where: { regionCode, state: { in: ["proposed", "considered"] } },
        orderBy: [{ createdAt: "asc" }, { id: "asc" }],
        take: MOST,
      }),
    ]);
    return [
      ...drafts.map((card) => ({
        id: `card:${card.id}`,
        due: null,
        title: { key: "cards.waits.decide", values: { programme: card.name } },
        meta: { key: `cards.outcome.${card.outcome}` },
        action: { key: "cards.waits.decideAct", href: `/oversight/cards/${card.id}` },
      })),
      ...proposals.map((proposal) => ({
        id: `proposal:${proposal.id}`,
        due: null,
        title: { key: "cards.waits.proposal", values: { programme: proposal.majorName } },
        meta: { key: `cards.kind.${proposal.kind}` },
        action: { key: "cards.waits.proposalAct", href: `/oversight/proposals/${proposal.id}` },
      })),
    ];
  },
};
