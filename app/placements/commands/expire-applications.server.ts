import { type Ctx, systemActor } from "~/platform/command";
import { read } from "~/platform/db/client.server";
import { inTransaction, type Tx } from "~/platform/db/gate.server";
import { newId } from "~/platform/id";
import { enqueue } from "~/platform/outbox/enqueue.server";
import { type Clock, civilDate } from "~/platform/time/clock";
import { mailsToOrganization, mailsToStudent } from "../application-mails.server";
import { endedColumns, factsOf, letGo, saveApplication, tellApplication } from "../application-record.server";
import { countHostSilence } from "../application-replies.server";
import { moveApplication, OPEN_STATES } from "../rules/application-lifecycle";

const AT_ONCE = 100;

const expireOne = async (tx: Tx, ctx: Ctx, id: string): Promise<number> => {
  const row = await tx.application.findUnique({ where: { id } });
  const at = ctx.clock.now();
  if (!row) return 0;
  const outcome = moveApplication(factsOf(row, false), "expire", "house", "", civilDate(at));
  if (!outcome.ok) return 0;
  const silent = row.turn;
  const offered = row.state === "offered" || row.state === "accepted";
  const ended = await saveApplication(tx, row, at, {
    ...endedColumns(outcome.to, at),
    reason: `silent_${silent ?? "host"}`,
  });
  await letGo(tx, id, at);
  await tellApplication(tx, ctx, ended, "expired", { silent, was: row.state });
  const values = { title: row.title, replyBy: row.replyBy ?? "" };
  const letter = { key: id, values, link: `/applications/${id}` };
  if (silent === "host") {
    await countHostSilence(tx, ctx, row);
    const host = await tx.organization.findUnique({ where: { id: row.hostId }, select: { name: true } });
    const told = { ...values, host: host?.name ?? "" };
    await enqueue(tx, ctx, [
      ...(await mailsToOrganization(tx, row.hostId, { ...letter, kind: "expiredHost" })),
      ...(await mailsToStudent(tx, row.studentId, { ...letter, values: told, kind: "expiredStudent" })),
    ]);
    return 1;
  }
  await enqueue(tx, ctx, [
    ...(await mailsToStudent(tx, row.studentId, { ...letter, kind: "offerLapsed" })),
    ...(offered && row.sharedAt
      ? await mailsToOrganization(tx, row.hostId, {
          ...letter,
          kind: "withdrawn",
          worded: { reason: "silent" },
        })
      : []),
  ]);
  return 1;
};

/**
 * Ends the applications whose date has passed: a host that did not answer (its silence counts in its reply record and,
 * the third time in a row, takes the listing out of sight), an offer nobody accepted, a consent nobody gave. Whoever
 * waited is told and released, a seat that was kept is free again. Goes in: the clock. Comes out: how many ended, at most
 * 100 a time, each in a transaction of its own. Running it again does nothing.
 */
export const expireApplications = async (clock: Clock): Promise<number> => {
  const late = await read.application.findMany({
    where: { state: { in: [...OPEN_STATES] }, replyBy: { lt: civilDate(clock.now()) } },
    orderBy: { replyBy: "asc" },
    take: AT_ONCE,
    select: { id: true },
  });
  let expired = 0;
  for (const { id } of late) {
    const ctx = { actor: systemActor("产教桥"), clock, requestId: newId() };
    expired += await inTransaction((tx) => expireOne(tx, ctx, id));
  }
  return expired;
};
