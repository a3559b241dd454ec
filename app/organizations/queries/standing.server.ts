import { read } from "~/platform/db/client.server";
import { isInForce } from "../rules/trust-terms";
import { keptEvidence } from "../trust-schema";
import { formerIdentities } from "./former-identities.server";

const MOST_BLOCKS = 10;
const MOST_CHANGES = 10;

const files = (json: string | null) => (json ? keptEvidence.parse(JSON.parse(json)) : []);

/** The blocks of an organization, the latest first, at most ten; with everything that was said on either side. */
export const blocksOf = async (organizationId: string) => {
  const rows = await read.organizationBlock.findMany({
    where: { organizationId },
    orderBy: { blockedAt: "desc" },
    take: MOST_BLOCKS,
  });
  return rows.map((row) => ({
    id: row.id,
    reasonCode: row.reasonCode,
    facts: row.facts,
    state: row.state,
    inForce: isInForce(row.state),
    blockedAt: row.blockedAt.toISOString(),
    blockedBy: row.blockedBy,
    appeal: row.appeal,
    appealEvidence: files(row.appealEvidence),
    appealedAt: row.appealedAt?.toISOString() ?? null,
    dueOn: row.dueOn,
    decisionReason: row.decisionReason,
    decidedAt: row.decidedAt?.toISOString() ?? null,
  }));
};

/** An organization's requests for another name or code, the latest first, at most ten. */
export const changesOf = async (organizationId: string) => {
  const rows = await read.identityChange.findMany({
    where: { organizationId },
    orderBy: { requestedAt: "desc" },
    take: MOST_CHANGES,
  });
  return rows.map((row) => ({
    id: row.id,
    name: row.name,
    uscc: row.uscc,
    schoolCode: row.schoolCode,
    why: row.why,
    evidence: files(row.evidence),
    requestedAt: row.requestedAt.toISOString(),
    dueOn: row.dueOn,
    decision: row.decision,
    reason: row.reason,
    decidedAt: row.decidedAt?.toISOString() ?? null,
  }));
};

/**
 * How the own organization stands with the platform: name and codes with their history, requests to change them, blocks
 * with the facts they rest on and what was answered. Goes in: its id.
 */
export const ownStanding = async (organizationId: string) => {
  const [organization, former, changes, blocks] = await Promise.all([
    read.organization.findUniqueOrThrow({
      where: { id: organizationId },
      select: { name: true, kind: true, state: true, uscc: true, schoolCode: true },
    }),
    formerIdentities(organizationId),
    changesOf(organizationId),
    blocksOf(organizationId),
  ]);
  return { ...organization, former, changes, blocks };
};

export type OwnStanding = Awaited<ReturnType<typeof ownStanding>>;
export type BlockItem = OwnStanding["blocks"][number];
export type ChangeItem = OwnStanding["changes"][number];
