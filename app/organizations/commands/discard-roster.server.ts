import type { MemberCtx } from "~/identity/actor";
import { decide, reject } from "~/platform/decide.server";
import { type Result, refuse } from "~/platform/result";
import { mayImportRoster } from "../student-policy";

/**
 * Throws an uploaded roster away, its contents at once. Refuses who does not keep the roll (forbidden), another school's
 * import and one already applied or discarded (not found).
 */
export const discardRoster = async (
  ctx: MemberCtx,
  input: { importId: string },
): Promise<Result<{ importId: string }>> => {
  const allowed = mayImportRoster(ctx.actor);
  if (!allowed.ok) return refuse("forbidden", allowed.refusal.key);
  return decide(async (tx) => {
    const gone = await tx.rosterImport.updateMany({
      where: {
        id: input.importId,
        organizationId: ctx.actor.organizationId,
        state: { in: ["checked", "checking"] },
      },
      data: { state: "discarded", sheetSealed: null, version: { increment: 1 } },
    });
    if (gone.count === 0) return reject({ code: "not_found", key: "errors.notFound" });
    return { importId: input.importId };
  });
};
