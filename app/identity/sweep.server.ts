import { systemActor } from "~/platform/command";
import { read } from "~/platform/db/client.server";
import { inTransaction } from "~/platform/db/gate.server";
import { newId } from "~/platform/id";
import { enqueue } from "~/platform/outbox/enqueue.server";
import type { Sweep } from "~/platform/outbox/worker.server";
import { passwordAgeMail } from "./mails.server";
import { passwordAge } from "./rules/password-age";

const DAY_MS = 86_400_000;

/** Links are kept a month after their end, so that an invitation that ran out can still be sent again. House rule. */
const LINK_KEPT_MS = 30 * DAY_MS;

/** A browser not used for a year is a new one again, as its cookie has ended. */
const DEVICE_KEPT_MS = 365 * DAY_MS;

/** Once a day: forgets sessions that ended, links long dead, failed sign-ins that no longer count, unused browsers. */
export const sweepSessions: Sweep = {
  name: "identity.sessions",
  everyMs: DAY_MS,
  run: async (clock) => {
    const now = clock.now().getTime();
    await inTransaction(async (tx) => {
      await tx.session.deleteMany({ where: { expiresAt: { lt: new Date(now) } } });
      await tx.linkToken.deleteMany({ where: { expiresAt: { lt: new Date(now - LINK_KEPT_MS) } } });
      await tx.signInTry.deleteMany({ where: { lastFailedAt: { lt: new Date(now - DAY_MS) } } });
      await tx.knownDevice.deleteMany({ where: { lastSeenAt: { lt: new Date(now - DEVICE_KEPT_MS) } } });
    });
  },
};

/** Once a day: reminds operators whose password is soon due; each password is reminded of once. */
export const sweepPasswordAge: Sweep = {
  name: "identity.password_age",
  everyMs: DAY_MS,
  run: async (clock) => {
    const operators = await read.person.findMany({
      where: { isOperator: true, lockedAt: null, passwordChangedAt: { not: null } },
      take: 200,
    });
    const mails = operators.flatMap((person) => {
      const age = passwordAge(person.passwordChangedAt, clock.now());
      const chosenAt = person.passwordChangedAt;
      return age.kind === "soon" && chosenAt ? [passwordAgeMail(person, chosenAt, age.days)] : [];
    });
    if (mails.length === 0) return;
    const ctx = { actor: systemActor("password age"), clock, requestId: newId() };
    await inTransaction((tx) => enqueue(tx, ctx, mails));
  },
};
