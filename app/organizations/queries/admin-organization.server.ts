import { openField } from "~/platform/crypto/fields.server";
import { read } from "~/platform/db/client.server";
import { historyOf } from "~/platform/events/history.server";
import { agreementsNaming } from "../merge-parts.server";
import { maskPhone } from "../rules/mask-phone";
import { organizationTimeline } from "../rules/timeline";
import { formerIdentities } from "./former-identities.server";
import { labelsOf } from "./labels.server";
import { likenessesOf } from "./likeness-list.server";
import { sharedFacts } from "./related-organizations.server";
import { blocksOf, changesOf } from "./standing.server";

const reportsOn = async (organizationId: string) => {
  const rows = await read.suspicion.findMany({
    where: { organizationId },
    orderBy: { at: "desc" },
    take: 20,
  });
  const by = await read.organization.findMany({
    where: { id: { in: rows.map(({ byOrganizationId }) => byOrganizationId) } },
    select: { id: true, name: true },
  });
  return rows.map((row) => ({
    id: row.id,
    reasonCode: row.reasonCode,
    text: row.text,
    state: row.state,
    note: row.note,
    at: row.at.toISOString(),
    by: by.find(({ id }) => id === row.byOrganizationId)?.name ?? "",
  }));
};

/**
 * Everything the operator knows of one organization's standing: who it is, names and codes it had, what it shares with
 * others, pairs, partners' reports, requests, blocks and appeals, what stands against a merge, and what happened. Goes in:
 * its id. Comes out: the case, or null. The phone is masked.
 */
export const adminOrganization = async (id: string) => {
  const row = await read.organization.findUnique({ where: { id } });
  if (!row) return null;
  const [labels, former, facts, pairs, reports, changes, blocks, history, review, members, agreements] =
    await Promise.all([
      labelsOf(row),
      formerIdentities(id),
      sharedFacts(id),
      likenessesOf(id),
      reportsOn(id),
      changesOf(id),
      blocksOf(id),
      historyOf("organization", id, 30),
      read.verificationReview.findFirst({
        where: { organizationId: id },
        orderBy: { submittedAt: "desc" },
        select: { id: true },
      }),
      read.membership.count({ where: { organizationId: id, endedAt: null } }),
      agreementsNaming(read, id),
    ]);
  return {
    id,
    version: row.version,
    name: row.name,
    kind: row.kind,
    state: row.state,
    uscc: row.uscc,
    schoolCode: row.schoolCode ?? row.publicCode,
    ...labels,
    address: row.address,
    contactName: row.contactName,
    phoneMasked: row.contactPhone ? maskPhone(openField("organization.phone", row.contactPhone)) : null,
    mailDomain: row.mailDomain,
    mergedIntoId: row.mergedIntoId,
    members,
    agreements,
    reviewId: review?.id ?? null,
    former,
    facts,
    pairs,
    reports,
    changes,
    blocks,
    timeline: organizationTimeline(history),
  };
};

export type AdminOrganization = NonNullable<Awaited<ReturnType<typeof adminOrganization>>>;
