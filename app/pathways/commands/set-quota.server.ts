import type { z } from "zod";
import { liesIn } from "~/catalogues/rules/regions";
import type { MemberCtx } from "~/identity/actor";
import { decide, reject } from "~/platform/decide.server";
import { record } from "~/platform/events/record.server";
import { newId } from "~/platform/id";
import type { Result } from "~/platform/result";
import { civilDate } from "~/platform/time/clock";
import { reissueNotice } from "../notice-reissue.server";
import { refuseAuthorityWork, refuseSchoolWork } from "../policy";

import type { quotaForm } from "../schema";
import { authorityRegionOf } from "../transfer-access.server";
import { moveTransfer } from "../transfer-moves.server";

const HELD = ["ranked", "notice", "receiving"];

/**
 * Says how many seats a school has for one major in a window. A school sets its own; an authority sets any of its region and
 * alone may cut below what was ranked. Goes in: window, school (the own one unless an authority speaks), major (empty at a
 * general school), seats, score line, reason. Comes out: the quota's id and how many applicants were moved out of the seats.
 * Refuses fewer seats than are taken, and a cut after the ranking by the school itself or without a reason.
 */
export const setQuota = async (
  ctx: MemberCtx,
  input: z.output<typeof quotaForm>,
): Promise<Result<{ id: string; cut: number }>> => {
  const authority = ctx.actor.organization.kind === "authority";
  const refusal = authority ? refuseAuthorityWork(ctx.actor) : refuseSchoolWork(ctx.actor);
  if (refusal) return { ok: false, refusal };
  return decide(async (tx) => {
    const now = ctx.clock.now();
    const window = await tx.transferWindow.findUnique({ where: { id: input.window } });
    const schoolId = authority ? (input.school ?? "") : ctx.actor.organizationId;
    const school = await tx.organization.findUnique({ where: { id: schoolId } });
    const region = await authorityRegionOf(tx, ctx.actor);
    const reaches = window && school && liesIn(window.regionCode, school.regionCode);
    if (!reaches || (region !== null && !liesIn(region, school.regionCode))) {
      return reject({ code: "not_found", key: "errors.notFound" });
    }
    if (window.state !== "open") return reject({ code: "conflict", key: "transfers.errors.windowCancelled" });
    const general = school.kind === "general_school";
    if (general !== (window.direction === "to_general")) {
      return reject({ code: "conflict", key: "transfers.errors.otherSide" });
    }
    const programme = general
      ? null
      : await tx.programme.findFirst({
          where: { organizationId: schoolId, majorCode: input.majorCode ?? "", closedAt: null },
        });
    if (!general && !programme) {
      return reject({
        code: "invalid",
        key: "errors.checkFields",
        fields: [{ field: "majorCode", key: "transfers.errors.noProgramme" }],
      });
    }
    const place = { windowId: window.id, schoolId, majorCode: programme?.majorCode ?? "" };
    const known = await tx.transferQuota.findUnique({ where: { windowId_schoolId_majorCode: place } });
    const data = { seats: input.seats, scoreLine: input.scoreLine ?? null, updatedAt: now };
    const id = known?.id ?? newId(now.getTime());
    if (!known) {
      if (civilDate(now) > window.closesOn)
        return reject({ code: "conflict", key: "transfers.errors.windowClosed" });
      await tx.transferQuota.create({
        data: {
          id,
          ...place,
          ...data,
          grade: window.grade,
          majorName: programme?.name ?? "",
          taken: 0,
          round: 0,
          createdAt: now,
          version: 1,
        },
      });
    } else {
      if (input.seats < known.taken) {
        return reject({
          code: "conflict",
          key: "transfers.errors.belowTaken",
          values: { taken: known.taken },
        });
      }
      const cuts = known.rankedAt !== null && input.seats < known.seats;
      if (cuts && !authority) return reject({ code: "forbidden", key: "transfers.errors.cutByAuthority" });
      if (cuts && !input.reason) {
        return reject({
          code: "invalid",
          key: "errors.checkFields",
          fields: [{ field: "reason", key: "transfers.errors.reason" }],
        });
      }
      await tx.transferQuota.update({ where: { id }, data: { ...data, version: { increment: 1 } } });
    }
    const held = known?.rankedAt
      ? await tx.transfer.findMany({
          where: { quotaId: id, state: { in: HELD }, within: 1 },
          orderBy: { rank: "asc" },
          take: 5_000,
        })
      : [];
    const out = held.slice(Math.max(0, input.seats - (known?.taken ?? 0)));
    for (const transfer of out) {
      await moveTransfer(tx, ctx, transfer, {
        action: "cutQuota",
        who: "authority",
        reason: input.reason ?? "",
        data: { within: 0 },
      });
    }
    if (out.length > 0) await reissueNotice(tx, ctx, id);
    await record(tx, ctx, {
      subject: { type: "transferQuota", id },
      name: known ? "transfer_quota.changed" : "transfer_quota.set",
      payload: { seats: input.seats, before: known?.seats ?? 0, cut: out.length, reason: input.reason },
      audience: [schoolId, window.authorityId],
    });
    return { id, cut: out.length };
  });
};
