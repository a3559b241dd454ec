import type { Ctx } from "~/platform/command";
import type { Tx } from "~/platform/db/gate.server";
import { civilDate } from "~/platform/time/clock";
import type { Frozen } from "./rules/freeze";
import { effectiveFrom } from "./rules/life";

/** What two or more parties of an agreement have in common that independent parties would not. */
const sharedContacts = async (tx: Tx, ids: readonly string[]): Promise<string[]> => {
  const rows = await tx.organization.findMany({
    where: { id: { in: [...ids] } },
    select: { phoneHash: true, mailDomain: true, address: true, regionCode: true },
  });
  const twice = (values: readonly (string | null)[]): boolean => {
    const known = values.filter((value): value is string => Boolean(value));
    return new Set(known).size < known.length;
  };
  return [
    twice(rows.map((row) => row.phoneHash)) ? "phone" : "",
    twice(rows.map((row) => row.mailDomain)) ? "domain" : "",
    twice(rows.map((row) => (row.address.length > 4 ? `${row.regionCode} ${row.address}` : null)))
      ? "address"
      : "",
  ].filter(Boolean);
};

/** Projects the promises of a sealed text: kept ones keep what was delivered, those no longer in it are dropped. */
const projectCommitments = async (tx: Tx, frozen: Frozen): Promise<void> => {
  const { agreementId, content } = frozen;
  const ids = content.commitments.map((one) => one.id);
  await tx.agreementCommitment.updateMany({
    where: { agreementId, id: { notIn: ids } },
    data: { dropped: true },
  });
  for (const [position, one] of content.commitments.entries()) {
    const facts = {
      position,
      title: one.title,
      quantity: one.quantity,
      unit: one.unit,
      dueOn: one.dueOn,
      byId: one.byId,
      toId: one.toId,
      owner: one.owner,
      dropped: false,
    };
    await tx.agreementCommitment.upsert({
      where: { agreementId_id: { agreementId, id: one.id } },
      create: { agreementId, id: one.id, ...facts, accepted: 0, pending: 0, disputed: 0, version: 1 },
      update: { ...facts, version: { increment: 1 } },
    });
  }
};

/**
 * Lets a sealed text hold: it becomes the effective version, its promises are what is owed from now on. Comes out: the
 * payload of the event that says so, with everything health needs to know.
 */
export const takeEffect = async (tx: Tx, ctx: Ctx, frozen: Frozen, digest: string) => {
  const { agreementId, content } = frozen;
  const at = ctx.clock.now();
  const sealedOn = civilDate(at);
  const agreement = await tx.agreement.findUniqueOrThrow({ where: { id: agreementId } });
  const effectiveOn = agreement.effectiveOn ?? effectiveFrom(content.startsOn, sealedOn);
  const state = agreement.sealedOn ? agreement.state : "active";
  await tx.agreement.update({
    where: { id: agreementId },
    data: {
      state,
      title: content.title,
      startsOn: content.startsOn,
      endsOn: content.endsOn,
      effectiveOn,
      sealedOn: agreement.sealedOn ?? sealedOn,
      effectiveDocId: frozen.documentId,
      remindedAt: null,
      updatedAt: at,
      version: { increment: 1 },
    },
  });
  await projectCommitments(tx, frozen);
  const partyIds = content.parties.map((party) => party.organizationId);
  if (!agreement.sealedOn) await tx.agreementParty.updateMany({ where: { agreementId }, data: { sealedOn } });
  return {
    documentId: frozen.documentId,
    kind: frozen.kind,
    ordinal: frozen.ordinal,
    code: frozen.code,
    digest,
    title: content.title,
    changes: [...frozen.changes],
    sealedOn,
    effectiveOn,
    endsOn: content.endsOn,
    reviewMonths: content.reviewMonths,
    partyIds,
    commitments: content.commitments.map(({ id, quantity, dueOn, owner, byId }) => ({
      id,
      quantity,
      dueOn,
      owner,
      byId,
    })),
    shared: await sharedContacts(tx, partyIds),
  };
};
