import { type Ctx, systemActor } from "~/platform/command";
import { read } from "~/platform/db/client.server";
import { inTransaction, type Tx } from "~/platform/db/gate.server";
import { newId } from "~/platform/id";
import { breathe } from "~/platform/time/breathe.server";
import { addDays, type Clock, civilDate } from "~/platform/time/clock";
import { recordAlert } from "../alert-record.server";
import { type Cause, causesOf } from "../queries/alert-causes.server";
import { type AlertRuleId, alertRule, rulesOn } from "../rules/alert-catalogue";

const AT_ONCE = 100;
const SETTLED_DAYS = 30;

/**
 * Whether the same cause was closed by somebody and still lasts: dismissed, and found every day since; or accepted less
 * than thirty days ago, so that a plan has time to work; or once for all where the rule is about what is past. House rule.
 */
const settled = async (
  tx: Tx,
  ruleId: AlertRuleId,
  subject: Cause["subject"],
  today: string,
): Promise<boolean> => {
  const last = await tx.alert.findFirst({
    where: { ruleId, subjectType: subject.type, subjectId: subject.id, state: "closed" },
    orderBy: { closedOn: "desc" },
    select: { id: true, closeReason: true, closedOn: true, seenOn: true },
  });
  const lasts =
    (alertRule(ruleId)?.once && last !== null && last.closeReason !== "cause_gone") ||
    (last?.closeReason === "dismissed" && last.seenOn >= addDays(today, -2)) ||
    (last?.closeReason === "accepted" && (last.closedOn ?? "") > addDays(today, -SETTLED_DAYS));
  if (!last || !lasts) return false;
  await tx.alert.update({ where: { id: last.id }, data: { seenOn: today } });
  return true;
};

const see = async (tx: Tx, ctx: Ctx, ruleId: AlertRuleId, cause: Cause, today: string): Promise<boolean> => {
  const { subject, facts, ...rest } = cause;
  const where = {
    ruleId_subjectType_subjectId_openKey: {
      ruleId,
      subjectType: subject.type,
      subjectId: subject.id,
      openKey: "",
    },
  };
  const known = await tx.alert.findUnique({ where, select: { id: true } });
  if (known) {
    await tx.alert.update({
      where: { id: known.id },
      data: { seenOn: today, ...rest, facts: JSON.stringify(facts) },
    });
    return false;
  }
  if (await settled(tx, ruleId, subject, today)) return false;
  const now = ctx.clock.now();
  const alert = {
    id: newId(now.getTime()),
    ruleId,
    subjectType: subject.type,
    subjectId: subject.id,
    ...rest,
    authorityId: null,
  };
  await tx.alert.create({
    data: {
      ...alert,
      facts: JSON.stringify(facts),
      state: "open",
      openKey: "",
      raisedOn: today,
      seenOn: today,
      createdAt: now,
      updatedAt: now,
      version: 1,
    },
  });
  await recordAlert(tx, ctx, alert, "alert.raised", facts);
  return true;
};

const vanish = async (tx: Tx, ctx: Ctx, id: string, today: string): Promise<void> => {
  const alert = await tx.alert.findUnique({ where: { id } });
  if (!alert || alert.state === "closed" || alert.seenOn >= today) return;
  await tx.alert.update({
    where: { id },
    data: {
      state: "closed",
      openKey: id,
      closedOn: today,
      closeReason: "cause_gone",
      updatedAt: ctx.clock.now(),
      version: { increment: 1 },
    },
  });
  await recordAlert(tx, ctx, alert, "alert.vanished", { seenOn: alert.seenOn });
};

/**
 * Asks every rule of the catalogue in force today for its causes, raises what is new, and closes what has no cause any
 * more, saying so. Goes in: the clock. Comes out: how many were raised and how many closed. In parts that let pages go
 * first; killed half-way it closes nothing that was not looked at, and the next run goes on.
 */
export const raiseAlerts = async (clock: Clock): Promise<{ raised: number; closed: number }> => {
  const ctx: Ctx = { actor: systemActor("平台"), clock, requestId: newId() };
  const today = civilDate(clock.now());
  let raised = 0;
  let closed = 0;
  for (const { id: ruleId } of rulesOn(today)) {
    for (const cause of causesOf(ruleId, today)) {
      if (await inTransaction((tx) => see(tx, ctx, ruleId, cause, today))) raised += 1;
      await breathe();
    }
    for (;;) {
      const gone = await read.alert.findMany({
        where: { ruleId, state: { not: "closed" }, seenOn: { lt: today } },
        take: AT_ONCE,
        select: { id: true },
      });
      for (const { id } of gone) await inTransaction((tx) => vanish(tx, ctx, id, today));
      closed += gone.length;
      if (gone.length < AT_ONCE) break;
    }
  }
  return { raised, closed };
};
