import { rawReader } from "~/platform/db/client.server";
import type { HealthReason, HealthState } from "../rules/health";

export type Partnership = {
  id: string;
  title: string;
  kind: string;
  state: string;
  endsOn: string;
  score: number;
  health: HealthState;
  asOf: string;
  reasons: HealthReason[];
  parties: { id: string; name: string; shortName: string; kind: string; regionCode: string }[];
};

type Row = Omit<Partnership, "reasons" | "parties"> & { reasons: string };
type PartyRow = Partnership["parties"][number] & { agreementId: string };

/** Running partnerships with a party between two region codes, the weakest first, along the index of health. */
export const PARTNERSHIPS = `SELECT h.agreementId AS id, a.title, a.kind, a.state, a.endsOn, h.score, h.state AS health, h.asOf, h.reasons
  FROM AgreementHealth h JOIN Agreement a ON a.id = h.agreementId
  WHERE h.state IN (SELECT value FROM json_each(?)) AND a.state IN ('active', 'suspended')
  AND EXISTS (SELECT 1 FROM AgreementParty p JOIN Organization o ON o.id = p.organizationId
    WHERE p.agreementId = h.agreementId AND o.regionCode >= ? AND o.regionCode < ?)
  AND (h.score > ? OR (h.score = ? AND h.agreementId > ?))
  ORDER BY h.score, h.agreementId LIMIT ?`;

const partiesOf = (ids: readonly string[]): Map<string, Partnership["parties"]> => {
  const rows = rawReader()
    .prepare<unknown[], PartyRow>(
      `SELECT p.agreementId, o.id, o.name, o.shortName, o.kind, o.regionCode FROM AgreementParty p
       JOIN Organization o ON o.id = p.organizationId
       WHERE p.agreementId IN (SELECT value FROM json_each(?)) ORDER BY p.agreementId, p.position`,
    )
    .all(JSON.stringify(ids));
  const parties = new Map<string, Partnership["parties"]>();
  for (const { agreementId, ...party } of rows) {
    parties.set(agreementId, [...(parties.get(agreementId) ?? []), party]);
  }
  return parties;
};

/**
 * Running partnerships of a region by health, the weakest first. Goes in: a range of region codes, states of health, the
 * score and id after which to go on (null from the start), how many. Comes out: rows with their reasons and parties.
 */
export const partnershipsIn = (asked: {
  region: { from: string; before: string };
  states: readonly HealthState[];
  after: { score: number; id: string } | null;
  take: number;
}): Partnership[] => {
  const { region, states, after, take } = asked;
  const score = after?.score ?? -1;
  const rows = rawReader()
    .prepare<unknown[], Row>(PARTNERSHIPS)
    .all(JSON.stringify(states), region.from, region.before, score, score, after?.id ?? "", take);
  const parties = partiesOf(rows.map(({ id }) => id));
  return rows.map(({ reasons, ...row }) => ({
    ...row,
    reasons: JSON.parse(reasons) as HealthReason[],
    parties: parties.get(row.id) ?? [],
  }));
};

/** How many running partnerships of a region there are in each state of health, by the digits of their parties' region. */
export const partnershipCounts = (
  region: { from: string; before: string },
  digits: 2 | 4 | 6,
): { part: string; health: HealthState; count: number }[] =>
  rawReader()
    .prepare<unknown[], { part: string; health: HealthState; count: number }>(
      `SELECT substr(o.regionCode, 1, ?) AS part, h.state AS health, COUNT(DISTINCT h.agreementId) AS count
       FROM AgreementHealth h JOIN Agreement a ON a.id = h.agreementId
       JOIN AgreementParty p ON p.agreementId = h.agreementId JOIN Organization o ON o.id = p.organizationId
       WHERE a.state IN ('active', 'suspended') AND o.regionCode >= ? AND o.regionCode < ?
       GROUP BY part, health ORDER BY part`,
    )
    .all(digits, region.from, region.before);

/** The same for the whole region: each partnership once, however many of its parties lie in it. */
export const partnershipTotals = (region: {
  from: string;
  before: string;
}): { health: HealthState; count: number }[] =>
  rawReader()
    .prepare<unknown[], { health: HealthState; count: number }>(
      `SELECT h.state AS health, COUNT(*) AS count FROM AgreementHealth h JOIN Agreement a ON a.id = h.agreementId
       WHERE a.state IN ('active', 'suspended') AND EXISTS (SELECT 1 FROM AgreementParty p
         JOIN Organization o ON o.id = p.organizationId
         WHERE p.agreementId = h.agreementId AND o.regionCode >= ? AND o.regionCode < ?)
       GROUP BY h.state`,
    )
    .all(region.from, region.before);

export type OverduePromise = {
  agreementId: string;
  title: string;
  organizationId: string;
  regionCode: string;
  promises: number;
  oldestDueOn: string;
};

/**
 * Who owes what in running agreements since before a civil date: one row an agreement and party. Goes in: the date, the
 * agreement and party after which to go on, how many. Comes out: the number of promises not delivered and the oldest date.
 */
export const overduePromises = (
  before: string,
  after: { agreementId: string; organizationId: string },
  take: number,
): OverduePromise[] =>
  rawReader()
    .prepare<unknown[], OverduePromise>(
      `SELECT c.agreementId, a.title, c.byId AS organizationId, o.regionCode, COUNT(*) AS promises, MIN(c.dueOn) AS oldestDueOn
       FROM AgreementCommitment c JOIN Agreement a ON a.id = c.agreementId JOIN Organization o ON o.id = c.byId
       WHERE a.state = 'active' AND c.dropped = 0 AND c.dueOn < ? AND c.accepted + c.pending < c.quantity
       AND (c.agreementId, c.byId) > (?, ?)
       GROUP BY c.agreementId, c.byId ORDER BY c.agreementId, c.byId LIMIT ?`,
    )
    .all(before, after.agreementId, after.organizationId, take);
