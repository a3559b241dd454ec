import type { MemberCtx } from "~/identity/actor";
import { decide, reject, stale } from "~/platform/decide.server";
import { record } from "~/platform/events/record.server";
import { enqueue } from "~/platform/outbox/enqueue.server";
import { notFound, type Result } from "~/platform/result";
import { civilDate } from "~/platform/time/clock";
import { evidenceNow } from "../evidence-now.server";
import { operators } from "../people-who-act.server";
import { mayEditProfile } from "../policy";
import { reviewDue } from "../rules/review-due";
import { mayAppeal } from "../rules/trust-terms";
import { trustMail } from "../trust-mails.server";

/**
 * Answers a block of the own organization, once, in writing, with the evidence handed in so far. Goes in: the block and the
 * words. Comes out: the civil date by which the operator decides (three working days). Refuses a viewer (forbidden),
 * another's block (not found) and one that was answered or decided (conflict).
 */
export const appealBlock = async (
  ctx: MemberCtx,
  input: { blockId: string; appeal: string },
): Promise<Result<{ dueOn: string }>> => {
  const allowed = mayEditProfile(ctx.actor);
  if (!allowed.ok) return allowed;
  const { organizationId, organization } = ctx.actor;
  return decide(async (tx) => {
    const block =
      (await tx.organizationBlock.findFirst({ where: { id: input.blockId, organizationId } })) ??
      reject(notFound().refusal);
    if (!mayAppeal(block.state)) return reject({ code: "conflict", key: "trust.refused.answered" });
    const now = ctx.clock.now();
    const due = reviewDue(civilDate(now));
    const evidence = await evidenceNow(tx, organizationId);
    const written = await tx.organizationBlock.updateMany({
      where: { id: block.id, state: block.state },
      data: {
        state: "appealed",
        appeal: input.appeal,
        appealEvidence: JSON.stringify(evidence),
        appealedBy: ctx.actor.personId,
        appealedAt: now,
        dueOn: due.date,
      },
    });
    if (written.count === 0) return stale();
    await record(tx, ctx, {
      subject: { type: "organization", id: organizationId },
      name: "organization.appealed",
      payload: { block: block.id, evidence: evidence.map(({ sha256 }) => sha256), dueOn: due.date },
      audience: [organizationId],
    });
    await enqueue(
      tx,
      ctx,
      (await operators(tx)).map((reader) =>
        trustMail(reader, {
          what: "appealed",
          key: block.id,
          values: { organization: organization.name, due: due.date },
          link: `/admin/organizations/${organizationId}`,
        }),
      ),
    );
    return { dueOn: due.date };
  });
};
