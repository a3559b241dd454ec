import { addWorkingDays } from "~/platform/time/working-days";

/** Working days between two reminders of one party in an agreement. House rule. */
export const REMINDER_DAYS = 2;

export type Reminder = { kind: "negotiating" | "sign" | "answer" | "deliver"; to: string[]; what: string };

/**
 * Whom a party may remind of what: the holder of the baton, those who have not signed, those who have not answered a
 * delivery, or those whose promise is overdue, in this order. Goes in: who asks, the document on the way, its signers,
 * deliveries waiting, promises, the civil date. Comes out: the others it waits for, or null when it waits for nobody.
 * House rule.
 */
export const whomToRemind = (
  mine: string,
  given: {
    document: { state: string; batonId: string | null } | null;
    signers: readonly { organizationId: string; signed: boolean }[];
    pending: readonly { toId: string; title: string }[];
    commitments: readonly {
      byId: string;
      title: string;
      quantity: number;
      accepted: number;
      dueOn: string | null;
    }[];
    running: boolean;
  },
  today: string,
): Reminder | null => {
  const { document, signers, pending, commitments, running } = given;
  const others = (ids: readonly string[]): string[] => [...new Set(ids)].filter((id) => id !== mine);
  if (document?.state === "negotiating" && document.batonId && document.batonId !== mine)
    return { kind: "negotiating", to: [document.batonId], what: "" };
  if (document?.state === "signing") {
    const to = others(signers.filter((one) => !one.signed).map((one) => one.organizationId));
    if (to.length > 0) return { kind: "sign", to, what: "" };
  }
  const unanswered = pending.filter((one) => one.toId !== mine);
  if (unanswered[0])
    return { kind: "answer", to: others(unanswered.map((one) => one.toId)), what: unanswered[0].title };
  const late = running
    ? commitments.filter(
        (one) => one.byId !== mine && one.accepted < one.quantity && one.dueOn !== null && one.dueOn < today,
      )
    : [];
  return late[0] ? { kind: "deliver", to: others(late.map((one) => one.byId)), what: late[0].title } : null;
};

/** The first civil date on which a party may remind again after it did on a civil date; at once when it never did. */
export const nextReminderOn = (lastOn: string | null, today: string): string =>
  lastOn ? addWorkingDays(lastOn, REMINDER_DAYS).date : today;
