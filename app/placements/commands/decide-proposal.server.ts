import type { MemberCtx } from "~/identity/actor";
import { decide, reject, stale } from "~/platform/decide.server";
import { enqueue } from "~/platform/outbox/enqueue.server";
import { invalidField, type Result } from "~/platform/result";
import { civilDate } from "~/platform/time/clock";
import { mailsToStudent } from "../application-mails.server";
import { cancelOthers } from "../application-placing.server";
import { schoolRefusal } from "../application-policy";
import { placeStudents } from "../place-students.server";
import { hostOfProposal } from "../proposal-host.server";
import { judgeProposal, tellProposal, termsOfProposal } from "../proposal-record.server";
import type { ProposalDecision } from "../proposal-schema";
import { moveProposal, type ProposalState } from "../rules/proposal-lifecycle";

type Decision = Extract<ProposalDecision, { intent: "approve" | "return" }>;

/**
 * A school decides on a self-found place of one of its students. Goes in: the proposal, the version seen, and either the
 * reason for returning it or, to approve it, why where a rule warned. Comes out: the placement's id, null when returned.
 * Approval makes the placement in the same breath, with every other application of the student taken back, and keeps one
 * organization for the host's credit code. Refuses teachers (forbidden), other schools (not found), what the rules block or
 * cannot decide (with findings), a warning without a reason, and a stale version (conflict).
 */
export const decideProposal = (
  ctx: MemberCtx,
  id: string,
  input: Decision,
): Promise<Result<{ placementId: string | null }>> =>
  decide(async (tx) => {
    const at = ctx.clock.now();
    const row = await tx.placementProposal.findUnique({ where: { id } });
    if (!row || row.schoolId !== ctx.actor.organizationId) {
      return reject({ code: "not_found", key: "errors.notFound" });
    }
    const forbidden = schoolRefusal(ctx.actor);
    if (forbidden) return reject(forbidden);
    const reason = input.intent === "return" ? input.reason : "";
    const outcome = moveProposal(row.state as ProposalState, input.intent, "school", reason);
    if (!outcome.ok) return reject({ code: "conflict", key: "applications.errors.moved" });
    const decided = {
      state: outcome.to,
      decidedBy: ctx.actor.name,
      decidedAt: at,
      updatedAt: at,
      replyBy: null,
    };
    const write = async (data: object): Promise<void> => {
      const { count } = await tx.placementProposal.updateMany({
        where: { id, version: input.version },
        data: { ...decided, ...data, version: { increment: 1 } },
      });
      if (count === 0) stale();
    };
    const said = termsOfProposal(row);
    if (input.intent === "return") {
      await write({ reason: input.reason });
      await tellProposal(tx, ctx, row, "proposalReturned");
      await enqueue(
        tx,
        ctx,
        await mailsToStudent(tx, row.studentId, {
          kind: "proposalReturned",
          key: `${id}:${row.version}`,
          values: { title: said.title },
          quote: input.reason,
          link: `/applications/self-found/${id}`,
        }),
      );
      return { placementId: null };
    }
    const { verdict, findings } = await judgeProposal(tx, { ...row, terms: said }, civilDate(at));
    if (verdict === "block" || verdict === "missing") {
      return reject({
        code: "blocked",
        key: "applications.errors.rules",
        findings: findings.filter((one) => one.verdict === "block" || one.verdict === "missing"),
      });
    }
    if (verdict === "warn" && !input.justification) {
      return reject(invalidField("justification", "applications.errors.justification").refusal);
    }
    const { hostId, terms } = await hostOfProposal(tx, ctx, row, said);
    const { studentId } = row;
    const place = { studentId, hostId, listingId: null, origin: "self_found", terms } as const;
    const [placementId] = await placeStudents(tx, ctx, [place]);
    if (!placementId) throw new Error(`proposal ${id}: no placement came of it`);
    await write({ hostId, placementId, reason: null, justification: input.justification ?? null });
    await cancelOthers(tx, ctx, studentId, null);
    await tellProposal(tx, ctx, row, "proposalApproved");
    await enqueue(
      tx,
      ctx,
      await mailsToStudent(tx, studentId, {
        kind: "proposalApproved",
        key: id,
        values: { title: terms.title, startsOn: terms.startsOn },
        link: `/applications/self-found/${id}`,
      }),
    );
    return { placementId };
  });
