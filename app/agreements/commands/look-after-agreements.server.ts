import type { Ctx } from "~/platform/command";
import { read } from "~/platform/db/client.server";
import { inTransaction, type Tx } from "~/platform/db/gate.server";
import { enqueue } from "~/platform/outbox/enqueue.server";
import { addDays, civilDate, daysBetween } from "~/platform/time/clock";
import { agreementMails } from "../agreement-mails.server";
import { recordAgreement, saveHealth, sealedSameDay } from "../agreement-record.server";
import { documentFacts, refreshParties, saveDocument, turnOf } from "../agreement-work.server";
import { moveDocument } from "../rules/document-lifecycle";
import { healthOf, hollowStep } from "../rules/health";
import type { HealthFacts } from "../rules/health-facts";
import { endedAs } from "../rules/life";

const BATCH = 200;
/** Days before the end at which the parties are reminded to renew. House rule. */
const REMIND_AT = [90, 30] as const;
const OPEN = ["draft", "negotiating", "approved", "signing"];

const partiesOf = async (tx: Tx, agreementId: string): Promise<string[]> =>
  (await tx.agreementParty.findMany({ where: { agreementId }, select: { organizationId: true } })).map(
    (one) => one.organizationId,
  );

const lapse = async (tx: Tx, ctx: Ctx, documentId: string, today: string): Promise<void> => {
  const document = await tx.agreementDocument.findUniqueOrThrow({ where: { id: documentId } });
  const { facts, content } = await documentFacts(tx, document);
  const action = document.state === "draft" ? null : "expire";
  const moved = action ? moveDocument(facts, { action, by: "clock", today }) : null;
  if (document.state !== "draft" && !moved?.allowed) return;
  const state = moved?.allowed ? moved.next.state : "withdrawn";
  const at = ctx.clock.now();
  await tx.agreementApproval.deleteMany({ where: { documentId } });
  await saveDocument(tx, document, { state, lapsesOn: null, ...turnOf(null, at) }, at);
  const told = { title: content.title };
  const eventId = await recordAgreement(tx, ctx, document.agreementId, "agreement.lapsed", {
    ...told,
    documentId,
    from: document.state,
  });
  await enqueue(
    tx,
    ctx,
    await agreementMails(tx, {
      kind: "lapsed",
      key: eventId,
      to: document.sentAt ? facts.partyIds : [document.drafterId],
      values: told,
      link: `/agreements/${document.agreementId}`,
    }),
  );
};

const endOf = async (tx: Tx, ctx: Ctx, agreementId: string, today: string): Promise<void> => {
  const agreement = await tx.agreement.findUniqueOrThrow({ where: { id: agreementId } });
  const terminated = agreement.terminatesOn !== null && agreement.terminatesOn <= today;
  if (!["active", "suspended"].includes(agreement.state) || (!terminated && agreement.endsOn >= today))
    return;
  const commitments = await tx.agreementCommitment.findMany({
    where: { agreementId, dropped: false },
    take: 100,
  });
  const state = terminated ? "terminated" : endedAs(commitments);
  await tx.agreement.update({
    where: { id: agreementId },
    data: { state, updatedAt: ctx.clock.now(), version: { increment: 1 } },
  });
  await recordAgreement(tx, ctx, agreementId, terminated ? "agreement.terminated" : "agreement.ended", {
    title: agreement.title,
    as: state,
    reason: agreement.endReason,
  });
  await refreshParties(tx, agreementId, today);
};

const remind = async (tx: Tx, ctx: Ctx, agreementId: string, today: string): Promise<void> => {
  const agreement = await tx.agreement.findUniqueOrThrow({ where: { id: agreementId } });
  const left = daysBetween(today, agreement.endsOn);
  const mark = [...REMIND_AT].reverse().find((days) => left <= days);
  if (mark === undefined || (agreement.remindedAt !== null && agreement.remindedAt <= mark)) return;
  await tx.agreement.update({ where: { id: agreementId }, data: { remindedAt: mark } });
  const told = { title: agreement.title, days: left, due: agreement.endsOn };
  const eventId = await recordAgreement(tx, ctx, agreementId, "agreement.renewal_due", told);
  await enqueue(
    tx,
    ctx,
    await agreementMails(tx, {
      kind: "renewal",
      key: eventId,
      to: await partiesOf(tx, agreementId),
      values: told,
      link: `/agreements/${agreementId}/amend`,
    }),
  );
};

const EVENTS = {
  warn: "agreement.hollow_warned",
  find: "agreement.hollow_found",
  clear: "agreement.hollow_cleared",
} as const;

const lookAt = async (tx: Tx, ctx: Ctx, agreementId: string, today: string): Promise<void> => {
  const kept = await tx.agreementHealth.findUniqueOrThrow({ where: { agreementId } });
  const facts = JSON.parse(kept.facts) as HealthFacts;
  const health = healthOf(
    facts,
    { sealedSameDay: await sealedSameDay(tx, facts.partyIds, facts.sealedOn) },
    today,
  );
  const step = hollowStep(facts, health);
  await saveHealth(tx, agreementId, facts, today);
  // A promise falls due by the day alone: whoever owes it finds it among what waits.
  await refreshParties(tx, agreementId, today);
  if (!step) return;
  const { title } = await tx.agreement.findUniqueOrThrow({
    where: { id: agreementId },
    select: { title: true },
  });
  const told = {
    title,
    score: health.score,
    signals: health.reasons.filter((one) => one.points < 0).map((one) => one.id),
  };
  const eventId = await recordAgreement(tx, ctx, agreementId, EVENTS[step], told);
  if (step === "warn") {
    await enqueue(
      tx,
      ctx,
      await agreementMails(tx, {
        kind: "hollow",
        key: eventId,
        to: await partiesOf(tx, agreementId),
        values: { title, score: health.score },
        link: `/agreements/${agreementId}`,
      }),
    );
  }
};

/**
 * What time alone brings about, in batches that each take one short transaction: documents lapse, agreements end on their
 * day and are never silently counted on, parties are reminded to renew, health is looked at once a day and hollowness told
 * to the parties before it is found. Goes in: a context of the platform. Comes out: how many records were looked at.
 */
export const lookAfterAgreements = async (ctx: Ctx, limit = BATCH): Promise<number> => {
  const today = civilDate(ctx.clock.now());
  const lapsed = await read.agreementDocument.findMany({
    where: { state: { in: OPEN }, lapsesOn: { lt: today } },
    select: { id: true },
    take: limit,
  });
  for (const { id } of lapsed) await inTransaction((tx) => lapse(tx, ctx, id, today));
  const over = await read.agreement.findMany({
    where: {
      state: { in: ["active", "suspended"] },
      OR: [{ endsOn: { lt: today } }, { terminatesOn: { lte: today } }],
    },
    select: { id: true },
    take: limit,
  });
  for (const { id } of over) await inTransaction((tx) => endOf(tx, ctx, id, today));
  const ending = await read.agreement.findMany({
    where: {
      state: "active",
      endsOn: { gte: today, lte: addDays(today, REMIND_AT[0]) },
      OR: [
        { remindedAt: null },
        { remindedAt: { gt: REMIND_AT[1] }, endsOn: { lte: addDays(today, REMIND_AT[1]) } },
      ],
    },
    select: { id: true },
    take: limit,
  });
  for (const { id } of ending) await inTransaction((tx) => remind(tx, ctx, id, today));
  const stale = await read.agreementHealth.findMany({
    where: { asOf: { lt: today } },
    select: { agreementId: true },
    take: limit,
  });
  for (const { agreementId } of stale) await inTransaction((tx) => lookAt(tx, ctx, agreementId, today));
  return lapsed.length + over.length + ending.length + stale.length;
};
