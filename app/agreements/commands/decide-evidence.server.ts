import type { MemberCtx } from "~/identity/actor";
import { decide, reject, stale } from "~/platform/decide.server";
import { enqueue } from "~/platform/outbox/enqueue.server";
import type { Result } from "~/platform/result";
import { civilDate } from "~/platform/time/clock";
import { agreementMails } from "../agreement-mails.server";
import { recordAgreement } from "../agreement-record.server";
import { ownAgreement, refreshParties } from "../agreement-work.server";
import type { DecideEvidence } from "../schema";

const EVENTS = {
  accept: "agreement.evidence_accepted",
  dispute: "agreement.evidence_disputed",
  withdraw: "agreement.evidence_withdrawn",
} as const;
const STATES = { accept: "accepted", dispute: "disputed", withdraw: "withdrawn" } as const;

/**
 * Answers a delivery: the side it is owed to accepts or disputes it (with what is wrong), the side that submitted it may
 * withdraw it. A disputed one can still be accepted or withdrawn. Goes in: evidence, version read, decision, note. Comes
 * out: its state. Only accepted numbers ever count. Refuses the other side's decision and one already final.
 */
export const decideEvidence = (
  ctx: MemberCtx,
  agreementId: string,
  input: DecideEvidence,
): Promise<Result<{ state: string }>> =>
  decide(async (tx) => {
    await ownAgreement(tx, ctx, agreementId);
    const evidence = await tx.agreementEvidence.findFirst({ where: { id: input.evidenceId, agreementId } });
    if (!evidence) return reject({ code: "not_found", key: "errors.notFound" });
    const key = { agreementId_id: { agreementId, id: evidence.commitmentId } };
    const commitment = await tx.agreementCommitment.findUniqueOrThrow({ where: key });
    const mine = ctx.actor.organizationId;
    const decider = input.decision === "withdraw" ? evidence.organizationId : commitment.toId;
    if (decider !== mine) return reject({ code: "forbidden", key: "agreements.errors.notYourDecision" });
    if (evidence.version !== input.version) return stale();
    const open =
      evidence.state === "pending" || (evidence.state === "disputed" && input.decision !== "dispute");
    if (!open) return reject({ code: "blocked", key: "agreements.errors.decided" });
    const at = ctx.clock.now();
    const state = STATES[input.decision];
    const { count } = await tx.agreementEvidence.updateMany({
      where: { id: evidence.id, version: evidence.version },
      data: {
        state,
        decidedAt: at,
        decidedById: mine,
        decidedBy: ctx.actor.name,
        decisionNote: input.note ?? null,
        version: { increment: 1 },
      },
    });
    if (count === 0) stale();
    const was =
      evidence.state === "pending"
        ? { pending: { decrement: evidence.quantity } }
        : { disputed: { decrement: evidence.quantity } };
    const now =
      state === "accepted"
        ? { accepted: { increment: evidence.quantity } }
        : state === "disputed"
          ? { disputed: { increment: evidence.quantity } }
          : {};
    await tx.agreementCommitment.update({ where: key, data: { ...was, ...now } });
    const told = {
      what: commitment.title,
      quantity: evidence.quantity,
      unit: commitment.unit,
      by: ctx.actor.organization.name,
    };
    const eventId = await recordAgreement(tx, ctx, agreementId, EVENTS[input.decision], {
      ...told,
      evidenceId: evidence.id,
      commitmentId: evidence.commitmentId,
      note: input.note ?? null,
    });
    await refreshParties(tx, agreementId, civilDate(at));
    if (input.decision !== "withdraw") {
      const kind = input.decision === "accept" ? "accepted" : "disputed";
      const link = `/agreements/${agreementId}/commitments/${evidence.commitmentId}`;
      await enqueue(
        tx,
        ctx,
        await agreementMails(tx, {
          kind,
          key: eventId,
          to: [evidence.organizationId],
          values: told,
          quote: input.note ?? null,
          link,
        }),
      );
    }
    return { state };
  });
