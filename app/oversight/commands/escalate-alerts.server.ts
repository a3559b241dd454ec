import { type Ctx, systemActor } from "~/platform/command";
import { read } from "~/platform/db/client.server";
import { inTransaction, type Tx } from "~/platform/db/gate.server";
import { newId } from "~/platform/id";
import { addDays, type Clock, civilDate } from "~/platform/time/clock";
import { mailAlert, recordAlert } from "../alert-record.server";
import { type AlertState, silenceOf } from "../rules/alert-lifecycle";

const AT_ONCE = 200;

/** Authorities whose region is that one or contains it, the nearest first: city, then province. */
const authoritiesOver = async (tx: Tx, regionCode: string): Promise<string[]> => {
  const codes = [regionCode, `${regionCode.slice(0, 4)}00`, `${regionCode.slice(0, 2)}0000`];
  const rows = await tx.organization.findMany({
    where: { kind: "authority", state: "verified", regionCode: { in: codes } },
    select: { id: true, regionCode: true },
    take: 20,
  });
  return rows.sort((a, b) => codes.indexOf(a.regionCode) - codes.indexOf(b.regionCode)).map(({ id }) => id);
};

const escalate = async (tx: Tx, ctx: Ctx, id: string, today: string): Promise<boolean> => {
  const alert = await tx.alert.findUnique({ where: { id } });
  if (!alert) return false;
  const silence = silenceOf({ ...alert, state: alert.state as AlertState }, today, addDays);
  if (!silence) return false;
  const { count } = await tx.alert.updateMany({
    where: { id, version: alert.version },
    data: {
      level: silence.level,
      escalatedOn: today,
      updatedAt: ctx.clock.now(),
      version: { increment: 1 },
    },
  });
  if (count === 0) return false;
  const over = await authoritiesOver(tx, alert.regionCode);
  const own = alert.authorityId ?? over[0];
  const told =
    silence.level === 1 ? [own] : over.slice(over.indexOf(own ?? "") + 1, over.indexOf(own ?? "") + 2);
  const eventId = await recordAlert(tx, ctx, alert, "alert.escalated", {
    who: silence.who,
    level: silence.level,
  });
  const values = { due: alert.dueOn ?? "", level: silence.level };
  const authorities = told.filter((one) => one !== undefined);
  await mailAlert(tx, ctx, alert, {
    kind: "silent",
    key: eventId,
    to: authorities,
    values,
    link: `/oversight/alerts/${id}`,
  });
  if (silence.who === "owner") {
    await mailAlert(tx, ctx, alert, {
      kind: "silent",
      key: `${eventId}:owner`,
      to: [alert.organizationId],
      values,
      link: `/rectifications/${id}`,
    });
  }
  return true;
};

/**
 * Passes on what somebody has been silent about: an alert nobody orders, an order nobody answers. First to those whose turn
 * it is, then to the authority one level up where the platform has one; every step is recorded. Goes in: the clock. Comes
 * out: how many were passed on, at most 200 a time.
 */
export const escalateAlerts = async (clock: Clock): Promise<number> => {
  const ctx: Ctx = { actor: systemActor("平台"), clock, requestId: newId() };
  const today = civilDate(clock.now());
  const silent = await read.alert.findMany({
    where: {
      level: { lt: 2 },
      OR: [
        { state: "open", raisedOn: { lt: addDays(today, -30) } },
        { state: "ordered", dueOn: { lt: today } },
      ],
    },
    orderBy: { id: "asc" },
    take: AT_ONCE,
    select: { id: true },
  });
  let passedOn = 0;
  for (const { id } of silent) {
    if (await inTransaction((tx) => escalate(tx, ctx, id, today))) passedOn += 1;
  }
  return passedOn;
};
