import type { MemberCtx } from "~/identity/actor";
import { read } from "~/platform/db/client.server";
import { decide, reject, stale } from "~/platform/decide.server";
import { enqueue } from "~/platform/outbox/enqueue.server";
import { notFound, type Result, refuse } from "~/platform/result";
import { ROWS_AT_ONCE, rosterWork } from "../roster-work";
import type { WrittenRoster } from "../roster-write.server";
import { mayImportRoster } from "../student-policy";
import { writeStoredRoster } from "./write-stored-roster.server";

/**
 * Writes a checked roster into the roll, all of it or nothing, judged once more against programmes and roll as they are
 * then; more than a thousand rows in the background. Goes in: the import with its version. Comes out: whether it is written
 * or being written. Refuses who does not keep the roll (forbidden), another school's import (not found), one with wrong
 * rows (blocked), one already applied, discarded or corrected meanwhile (conflict).
 */
export const applyRoster = async (
  ctx: MemberCtx,
  input: { importId: string; version: number },
): Promise<Result<{ state: "writing" } | ({ state: "applied" } & WrittenRoster)>> => {
  const allowed = mayImportRoster(ctx.actor);
  if (!allowed.ok) return refuse("forbidden", allowed.refusal.key);
  const { organizationId } = ctx.actor;
  const stored = await read.rosterImport.findFirst({ where: { id: input.importId, organizationId } });
  if (!stored) return notFound();
  if (stored.state !== "checked") return refuse("conflict", "students.errors.importOver");
  if (stored.rows <= ROWS_AT_ONCE) {
    const written = await writeStoredRoster(ctx, input);
    return written.ok ? { ok: true, value: { state: "applied", ...written.value } } : written;
  }
  return decide(async (tx) => {
    if (stored.wrongRows > 0) {
      return reject({
        code: "blocked",
        key: "students.errors.stillWrong",
        values: { count: stored.wrongRows },
      });
    }
    const begun = await tx.rosterImport.updateMany({
      where: { id: stored.id, version: input.version, state: "checked" },
      data: { state: "writing", stopped: null, version: { increment: 1 } },
    });
    if (begun.count === 0) return stale();
    await enqueue(tx, ctx, [rosterWork("apply", stored.id, input.version + 1)]);
    return { state: "writing" as const };
  });
};
