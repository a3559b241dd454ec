import type { MemberCtx } from "~/identity/actor";
import { decide, reject, stale } from "~/platform/decide.server";
import type { Result } from "~/platform/result";
import { maySupply } from "../report-policy";

/**
 * Puts a looked-at sheet aside; its file stays. Goes in: the sheet's id and version. Refuses foreign sheets (not found),
 * roles that may not, and sheets whose figures count already.
 */
export const discardSheet = async (
  ctx: MemberCtx,
  input: { id: string; version: number },
): Promise<Result<null>> => {
  const allowed = maySupply(ctx.actor);
  if (!allowed.ok) return allowed;
  return decide(async (tx) => {
    const { organizationId } = ctx.actor;
    const sheet = await tx.indicatorSheet.findFirst({ where: { id: input.id, organizationId } });
    if (!sheet) return reject({ code: "not_found", key: "errors.notFound" });
    if (sheet.state !== "checked") return reject({ code: "conflict", key: "reports.errors.notOpen" });
    const moved = await tx.indicatorSheet.updateMany({
      where: { id: sheet.id, version: input.version, state: "checked" },
      data: { state: "discarded", version: { increment: 1 } },
    });
    if (moved.count === 0) return stale();
    return null;
  });
};
