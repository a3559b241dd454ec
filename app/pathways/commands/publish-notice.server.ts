import type { MemberCtx } from "~/identity/actor";
import { decide, reject } from "~/platform/decide.server";
import type { Result } from "~/platform/result";
import { civilDate } from "~/platform/time/clock";
import { writeNotice } from "../notice-reissue.server";
import { refuseSchoolWork } from "../policy";
import { frozenRules } from "../rule-set.server";
import { noticeDays } from "../rules/notice";
import { moveTransfer } from "../transfer-moves.server";

/**
 * Publishes the masked list of those inside the seats of one quota. Goes in: the quota. Comes out: the notice's id and its last
 * day, counted in working days under the window's rules. Refuses another school's quota (not found), a quota nobody of which
 * is inside the seats, and a second list while one is out.
 */
export const publishNotice = async (
  ctx: MemberCtx,
  quotaId: string,
): Promise<Result<{ id: string; untilOn: string }>> => {
  const refusal = refuseSchoolWork(ctx.actor);
  if (refusal) return { ok: false, refusal };
  return decide(async (tx) => {
    const quota = await tx.transferQuota.findFirst({
      where: { id: quotaId, schoolId: ctx.actor.organizationId },
    });
    if (!quota) return reject({ code: "not_found", key: "errors.notFound" });
    const open = await tx.transferNotice.findFirst({ where: { quotaId, state: "open" } });
    if (open) return reject({ code: "conflict", key: "transfers.errors.noticeOut" });
    const inside = await tx.transfer.findMany({
      where: { quotaId, state: "ranked", within: 1 },
      orderBy: { rank: "asc" },
      take: 5_000,
    });
    if (inside.length === 0) return reject({ code: "conflict", key: "transfers.errors.nobodyInside" });
    const window = await tx.transferWindow.findUniqueOrThrow({ where: { id: quota.windowId } });
    const days = frozenRules(window).facts.noticeDays.value;
    const { fromOn, until } = noticeDays(civilDate(ctx.clock.now()), days);
    for (const transfer of inside) {
      await moveTransfer(tx, ctx, transfer, {
        action: "publish",
        who: "receiving",
        data: { dueOn: until.date },
      });
    }
    const id = await writeNotice(tx, ctx, quotaId, {
      fromOn,
      untilOn: until.date,
      uncertain: !until.certain,
    });
    return { id, untilOn: until.date };
  });
};
