import { type MemberCtx, mayWrite } from "~/identity/actor";
import { decide, reject, stale } from "~/platform/decide.server";
import { record } from "~/platform/events/record.server";
import type { Result } from "~/platform/result";
import type { SetQuota } from "../quota-schema";

/**
 * Sets how many new enquiries an enterprise takes in a month, or lifts the limit. Goes in: the number (1 to 500) or none,
 * and the version shown (0 where there was none). Comes out: the limit as it now is. Refuses a role that may not change
 * it, another kind of organization (forbidden) and a stale version (conflict). Enquiries already open stay as they are.
 * House rule.
 */
export const setEnquiryQuota = (
  ctx: MemberCtx,
  input: SetQuota,
): Promise<Result<{ perMonth: number | null }>> =>
  decide(async (tx) => {
    const { organization, organizationId } = ctx.actor;
    if (organization.kind !== "enterprise") reject({ code: "forbidden", key: "errors.forbidden" });
    if (!mayWrite(ctx.actor)) reject({ code: "forbidden", key: "quota.errors.role" });
    const perMonth = input.intent === "lift" ? null : input.perMonth;
    const held = await tx.enquiryQuota.findUnique({ where: { organizationId } });
    if ((held?.version ?? 0) !== input.version) stale();
    const updatedAt = ctx.clock.now();
    if (perMonth === null) await tx.enquiryQuota.deleteMany({ where: { organizationId } });
    else
      await tx.enquiryQuota.upsert({
        where: { organizationId },
        create: { organizationId, perMonth, updatedAt, version: 1 },
        update: { perMonth, updatedAt, version: { increment: 1 } },
      });
    await record(tx, ctx, {
      subject: { type: "quota", id: organizationId },
      name: "enquiry.quota",
      payload: { by: organization.name, perMonth },
      audience: [organizationId],
    });
    return { perMonth };
  });
