import type { MemberCtx } from "~/identity/actor";
import { decide, reject, stale } from "~/platform/decide.server";
import type { Result } from "~/platform/result";
import { civilDate } from "~/platform/time/clock";
import { authorityRegion } from "../alert-move.server";
import { mailCard, recordProposal } from "../card-record.server";
import type { ProposalDecision } from "../card-schema";
import { liesWithin } from "../policy";
import { nextProposalState, type ProposalState } from "../rules/cards/proposals";

/**
 * An authority takes a proposal up, accepts or returns it, the last two with a reason. Goes in: the proposal and the decision,
 * by an authority in whose region the school lies. The school is told; the programme itself stays the school's to change.
 * Refuses a decision before it was taken up, one made already, and a proposal of another region (not found).
 */
export const decideProposal = (
  ctx: MemberCtx,
  proposalId: string,
  input: ProposalDecision,
): Promise<Result<null>> =>
  decide(async (tx) => {
    const region = await authorityRegion(tx, ctx);
    const proposal = await tx.programmeProposal.findUnique({ where: { id: proposalId } });
    if (!proposal || !liesWithin(region, proposal.regionCode))
      return reject({ code: "not_found", key: "errors.notFound" });
    const reason = input.reason ?? "";
    const next = nextProposalState(proposal.state as ProposalState, input.intent, reason);
    if (!next.ok) return reject({ code: "conflict", key: `cards.errors.${next.because}` });
    const now = ctx.clock.now();
    const authorityId = ctx.actor.organizationId;
    const on = civilDate(now);
    const considered = next.to === "considered";
    const { count } = await tx.programmeProposal.updateMany({
      where: { id: proposalId, version: input.version },
      data: {
        state: next.to,
        authorityId,
        ...(considered
          ? { consideredOn: on, considerNote: reason || null }
          : { decidedOn: on, decisionReason: reason, decidedBy: ctx.actor.name }),
        updatedAt: now,
        version: { increment: 1 },
      },
    });
    if (count === 0) stale();
    const by = ctx.actor.organization.name;
    const name = `programme_proposal.${next.to}` as
      | "programme_proposal.considered"
      | "programme_proposal.accepted"
      | "programme_proposal.returned";
    const eventId = await recordProposal(tx, ctx, { ...proposal, authorityId }, name, { reason, by });
    if (next.to === "accepted" || next.to === "returned") {
      await mailCard(tx, ctx, {
        kind: next.to,
        key: eventId,
        to: [proposal.schoolId],
        values: { programme: proposal.majorName, by, reason: reason.slice(0, 500) },
        link: `/oversight/proposals/${proposalId}`,
      });
    }
    return null;
  });
