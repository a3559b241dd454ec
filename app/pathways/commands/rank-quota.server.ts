import type { MemberCtx } from "~/identity/actor";
import { openField } from "~/platform/crypto/fields.server";
import { decide, reject } from "~/platform/decide.server";
import { record } from "~/platform/events/record.server";
import type { Result } from "~/platform/result";
import { refuseSchoolWork } from "../policy";
import { frozenRules } from "../rule-set.server";
import type { Part } from "../rules/pack";
import { digestOf, partAverages, rankApplicants, rankingText } from "../rules/ranking";
import { moveTransfer } from "../transfer-moves.server";

const MOST = 5_000;

/**
 * Ranks everybody of one quota who has been assessed. Goes in: the quota. Comes out: how many were ranked, how many are inside
 * the seats still free, and the ranking's fingerprint. The seed of the lot becomes public with it. Refuses another school's
 * quota (not found) and a missing score, naming the applications and the parts; nobody is ranked on half a score.
 */
export const rankQuota = async (
  ctx: MemberCtx,
  quotaId: string,
): Promise<Result<{ ranked: number; within: number; digest: string }>> => {
  const refusal = refuseSchoolWork(ctx.actor);
  if (refusal) return { ok: false, refusal };
  return decide(async (tx) => {
    const quota = await tx.transferQuota.findFirst({
      where: { id: quotaId, schoolId: ctx.actor.organizationId },
    });
    if (!quota) return reject({ code: "not_found", key: "errors.notFound" });
    const window = await tx.transferWindow.findUniqueOrThrow({ where: { id: quota.windowId } });
    const { weights, tieBreaks } = frozenRules(window).facts;
    const applicants = await tx.transfer.findMany({
      where: { quotaId, state: { in: ["assessment", "ranked"] } },
      orderBy: { id: "asc" },
      take: MOST,
    });
    if (applicants.length === 0) return reject({ code: "conflict", key: "transfers.errors.nobodyToRank" });
    const scores = await tx.transferScore.findMany({
      where: { transferId: { in: applicants.map((one) => one.id) } },
      orderBy: [{ transferId: "asc" }, { part: "asc" }, { assessorId: "asc" }],
      take: MOST * 12,
    });
    const averaged = applicants.map((one) => {
      const own = scores.filter((score) => score.transferId === one.id);
      return {
        one,
        ...partAverages(
          own.map((score) => ({ ...score, part: score.part as Part })),
          weights.value,
        ),
      };
    });
    const lacking = averaged.filter(({ unscored }) => unscored.length > 0);
    if (lacking.length > 0) {
      return reject({
        code: "conflict",
        key: "transfers.errors.unscored",
        values: {
          count: lacking.length,
          references: lacking
            .slice(0, 8)
            .map(({ one }) => one.reference)
            .join("、"),
        },
      });
    }
    const listed = await tx.transfer.count({ where: { quotaId, state: { in: ["notice", "receiving"] } } });
    const free = Math.max(0, quota.seats - quota.taken - listed);
    const seed = openField("transferWindow.seed", window.seedSealed);
    const ranked = rankApplicants(
      averaged.map(({ one, averages }) => ({ id: one.id, averages })),
      weights.value,
      tieBreaks.value,
      seed,
      free,
    );
    const digest = digestOf(rankingText(ranked));
    const rowOf = new Map(applicants.map((one) => [one.id, one]));
    for (const line of ranked) {
      const transfer = rowOf.get(line.id);
      if (!transfer) continue;
      await moveTransfer(tx, ctx, transfer, {
        action: "rank",
        who: "receiving",
        quiet: true,
        data: { totalBp: line.totalBp, rank: line.rank, within: line.within ? 1 : 0 },
        payload: { rank: line.rank, totalBp: line.totalBp, digest },
      });
    }
    const now = ctx.clock.now();
    await tx.transferQuota.update({
      where: { id: quotaId },
      data: {
        round: { increment: 1 },
        rankedAt: now,
        seed,
        digest,
        updatedAt: now,
        version: { increment: 1 },
      },
    });
    await record(tx, ctx, {
      subject: { type: "transferQuota", id: quotaId },
      name: "transfer_quota.ranked",
      payload: { ranked: ranked.length, free, digest, seedHash: window.seedHash },
      audience: [quota.schoolId, window.authorityId],
    });
    return { ranked: ranked.length, within: ranked.filter((line) => line.within).length, digest };
  });
};
