import type { Ctx } from "~/platform/command";
import { read } from "~/platform/db/client.server";
import { inTransaction } from "~/platform/db/gate.server";
import { enqueue } from "~/platform/outbox/enqueue.server";
import { concernMails } from "../concern-mails.server";
import { concernReminder } from "../rules/concerns";

/** Open concerns looked at in one call, those due first. */
const AT_ONCE = 500;

/**
 * Writes about open concerns nobody has answered: to the school when half of its time has gone by, so that it answers
 * before anybody else is told; to the authority, and once more to the school, when the time is over. Comes out: how many
 * letters were promised by kind. Called again it writes nothing twice. A concern about the school's own people is the
 * authority's from the start: only its own lateness is told, to the authority.
 */
export const remindConcerns = async (ctx: Ctx): Promise<{ soon: number; late: number }> => {
  const now = ctx.clock.now();
  const open = await read.concern.findMany({
    where: { state: "open" },
    orderBy: { respondBy: "asc" },
    take: AT_ONCE,
  });
  const known = await read.concernReminder.findMany({
    where: { concernId: { in: open.map((one) => one.id) } },
    select: { concernId: true, kind: true },
  });
  const done = new Set(known.map((one) => `${one.concernId}:${one.kind}`));
  const counts = { soon: 0, late: 0 };
  for (const concern of open) {
    const kind = concernReminder(concern, now);
    if (!kind || done.has(`${concern.id}:${kind}`)) continue;
    if (kind === "soon" && concern.aboutSchool && !concern.authorityId) continue;
    await inTransaction(async (tx) => {
      await tx.concernReminder.create({ data: { concernId: concern.id, kind, at: now } });
      const link = `/concerns/${concern.id}`;
      const letter = { concernId: concern.id, due: concern.respondBy, link };
      const school = concern.aboutSchool ? [] : [concern.schoolId];
      const authority = concern.authorityId ? [concern.authorityId] : [];
      const deliveries =
        kind === "soon"
          ? await concernMails(tx, {
              ...letter,
              kind: "soon",
              organizationIds: concern.aboutSchool ? authority : school,
            })
          : [
              ...(await concernMails(tx, { ...letter, kind: "lateSchool", organizationIds: school })),
              ...(await concernMails(tx, { ...letter, kind: "late", organizationIds: authority })),
            ];
      await enqueue(tx, ctx, deliveries);
      counts[kind] += 1;
    });
  }
  return counts;
};
