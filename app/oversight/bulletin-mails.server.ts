import { regionRange } from "~/catalogues/rules/regions";
import { peopleWhoAct } from "~/organizations/people-who-act.server";
import { type Ctx, systemActor } from "~/platform/command";
import { read } from "~/platform/db/client.server";
import { inTransaction } from "~/platform/db/gate.server";
import { newId } from "~/platform/id";
import { mailDelivery } from "~/platform/mail/compose.server";
import { enqueue } from "~/platform/outbox/enqueue.server";
import type { DeliveryHandler } from "~/platform/outbox/worker.server";
import { systemClock } from "~/platform/time/clock";
import { translatorFor } from "~/words/translator.server";

/** Schools written to in one transaction, so that nobody waits for a whole province. */
const SCHOOLS_AT_ONCE = 25;

/**
 * Writes to the next schools of an issue's region, each person in their own language with the link, and promises the rest.
 * Called again after a crash it writes nothing twice: every mail has its key.
 */
export const sendBulletin: DeliveryHandler = async ({ issueId, after }) => {
  const issue = await read.bulletinIssue.findUnique({ where: { id: String(issueId) } });
  if (!issue) return;
  const { from, before } = regionRange(issue.regionCode);
  const schools = await read.organization.findMany({
    where: {
      kind: "school",
      state: "verified",
      regionCode: { gte: from, lt: before },
      id: { gt: String(after) },
    },
    orderBy: { id: "asc" },
    take: SCHOOLS_AT_ONCE,
    select: { id: true },
  });
  const last = schools.at(-1);
  if (!last) return;
  const { name } = await read.organization.findUniqueOrThrow({
    where: { id: issue.organizationId },
    select: { name: true },
  });
  const ctx: Ctx = { actor: systemActor("bulletins"), clock: systemClock, requestId: newId() };
  await inTransaction(async (tx) => {
    for (const { id } of schools) {
      for (const person of await peopleWhoAct(tx, id)) {
        const t = translatorFor(person.language === "en" ? "en" : "zh-CN").room("reports");
        const values = { title: issue.title, period: issue.period, authority: name };
        await enqueue(tx, ctx, [
          mailDelivery({
            key: `bulletin:${issue.id}:${person.personId}`,
            to: person.email,
            language: person.language,
            subject: t("bulletin.mailSubject", values),
            lines: [t("bulletin.mailText", values)],
            link: `/oversight/bulletins/${issue.id}`,
          }),
        ]);
      }
    }
    await enqueue(tx, ctx, [
      {
        kind: "bulletin.send",
        key: `bulletin.send:${issue.id}:${last.id}`,
        payload: { issueId: issue.id, after: last.id },
      },
    ]);
  });
};
