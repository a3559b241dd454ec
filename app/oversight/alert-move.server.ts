import type { MemberCtx } from "~/identity/actor";
import type { Tx } from "~/platform/db/gate.server";
import { reject, stale } from "~/platform/decide.server";
import { liesWithin, mayOrder } from "./policy";
import { type AlertMove, type AlertMover, nextAlertState } from "./rules/alert-lifecycle";

export type AlertRow = NonNullable<Awaited<ReturnType<Tx["alert"]["findUnique"]>>>;

/** The region an authority answers for, or a refusal. */
export const authorityRegion = async (tx: Tx, ctx: MemberCtx): Promise<string> => {
  const allowed = mayOrder(ctx.actor);
  if (!allowed.ok) return reject(allowed.refusal);
  const { regionCode } = await tx.organization.findUniqueOrThrow({
    where: { id: ctx.actor.organizationId },
    select: { regionCode: true },
  });
  return regionCode;
};

/** An alert in the region of the acting authority; anybody else's is not found. */
export const alertInRegion = async (tx: Tx, ctx: MemberCtx, id: string): Promise<AlertRow> => {
  const region = await authorityRegion(tx, ctx);
  const alert = await tx.alert.findUnique({ where: { id } });
  if (!alert || !liesWithin(region, alert.regionCode))
    return reject({ code: "not_found", key: "errors.notFound" });
  return alert;
};

/** An alert that concerns the acting organization and has been ordered; anybody else's is not found. */
export const ownAlert = async (tx: Tx, ctx: MemberCtx, id: string): Promise<AlertRow> => {
  const alert = await tx.alert.findUnique({ where: { id } });
  if (alert?.organizationId !== ctx.actor.organizationId || alert.state === "open")
    return reject({ code: "not_found", key: "errors.notFound" });
  return alert;
};

type Change = Parameters<Tx["alert"]["updateMany"]>[0]["data"];

/**
 * Makes a move of an alert inside the caller's transaction: asks the table of its life, writes with the version. Refuses a
 * move the state does not allow and a version somebody else has changed.
 */
export const moveAlert = async (
  tx: Tx,
  ctx: MemberCtx,
  alert: AlertRow,
  version: number,
  move: AlertMove,
  who: AlertMover,
  words: string,
  change: Change,
): Promise<void> => {
  const next = nextAlertState(alert.state as Parameters<typeof nextAlertState>[0], move, who, words);
  if (!next.ok) return reject({ code: "conflict", key: `alerts.errors.${next.because}` });
  const { count } = await tx.alert.updateMany({
    where: { id: alert.id, version },
    data: { ...change, state: next.to, updatedAt: ctx.clock.now(), version: { increment: 1 } },
  });
  if (count === 0) stale();
};
