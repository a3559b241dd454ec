import { rawReader } from "~/platform/db/client.server";

export type PartnerDeeds = {
  consortia: number;
  programmes: number;
  /** own cash, equipment and materials put in since a civil date, in fen */
  investedFen: number;
  hours: number;
};

const count = (sql: string, values: readonly (string | number)[]): number =>
  rawReader()
    .prepare<unknown[], { total: number | null }>(sql)
    .get(...values)?.total ?? 0;

const IN_FORCE = "a.state IN ('active', 'completed')";

/**
 * What an organization did in its agreements. Goes in: its id and the civil date from which contributions count. Comes out:
 * consortia and jointly built programmes in force, what it put in out of its own pocket, hours given.
 */
export const partnerDeeds = (organizationId: string, since: string): PartnerDeeds => ({
  consortia: count(
    `SELECT COUNT(*) AS total FROM AgreementParty p JOIN Agreement a ON a.id = p.agreementId
     WHERE p.organizationId = ? AND a.kind = 'consortium' AND ${IN_FORCE}`,
    [organizationId],
  ),
  programmes: count(
    `SELECT COUNT(*) AS total FROM AgreementParty p JOIN Agreement a ON a.id = p.agreementId
     WHERE p.organizationId = ? AND a.kind IN ('order_class', 'industry_college') AND ${IN_FORCE}`,
    [organizationId],
  ),
  investedFen: count(
    `SELECT SUM(c.amountFen) AS total FROM AgreementParty p JOIN AgreementContribution c ON c.agreementId = p.agreementId
     WHERE p.organizationId = ? AND c.organizationId = ? AND c.source = 'own' AND c.kind <> 'hours' AND c."on" >= ?`,
    [organizationId, organizationId, since],
  ),
  hours: count(
    `SELECT SUM(c.hours) AS total FROM AgreementParty p JOIN AgreementContribution c ON c.agreementId = p.agreementId
     WHERE p.organizationId = ? AND c.organizationId = ? AND c."on" >= ?`,
    [organizationId, organizationId, since],
  ),
});

/** What an organization put in out of its own pocket, by year, in fen. */
export const investedByYear = (organizationId: string): ReadonlyMap<number, number> =>
  new Map(
    rawReader()
      .prepare<unknown[], { year: number; total: number }>(
        `SELECT CAST(substr(c."on", 1, 4) AS INTEGER) AS year, SUM(c.amountFen) AS total FROM AgreementParty p
         JOIN AgreementContribution c ON c.agreementId = p.agreementId
         WHERE p.organizationId = ? AND c.organizationId = ? AND c.source = 'own' AND c.amountFen IS NOT NULL GROUP BY year`,
      )
      .all(organizationId, organizationId)
      .map(({ year, total }) => [year, total]),
  );
