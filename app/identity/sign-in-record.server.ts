import type { Ctx } from "~/platform/command";
import { hashToken } from "~/platform/crypto/tokens.server";
import type { Tx } from "~/platform/db/gate.server";
import { record } from "~/platform/events/record.server";
import { enqueue } from "~/platform/outbox/enqueue.server";
import { newDeviceMail } from "./mails.server";
import { deviceOf } from "./rules/device";
import { roughNetwork } from "./rules/rough-network";
import type { SignInWay } from "./sign-in-way";

export type SignInFacts = {
  personId: string;
  session: string;
  by: SignInWay;
  ip: string;
  userAgent: string;
  /** the secret of the browser's device cookie, where the sign-in page saw or set one */
  device: string | null;
};

const seenBefore = async (tx: Tx, personId: string, device: string, now: Date): Promise<boolean> => {
  const deviceHash = hashToken(device);
  const touched = await tx.knownDevice.updateMany({
    where: { personId, deviceHash },
    data: { lastSeenAt: now },
  });
  if (touched.count > 0) return true;
  await tx.knownDevice.create({ data: { personId, deviceHash, firstSeenAt: now, lastSeenAt: now } });
  return false;
};

/**
 * Records a sign-in where its owner sees it: when, how, which browser, roughly where. A browser not seen before is told
 * to the owner by mail, except the very first one. Inside the transaction that opens the session.
 */
export const recordSignIn = async (tx: Tx, ctx: Ctx, facts: SignInFacts): Promise<void> => {
  const { personId, device } = facts;
  const person = await tx.person.findUniqueOrThrow({ where: { id: personId } });
  const devices = device ? await tx.knownDevice.count({ where: { personId } }) : 0;
  const known = device ? await seenBefore(tx, personId, device, ctx.clock.now()) : null;
  const unknown = known === false && devices > 0;
  const place = { ...deviceOf(facts.userAgent), network: roughNetwork(facts.ip) };
  const eventId = await record(
    tx,
    { ...ctx, actor: { kind: "person", personId, organizationId: null, name: person.name } },
    {
      subject: { type: "person", id: personId },
      name: "person.signed_in",
      payload: { by: facts.by, session: facts.session, newDevice: unknown, ...place },
      audience: [],
    },
  );
  if (unknown) {
    await enqueue(tx, ctx, [newDeviceMail(person, { eventId, at: ctx.clock.now(), ...place })]);
  }
};
