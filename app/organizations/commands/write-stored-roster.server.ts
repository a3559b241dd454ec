import type { Ctx } from "~/platform/command";
import { read } from "~/platform/db/client.server";
import { decide, reject, stale } from "~/platform/decide.server";
import { record } from "~/platform/events/record.server";
import { notFound, type Result, refuse } from "~/platform/result";
import { civilDate } from "~/platform/time/clock";
import { judgeRoster } from "../roster-judge.server";
import { openSheet } from "../roster-store.server";
import { sealRows, type WrittenRoster, writeRoster } from "../roster-write.server";

/**
 * Writes an uploaded roster into its school's roll in one transaction, after judging it against programmes and roll as they
 * are now and sealing its rows, both while others are served. Goes in: who, the import with the version seen. Comes out:
 * how many students were new, changed, unchanged. Refuses an import that is over (conflict), one with wrong rows (blocked)
 * and a stale version (conflict). Whether the actor may is asked by whoever calls.
 */
export const writeStoredRoster = async (
  ctx: Ctx,
  input: { importId: string; version: number },
): Promise<Result<WrittenRoster>> => {
  const stored = await read.rosterImport.findUnique({ where: { id: input.importId } });
  if (!stored) return notFound();
  if (!["checked", "writing"].includes(stored.state) || !stored.sheetSealed)
    return refuse("conflict", "students.errors.importOver");
  const now = ctx.clock.now();
  const { organizationId } = stored;
  const judged = await judgeRoster(read, organizationId, openSheet(stored.sheetSealed), civilDate(now));
  const { missing } = judged.columns;
  if (missing.length > 0 || judged.wrongLines.length > 0 || judged.records.length === 0) {
    const values = { count: judged.wrongLines.length };
    return refuse("blocked", "students.errors.stillWrong", { values });
  }
  const batch = { organizationId, importId: stored.id, now };
  const sealed = await sealRows(judged.records, batch);
  return decide(async (tx) => {
    const programmes = new Set(judged.records.map(({ programmeId }) => programmeId));
    const open = await tx.programme.count({
      where: { id: { in: [...programmes] }, organizationId, closedAt: null },
    });
    if (open < programmes.size) return reject({ code: "conflict", key: "errors.conflict" });
    const written = await writeRoster(tx, judged.records, batch, sealed);
    const closed = await tx.rosterImport.updateMany({
      where: { id: stored.id, version: input.version, state: stored.state },
      data: { state: "applied", sheetSealed: null, appliedAt: now, ...written, version: { increment: 1 } },
    });
    if (closed.count === 0) return stale();
    await record(tx, ctx, {
      subject: { type: "organization", id: organizationId },
      name: "roster.imported",
      payload: { importId: stored.id, rows: stored.rows, ...written },
      audience: [organizationId],
    });
    return written;
  });
};
