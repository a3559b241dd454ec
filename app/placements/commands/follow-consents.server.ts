import { type Ctx, systemActor } from "~/platform/command";
import { read } from "~/platform/db/client.server";
import { inTransaction, type Tx } from "~/platform/db/gate.server";
import { decide } from "~/platform/decide.server";
import { eventsSince } from "~/platform/events/follow.server";
import { newId } from "~/platform/id";
import { enqueue } from "~/platform/outbox/enqueue.server";
import { type Clock, civilDate } from "~/platform/time/clock";
import { standingOf } from "../application-consents.server";
import { mailsToStudent } from "../application-mails.server";
import { placeApplication } from "../application-placing.server";
import { followConsent } from "../application-sharing.server";
import { OPEN_STATES } from "../rules/application-lifecycle";

const CURSOR = "application-consents";
const EVENTS_AT_ONCE = 200;
const HEARD = ["consent.given", "consent.refused", "consent.withdrawn"];

const follow = async (tx: Tx, ctx: Ctx, id: string): Promise<boolean> => {
  const row = await tx.application.findUnique({ where: { id } });
  if (!row || row.endedAt) return false;
  const followed = await followConsent(tx, ctx, row);
  if (followed.state !== "accepted" || followed.sharedAt === null) return false;
  const on = civilDate(ctx.clock.now());
  return (await standingOf(tx, row.studentId, "internship", row.hostId, on))?.complete === true;
};

/** Why a place could not be made, as a word the student reads; the page says the rest when they try again. */
const STUCK: Record<string, string> = {
  "placements.errors.noSeatOfListing": "applications.stuck.seats",
  "placements.errors.rules": "applications.stuck.rules",
  "placements.errors.alreadyPlaced": "applications.stuck.busy",
  "applications.errors.overlap": "applications.stuck.busy",
};

/** Makes the place of a minor whose guardian has now agreed; where it cannot be made, the student is told why. */
const place = async (ctx: Ctx, id: string): Promise<void> => {
  const done = await decide(async (tx) => {
    const row = await tx.application.findUniqueOrThrow({ where: { id } });
    return placeApplication(tx, ctx, row, "house");
  });
  if (done.ok) return;
  await inTransaction(async (tx) => {
    const row = await tx.application.findUniqueOrThrow({ where: { id } });
    const stuckKey = STUCK[done.refusal.key] ?? "applications.stuck.other";
    if (row.stuckKey === stuckKey) return;
    await tx.application.update({ where: { id }, data: { stuckKey } });
    await enqueue(
      tx,
      ctx,
      await mailsToStudent(tx, row.studentId, {
        kind: "stuck",
        key: `${id}:${row.version}`,
        values: { title: row.title },
        link: `/applications/${id}`,
      }),
    );
  });
};

/**
 * Follows the words said in the consent ledger: an application comes before the host, or goes out of its sight, within
 * seconds of the word that decides it, and a minor's accepted offer becomes a place. Pages ask the ledger themselves and
 * never show more than it allows meanwhile. Goes in: the clock. Comes out: how many applications were looked at; at most
 * 200 words a time.
 */
export const followConsents = async (clock: Clock): Promise<number> => {
  const followed = await eventsSince(CURSOR, clock, { most: EVENTS_AT_ONCE, names: HEARD });
  if (!followed) return 0;
  const rows = await read.application.findMany({
    where: {
      studentId: { in: [...new Set(followed.events.map((event) => event.subjectId))] },
      state: { in: [...OPEN_STATES] },
    },
    take: 2_000,
    select: { id: true },
  });
  for (const { id } of rows) {
    const ctx: Ctx = { actor: systemActor("产教桥"), clock, requestId: newId() };
    if (await inTransaction((tx) => follow(tx, ctx, id))) await place(ctx, id);
  }
  await inTransaction(followed.keepPlace);
  return rows.length;
};
