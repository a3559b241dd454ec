import type { read } from "~/platform/db/client.server";
import type { Tx } from "~/platform/db/gate.server";
import { civilDate } from "~/platform/time/clock";
import { documentFacts } from "./agreement-work.server";
import { isRunning } from "./rules/life";
import { nextReminderOn, type Reminder, whomToRemind } from "./rules/reminder";

/**
 * Whom a party of an agreement may remind today, and since when again. Goes in: the agreement and the party. Comes out: null
 * when it waits for nobody; `nextOn` after today when it reminded them less than two working days ago.
 */
export const reminderOf = async (
  db: Tx | typeof read,
  agreement: { id: string; state: string; effectiveOn: string | null; endsOn: string },
  mine: string,
  today: string,
): Promise<(Reminder & { nextOn: string }) | null> => {
  const document = await db.agreementDocument.findFirst({
    where: { agreementId: agreement.id, state: { in: ["negotiating", "signing"] } },
    orderBy: { ordinal: "desc" },
  });
  const signers = document?.state === "signing" ? (await documentFacts(db, document)).facts.signers : [];
  const commitments = await db.agreementCommitment.findMany({
    where: { agreementId: agreement.id, dropped: false },
    orderBy: { dueOn: "asc" },
    take: 100,
  });
  const evidence = await db.agreementEvidence.findMany({
    where: { agreementId: agreement.id, state: "pending" },
    select: { commitmentId: true },
    take: 200,
  });
  const pending = commitments.filter((one) => evidence.some((other) => other.commitmentId === one.id));
  const running = isRunning(agreement, today);
  const found = whomToRemind(mine, { document, signers, pending, commitments, running }, today);
  if (!found) return null;
  const last = await db.event.findFirst({
    where: {
      subjectType: "agreement",
      subjectId: agreement.id,
      name: "agreement.reminded",
      actorOrganizationId: mine,
    },
    orderBy: { sequence: "desc" },
    select: { at: true },
  });
  return { ...found, nextOn: nextReminderOn(last ? civilDate(last.at) : null, today) };
};
