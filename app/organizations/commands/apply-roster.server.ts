import type { MemberCtx } from "~/identity/actor";
import { decide, reject, stale } from "~/platform/decide.server";
import { record } from "~/platform/events/record.server";
import { type Result, refuse } from "~/platform/result";
import { civilDate } from "~/platform/time/clock";
import { judgeRoster } from "../roster-judge.server";
import { openSheet } from "../roster-store.server";
import { type WrittenRoster, writeRoster } from "../roster-write.server";
import { mayKeepStudents } from "../student-policy";

/**
 * Writes a checked roster into the roll, all of it or nothing, in one transaction, judged once more against programmes and
 * roll as they are then. Goes in: the import with its version. Comes out: how many students were new, changed, unchanged.
 * Refuses who does not keep the roll (forbidden), another school's import (not found), one with wrong rows (blocked), one
 * already applied, discarded or corrected meanwhile (conflict).
 */
export const applyRoster = async (
  ctx: MemberCtx,
  input: { importId: string; version: number },
): Promise<Result<WrittenRoster>> => {
  const allowed = mayKeepStudents(ctx.actor);
  if (!allowed.ok) return refuse("forbidden", allowed.refusal.key);
  const { organizationId } = ctx.actor;
  return decide(async (tx) => {
    const now = ctx.clock.now();
    const stored = await tx.rosterImport.findFirst({ where: { id: input.importId, organizationId } });
    if (!stored) return reject({ code: "not_found", key: "errors.notFound" });
    if (stored.state !== "checked" || !stored.sheetSealed) {
      return reject({ code: "conflict", key: "students.errors.importOver" });
    }
    const judged = await judgeRoster(tx, organizationId, openSheet(stored.sheetSealed), civilDate(now));
    const { missing } = judged.columns;
    if (missing.length > 0 || judged.wrongLines.length > 0 || judged.records.length === 0) {
      const values = { count: judged.wrongLines.length };
      return reject({ code: "blocked", key: "students.errors.stillWrong", values });
    }
    const written = await writeRoster(tx, judged.records, { organizationId, importId: stored.id, now });
    const closed = await tx.rosterImport.updateMany({
      where: { id: stored.id, version: input.version, state: "checked" },
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
