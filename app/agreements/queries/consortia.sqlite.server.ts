import { rawReader } from "~/platform/db/client.server";
import type { HealthReason, HealthState } from "../rules/health";
import type { HealthFacts } from "../rules/health-facts";

export type ConsortiumMember = {
  id: string;
  name: string;
  shortName: string;
  kind: string;
  regionCode: string;
  role: string;
  /** commitments by this member, how many of them are accepted in full and in part, how many overdue today */
  promised: number;
  delivered: number;
  partly: number;
  overdue: number;
  tasks: number;
  done: number;
  late: number;
  /** the last month in which it did anything in the agreement ("2026-11"); null for never */
  lastMonth: string | null;
};

export type Consortium = {
  id: string;
  title: string;
  endsOn: string;
  score: number;
  health: HealthState;
  reasons: HealthReason[];
  members: ConsortiumMember[];
};

type Row = Omit<Consortium, "reasons" | "members"> & { reasons: string; facts: string };
type MemberRow = Omit<ConsortiumMember, "lastMonth"> & { agreementId: string };

/** Running consortia with a party in a range of regions, or with one organization among them, the weakest first. */
export const CONSORTIA = `SELECT a.id, a.title, a.endsOn, h.score, h.state AS health, h.reasons, h.facts
  FROM Agreement a JOIN AgreementHealth h ON h.agreementId = a.id
  WHERE a.kind = 'consortium' AND a.state IN ('active', 'suspended') AND (@id = '' OR a.id = @id)
  AND EXISTS (SELECT 1 FROM AgreementParty p JOIN Organization o ON o.id = p.organizationId
    WHERE p.agreementId = a.id AND (o.id = @party OR (@party = '' AND o.regionCode >= @from AND o.regionCode < @before)))
  AND (h.score, a.id) > (@score, @after) ORDER BY h.score, a.id LIMIT @take`;

const MEMBERS = `SELECT p.agreementId, o.id, o.name, o.shortName, o.kind, o.regionCode, p.role,
  (SELECT COUNT(*) FROM AgreementCommitment c WHERE c.agreementId = p.agreementId AND c.byId = o.id AND c.dropped = 0) AS promised,
  (SELECT COUNT(*) FROM AgreementCommitment c WHERE c.agreementId = p.agreementId AND c.byId = o.id AND c.dropped = 0
    AND c.accepted >= c.quantity) AS delivered,
  (SELECT COUNT(*) FROM AgreementCommitment c WHERE c.agreementId = p.agreementId AND c.byId = o.id AND c.dropped = 0
    AND c.accepted > 0 AND c.accepted < c.quantity) AS partly,
  (SELECT COUNT(*) FROM AgreementCommitment c WHERE c.agreementId = p.agreementId AND c.byId = o.id AND c.dropped = 0
    AND c.accepted < c.quantity AND c.dueOn < @today) AS overdue,
  (SELECT COUNT(*) FROM ConsortiumTask t WHERE t.agreementId = p.agreementId AND t.ownerId = o.id) AS tasks,
  (SELECT COUNT(*) FROM ConsortiumTask t WHERE t.agreementId = p.agreementId AND t.ownerId = o.id AND t.doneOn IS NOT NULL) AS done,
  (SELECT COUNT(*) FROM ConsortiumTask t WHERE t.agreementId = p.agreementId AND t.ownerId = o.id AND t.doneOn IS NULL
    AND t.dueOn < @today) AS late
  FROM AgreementParty p JOIN Organization o ON o.id = p.organizationId
  WHERE p.agreementId IN (SELECT value FROM json_each(@ids)) ORDER BY p.agreementId, p.position`;

const lastMonthOf = (facts: HealthFacts, organizationId: string): string | null =>
  Object.keys(facts.activity[organizationId] ?? {})
    .sort()
    .at(-1) ?? null;

/**
 * Running consortia (市域产教联合体、行业产教融合共同体、职教集团) with what each member promised, delivered and let lapse.
 * Goes in: a range of regions or one party, one agreement or "" for all, today's civil date, the score and id after which
 * to go on, how many. Comes out: the weakest first, nothing about persons.
 */
export const consortiaIn = (asked: {
  scope: { region: { from: string; before: string } } | { party: string };
  id?: string;
  today: string;
  after: { score: number; id: string } | null;
  take: number;
}): Consortium[] => {
  const { scope, today, after, take, id = "" } = asked;
  const region = "region" in scope ? scope.region : { from: "", before: "" };
  const db = rawReader();
  const rows = db.prepare<unknown[], Row>(CONSORTIA).all({
    id,
    party: "party" in scope ? scope.party : "",
    ...region,
    score: after?.score ?? -1,
    after: after?.id ?? "",
    take,
  });
  const members = db
    .prepare<unknown[], MemberRow>(MEMBERS)
    .all({ today, ids: JSON.stringify(rows.map((row) => row.id)) });
  return rows.map(({ reasons, facts, ...row }) => {
    const folded = JSON.parse(facts) as HealthFacts;
    return {
      ...row,
      reasons: JSON.parse(reasons) as HealthReason[],
      members: members
        .filter(({ agreementId }) => agreementId === row.id)
        .map(({ agreementId: _agreement, ...member }) => ({
          ...member,
          lastMonth: lastMonthOf(folded, member.id),
        })),
    };
  });
};
