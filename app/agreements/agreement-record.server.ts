import type { Ctx } from "~/platform/command";
import type { Tx } from "~/platform/db/gate.server";
import type { Json } from "~/platform/events/canonical";
import { record } from "~/platform/events/record.server";
import { civilDate } from "~/platform/time/clock";
import type { AgreementEventName } from "./events";
import { healthOf } from "./rules/health";
import { foldHealth, type HealthFacts } from "./rules/health-facts";

/** How many agreements the busiest of some parties sealed on a civil date. */
export const sealedSameDay = async (
  tx: { agreementParty: Pick<Tx["agreementParty"], "count"> },
  partyIds: readonly string[],
  sealedOn: string,
): Promise<number> => {
  let most = 0;
  for (const organizationId of partyIds.slice(0, 30)) {
    most = Math.max(most, await tx.agreementParty.count({ where: { organizationId, sealedOn } }));
  }
  return most;
};

// An unsent text is its drafter's alone: so is what happens to it.
const audienceOf = async (tx: Tx, documentId: Json | undefined, parties: string[]): Promise<string[]> => {
  const document =
    typeof documentId === "string"
      ? await tx.agreementDocument.findUnique({
          where: { id: documentId },
          select: { sentAt: true, drafterId: true },
        })
      : null;
  return document && !document.sentAt ? [document.drafterId] : parties;
};

/**
 * Records one event of an agreement in its chain, for its parties, and keeps its health up to date: only this one event
 * is folded in. Comes out: the event's id.
 */
export const recordAgreement = async (
  tx: Tx,
  ctx: Ctx,
  agreementId: string,
  name: AgreementEventName,
  payload: { readonly [key: string]: Json | undefined },
): Promise<string> => {
  const parties = await tx.agreementParty.findMany({
    where: { agreementId },
    select: { organizationId: true },
  });
  const audience = await audienceOf(
    tx,
    payload.documentId,
    parties.map((party) => party.organizationId),
  );
  const id = await record(tx, ctx, {
    subject: { type: "agreement", id: agreementId },
    name,
    payload,
    audience,
  });
  const kept = await tx.agreementHealth.findUnique({ where: { agreementId } });
  const today = civilDate(ctx.clock.now());
  const before = kept ? (JSON.parse(kept.facts) as HealthFacts) : null;
  const facts = foldHealth(before, { name, on: today, organizationId: ctx.actor.organizationId, payload });
  if (!facts || facts === before) return id;
  await saveHealth(tx, agreementId, facts, today);
  return id;
};

/** Writes an agreement's folded facts with its health as of a civil date. */
export const saveHealth = async (tx: Tx, agreementId: string, facts: HealthFacts, today: string) => {
  const health = healthOf(
    facts,
    { sealedSameDay: await sealedSameDay(tx, facts.partyIds, facts.sealedOn) },
    today,
  );
  const row = {
    facts: JSON.stringify(facts),
    score: health.score,
    state: health.state,
    reasons: JSON.stringify(health.reasons),
    asOf: today,
  };
  await tx.agreementHealth.upsert({ where: { agreementId }, create: { agreementId, ...row }, update: row });
  return health;
};
