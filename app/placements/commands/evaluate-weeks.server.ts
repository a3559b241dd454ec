import type { Ctx } from "~/platform/command";
import { read } from "~/platform/db/client.server";
import { inTransaction } from "~/platform/db/gate.server";
import { newId } from "~/platform/id";
import { breathe, breather } from "~/platform/time/breathe.server";
import { addDays, civilDate } from "~/platform/time/clock";
import { authorityNear } from "../concern-scope.server";
import { type FindingRow, writeFindings } from "../finding-rows.sqlite.server";
import type { PlacementRow } from "../placement-scope.server";
import { PAY_RULE } from "../rules/track-record";
import { type Found, findingChanges } from "../rules/week-findings";
import { byKey, mondayOf } from "../rules/weeks";
import { refreshTrack } from "../track-record.server";
import { judgeWeeks } from "../week-judging.server";

/** Placements judged and written at a time: small enough that nobody waits for the write. */
const SLICE = 250;

/** What changes for one placement: the findings to write, those that are gone, whether one about pay is new. */
const changesOf = (
  where: Pick<FindingRow, "placementId" | "schoolId" | "hostId" | "authorityId">,
  known: readonly { id: string; rule: string; state: string; openedOn: string }[],
  found: readonly Found[],
  on: string,
) => {
  const { added, kept, solved } = findingChanges(known, found, on);
  const rows: FindingRow[] = [
    ...added.map((one) => ({ ...one, ...where, id: newId(), openedOn: on, seenOn: on, level: 0 })),
    ...kept.map((one) => ({ ...one, ...where, seenOn: on })),
  ];
  return { rows, solved, newOnPay: added.some((one) => one.rule.startsWith(PAY_RULE)) };
};

const slice = async (
  rows: readonly PlacementRow[],
  run: { monday: string; on: string; now: Date },
  authorities: Map<string, string | null>,
): Promise<void> => {
  const { monday, on, now } = run;
  const found = await judgeWeeks(read, rows, addDays(monday, -7), on, breather());
  for (const { schoolId } of rows) {
    if (!authorities.has(schoolId)) authorities.set(schoolId, await authorityNear(read, schoolId));
  }
  const known = await read.placementFinding.findMany({
    where: { placementId: { in: rows.map((row) => row.id) } },
    select: { id: true, placementId: true, rule: true, state: true, openedOn: true },
  });
  const knownOf = byKey(known, (one) => one.placementId);
  const changes = rows.map(({ id: placementId, schoolId, hostId }) => {
    const where = { placementId, schoolId, hostId, authorityId: authorities.get(schoolId) ?? null };
    return { hostId, ...changesOf(where, knownOf.get(placementId) ?? [], found.get(placementId) ?? [], on) };
  });
  const solved = changes.flatMap((one) => one.solved);
  const paidWrong = new Set(changes.filter((one) => one.newOnPay).map((one) => one.hostId));
  await inTransaction(async (tx) => {
    await writeFindings(
      tx,
      changes.flatMap((one) => one.rows),
    );
    if (solved.length > 0) {
      await tx.placementFinding.updateMany({
        where: { id: { in: solved } },
        data: { state: "solved", solvedOn: on },
      });
    }
    for (const hostId of paidWrong) await refreshTrack(tx, hostId, now);
    await tx.weekRun.update({
      where: { monday },
      data: { after: rows.at(-1)?.id ?? "", judged: { increment: rows.length } },
    });
  });
};

/**
 * Monday's evaluation of every running placement, once a week. Goes in: nothing. Comes out: how many were judged in this
 * call. Each slice and the place to go on from are one transaction, so that a killed run goes on where it stopped and
 * nothing is told twice; between slices pages go first. A finding that is gone is solved; one that stays goes up;
 * a new one about pay counts in the unit's record.
 */
export const evaluateWeeks = async (ctx: Ctx): Promise<number> => {
  const on = civilDate(ctx.clock.now());
  const monday = mondayOf(on);
  const started = await read.weekRun.findUnique({ where: { monday } });
  if (started?.finishedAt) return 0;
  if (!started) {
    const first = { monday, after: "", judged: 0, startedAt: ctx.clock.now() };
    await inTransaction((tx) => tx.weekRun.create({ data: first }));
  }
  const authorities = new Map<string, string | null>();
  let after = started?.after ?? "";
  let judged = 0;
  for (;;) {
    const rows = await read.placement.findMany({
      where: { state: "in_progress", id: { gt: after } },
      orderBy: { id: "asc" },
      take: SLICE,
    });
    if (rows.length > 0) await slice(rows, { monday, on, now: ctx.clock.now() }, authorities);
    judged += rows.length;
    after = rows.at(-1)?.id ?? after;
    if (rows.length < SLICE) break;
    await breathe();
  }
  await inTransaction(async (tx) => {
    await tx.placementFinding.updateMany({
      where: { state: "open", seenOn: { lt: monday } },
      data: { state: "solved", solvedOn: on },
    });
    await tx.weekRun.update({ where: { monday }, data: { finishedAt: ctx.clock.now() } });
  });
  return judged;
};
