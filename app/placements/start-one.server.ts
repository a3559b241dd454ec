import type { Ctx } from "~/platform/command";
import type { Tx } from "~/platform/db/gate.server";
import { stale } from "~/platform/decide.server";
import { record } from "~/platform/events/record.server";
import { enqueue } from "~/platform/outbox/enqueue.server";
import type { Refusal } from "~/platform/result";
import { civilDate } from "~/platform/time/clock";
import { judgePlacing } from "./judge-placing.server";
import { placementMails } from "./placement-mails.server";
import type { GateRow } from "./queries/gate-board.server";
import { closedGate } from "./rules/gates";
import { type Mover, nextPlacementState, type PlacementState } from "./rules/lifecycle";

/** The refusal that names the closed gate, what is missing and who must do it. */
export const gateRefusal = (row: GateRow): Refusal | null => {
  const closed = closedGate(row.gates);
  const reason = closed?.reasons[0];
  if (!closed || !reason) return null;
  return {
    code: "blocked",
    key: "placements.errors.gateClosed",
    values: { name: row.studentName, gate: closed.gate, who: reason.who, because: reason.because },
  };
};

/** What the rules of the start say against it, warnings without a written reason included; null when nothing. */
const rulesRefusal = async (tx: Tx, row: GateRow, reason: string, on: string): Promise<Refusal | null> => {
  const { verdict, findings } = await judgePlacing(
    tx,
    {
      studentId: row.studentId,
      hostId: row.hostId,
      listingId: row.listingId,
      origin: row.origin,
      placementId: row.id,
      terms: { ...row.agreedTerms, startsOn: row.facts.begins },
    },
    "start",
    on,
  );
  if (verdict === "pass") return null;
  const against = findings.filter((one) => one.verdict !== "pass");
  if (verdict === "warn") {
    return reason.trim()
      ? null
      : {
          code: "invalid",
          key: "placements.errors.warnReason",
          values: { name: row.studentName },
          fields: [{ field: "note", key: "errors.required" }],
          findings: against,
        };
  }
  const first = against.find((one) => one.verdict === "block") ?? against[0];
  return {
    code: "blocked",
    key: "placements.errors.startRule",
    values: { name: row.studentName, rule: first?.rule ?? "" },
    findings: against,
  };
};

/**
 * Why a placement may not start now, or null. Goes in: its row with gates, who starts it, a written reason ("" for none)
 * and the day. Refuses, in this order: a state or mover the lifecycle does not allow, a day before the agreed first day, a
 * closed gate (with what is missing and who must act), a rule that blocks or cannot be decided, a warning without reason.
 */
export const startRefusal = async (
  tx: Tx,
  row: GateRow,
  mover: Mover,
  reason: string,
  on: string,
): Promise<Refusal | null> => {
  const outcome = nextPlacementState(row.state as PlacementState, "start", mover, "");
  if (!outcome.ok) return { code: "conflict", key: "placements.errors.notNow" };
  if (on < row.startsOn) {
    return {
      code: "blocked",
      key: "placements.errors.notYet",
      values: { name: row.studentName, date: row.startsOn },
    };
  }
  return gateRefusal(row) ?? (await rulesRefusal(tx, row, reason, on));
};

/** Writes the start of a placement that may start, inside the caller's transaction, and tells those it concerns. */
export const carryOutStart = async (tx: Tx, ctx: Ctx, row: GateRow, reason: string): Promise<void> => {
  const now = ctx.clock.now();
  const on = civilDate(now);
  const { count } = await tx.placement.updateMany({
    where: { id: row.id, version: row.version, state: "preparing" },
    data: {
      state: "in_progress",
      startedOn: on,
      updatedAt: now,
      version: { increment: 1 },
      ...(row.document?.state === "sealed" ? { sealedDocId: row.document.id } : {}),
    },
  });
  if (count === 0) stale();
  await record(tx, ctx, {
    subject: { type: "placement", id: row.id },
    name: "placement.started",
    payload: { on, ...(reason.trim() ? { note: reason.trim() } : {}) },
    audience: [row.schoolId, row.hostId],
  });
  await enqueue(
    tx,
    ctx,
    await placementMails(tx, {
      kind: "started",
      key: row.id,
      to: [row.hostId],
      people: [row.studentPersonId, row.teacherId, row.mentorId],
      values: { name: row.studentName, host: row.hostName, date: on },
      link: `/placements/${row.id}`,
    }),
  );
};
