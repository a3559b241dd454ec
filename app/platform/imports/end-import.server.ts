import type { Ctx } from "../command";
import { decide, reject, stale } from "../decide.server";
import { notFound, type Result } from "../result";

export type ImportMode = "all" | "good";

/**
 * Says what becomes of a checked import. Goes in: its id and version, and whether all rows are to be written (only when
 * every one is good), the good ones, or none (it is discarded, its rows forgotten). Comes out: the id; writing runs in
 * the background. Refuses another organization's (not found), one that is not checked yet or already decided (conflict),
 * "all" with bad rows and "good" without good ones (blocked). House rule.
 */
export const endImport = (
  ctx: Ctx,
  id: string,
  { choice, version }: { choice: ImportMode | "none"; version: number },
): Promise<Result<{ id: string }>> =>
  decide(async (tx) => {
    const found = await tx.import.findFirst({
      where: { id, organizationId: ctx.actor.organizationId ?? "" },
    });
    if (!found) return reject(notFound().refusal);
    if (found.state !== "checked") return reject({ code: "conflict", key: "imports.errors.decided" });
    if (choice === "all" && found.bad > 0) return reject({ code: "blocked", key: "imports.errors.someBad" });
    if (choice !== "none" && found.good === 0)
      return reject({ code: "blocked", key: "imports.errors.noneGood" });
    const at = ctx.clock.now();
    const written = await tx.import.updateMany({
      where: { id, version },
      data: {
        version: { increment: 1 },
        ...(choice === "none"
          ? { state: "discarded", finishedAt: at }
          : { state: "writing", mode: choice, confirmedAt: at }),
      },
    });
    if (written.count === 0) stale();
    if (choice === "none") await tx.importRow.deleteMany({ where: { importId: id } });
    return { id };
  });
