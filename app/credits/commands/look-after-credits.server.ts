import { type CreditSource, enterCredit } from "~/organizations/credit-ledger.server";
import type { Ctx } from "~/platform/command";
import { read } from "~/platform/db/client.server";
import { inTransaction, type Tx } from "~/platform/db/gate.server";
import { eventsSince } from "~/platform/events/follow.server";
import { record } from "~/platform/events/record.server";
import { civilDate } from "~/platform/time/clock";

/** Events followed in one round. */
const AT_ONCE = 100;
const UNDOING = ["transfer.reverse", "transfer.confirmReturn", "transfer.withdraw"];
const UNDONE = ["reverted", "withdrawn", "rejected"];

const takeBack = async (tx: Tx, ctx: Ctx, id: string): Promise<void> => {
  const now = ctx.clock.now();
  const { count } = await tx.creditConversion.updateMany({
    where: { id, state: "confirmed" },
    data: { state: "cancelled", updatedAt: now, version: { increment: 1 } },
  });
  if (count === 0) return;
  const conversion = await tx.creditConversion.findUniqueOrThrow({ where: { id } });
  const entries = await tx.creditEntry.findMany({
    where: { source: "transfer", sourceId: id, act: { in: ["converted", "owed"] } },
    take: 400,
  });
  const voided = await tx.creditEntry.findMany({
    where: { voidsId: { in: entries.map((one) => one.id) } },
    select: { voidsId: true },
  });
  const gone = new Set(voided.map((one) => one.voidsId));
  for (const entry of entries.filter((one) => !gone.has(one.id))) {
    await enterCredit(tx, ctx, {
      studentId: entry.studentId,
      schoolId: entry.schoolId,
      act: "voided",
      source: entry.source as CreditSource,
      sourceId: entry.sourceId,
      item: entry.item,
      name: entry.name,
      creditsCenti: -entry.creditsCenti,
      earnedOn: civilDate(now),
      voidsId: entry.id,
      basis: { transferId: conversion.transferId, undone: true },
    });
  }
  await tx.makeUpItem.updateMany({
    where: { conversionId: id, state: { in: ["planned", "not_passed"] } },
    data: { state: "cancelled", settledOn: civilDate(now), updatedAt: now, version: { increment: 1 } },
  });
  await record(tx, ctx, {
    subject: { type: "creditConversion", id },
    name: "credit_conversion.cancelled",
    payload: { reference: conversion.reference, entries: entries.length - gone.size },
    audience: [conversion.toSchoolId, conversion.fromSchoolId],
  });
};

/**
 * What follows a transfer that was undone: its conversion no longer stands, converted and owed credits are taken back in the
 * ledger, and what was still to be made up falls away. Comes out: how many conversions. It follows the recorded events, so
 * that called again it finds nothing left.
 */
export const lookAfterCredits = async (ctx: Ctx): Promise<{ cancelled: number }> => {
  const followed = await eventsSince("credits", ctx.clock, { most: AT_ONCE, names: UNDOING });
  if (!followed) return { cancelled: 0 };
  const ids = [...new Set(followed.events.map((one) => one.subjectId))];
  const undone = await read.transfer.findMany({
    where: { id: { in: ids }, state: { in: UNDONE } },
    select: { id: true },
  });
  const rows = await read.creditConversion.findMany({
    where: { state: "confirmed", transferId: { in: undone.map((one) => one.id) } },
    take: AT_ONCE,
    select: { id: true },
  });
  for (const { id } of rows) await inTransaction((tx) => takeBack(tx, ctx, id));
  await inTransaction((tx) => followed.keepPlace(tx));
  return { cancelled: rows.length };
};
