import { createHash } from "node:crypto";
import { type Ctx, systemActor } from "~/platform/command";
import { read } from "~/platform/db/client.server";
import { inTransaction } from "~/platform/db/gate.server";
import { canonicalJson } from "~/platform/events/canonical";
import { record } from "~/platform/events/record.server";
import { newId } from "~/platform/id";
import { enqueue } from "~/platform/outbox/enqueue.server";
import { type Clock, civilDate } from "~/platform/time/clock";
import { bulletinContent } from "../bulletin-content.server";
import { dueOn, type Rhythm } from "../rules/bulletins/rhythm";

const AT_ONCE = 20;

/**
 * Draws the bulletins whose day has come, each as a frozen issue, and promises the mails to the schools of its region. Days
 * missed while nothing ran are caught up with one issue of the latest period, which names the others. Goes in: the clock.
 * Comes out: how many issues; drawing again draws nothing twice.
 */
export const drawBulletins = async (clock: Clock): Promise<number> => {
  const today = civilDate(clock.now());
  const ready = await read.bulletin.findMany({
    where: { endedAt: null, nextOn: { lte: today } },
    orderBy: [{ nextOn: "asc" }, { id: "asc" }],
    take: AT_ONCE,
  });
  const ctx: Ctx = { actor: systemActor("bulletins"), clock, requestId: newId() };
  let drawn = 0;
  for (const bulletin of ready) {
    const due = dueOn(bulletin.rhythm as Rhythm, bulletin.day, bulletin.nextOn, today);
    if (!due) continue;
    const content = canonicalJson(await bulletinContent(bulletin, due, clock, today));
    const { organizationId, regionCode, title } = bulletin;
    const period = due.period.id;
    drawn += await inTransaction(async (tx) => {
      const moved = await tx.bulletin.updateMany({
        where: { id: bulletin.id, version: bulletin.version, endedAt: null },
        data: { nextOn: due.next, version: { increment: 1 } },
      });
      if (moved.count === 0) return 0;
      const place = { bulletinId: bulletin.id, period };
      if (await tx.bulletinIssue.findUnique({ where: { bulletinId_period: place } })) return 0;
      const id = newId(clock.now().getTime());
      const sha256 = createHash("sha256").update(content).digest("hex");
      await tx.bulletinIssue.create({
        data: { id, ...place, organizationId, regionCode, title, drawnAt: clock.now(), content, sha256 },
      });
      await record(tx, ctx, {
        subject: { type: "bulletin", id: bulletin.id },
        name: "bulletin.drawn",
        payload: { title, period, issueId: id, sha256, missed: due.missed },
        audience: [organizationId],
      });
      await enqueue(tx, ctx, [
        { kind: "bulletin.send", key: `bulletin.send:${id}:`, payload: { issueId: id, after: "" } },
      ]);
      return 1;
    });
  }
  return drawn;
};
