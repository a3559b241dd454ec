import type { MemberCtx } from "~/identity/actor";
import { decide, reject, stale } from "~/platform/decide.server";
import { enqueue } from "~/platform/outbox/enqueue.server";
import type { Result } from "~/platform/result";
import { addDays, civilDate } from "~/platform/time/clock";
import { agreementMails } from "../agreement-mails.server";
import { recordAgreement } from "../agreement-record.server";
import { ownAgreement, refreshParties } from "../agreement-work.server";
import { type AgreementState, mayLive, NOTICE_DAYS } from "../rules/life";
import type { ChangeLife } from "../schema";

const NEXT = { suspend: "suspended", resume: "active" } as const;
const EVENTS = { suspend: "agreement.suspended", resume: "agreement.resumed" } as const;

/**
 * Suspends or resumes a running agreement, or gives notice of its termination. Goes in: the version read, the reason and,
 * for a termination, what becomes of running placements. Comes out: the state. A termination takes effect after thirty
 * days and the other side is told; until then everything stays owed.
 */
export const changeLife = (
  ctx: MemberCtx,
  agreementId: string,
  input: ChangeLife,
): Promise<Result<{ state: string }>> =>
  decide(async (tx) => {
    const agreement = await ownAgreement(tx, ctx, agreementId);
    if (agreement.version !== input.version) return stale();
    if (!mayLive(agreement.state as AgreementState, input.action))
      return reject({ code: "blocked", key: "agreements.refused.not_now" });
    if (input.action === "terminate" && agreement.terminatesOn)
      return reject({ code: "blocked", key: "agreements.errors.noticeGiven" });
    const at = ctx.clock.now();
    const today = civilDate(at);
    const told = { title: agreement.title, by: ctx.actor.organization.name };
    const terminatesOn = addDays(today, NOTICE_DAYS);
    const change =
      input.action === "terminate"
        ? { terminatesOn, endReason: input.reason, placementPlan: input.placementPlan ?? null }
        : { state: NEXT[input.action] };
    await tx.agreement.update({
      where: { id: agreementId },
      data: { ...change, updatedAt: at, version: { increment: 1 } },
    });
    if (input.action === "terminate") {
      const eventId = await recordAgreement(tx, ctx, agreementId, "agreement.termination_noticed", {
        ...told,
        reason: input.reason,
        terminatesOn,
        placementPlan: input.placementPlan ?? null,
      });
      const others = agreement.parties
        .map((party) => party.organizationId)
        .filter((id) => id !== ctx.actor.organizationId);
      await enqueue(
        tx,
        ctx,
        await agreementMails(tx, {
          kind: "terminated",
          key: eventId,
          to: others,
          values: { ...told, due: terminatesOn },
          quote: input.reason,
          link: `/agreements/${agreementId}`,
        }),
      );
    } else {
      await recordAgreement(tx, ctx, agreementId, EVENTS[input.action], { ...told, reason: input.reason });
    }
    await refreshParties(tx, agreementId, today);
    return { state: input.action === "terminate" ? agreement.state : NEXT[input.action] };
  });
