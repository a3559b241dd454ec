import type { MemberCtx } from "~/identity/actor";
import { read } from "~/platform/db/client.server";
import { AGREEMENT_STATES } from "../rules/life";

const PAGE = 20;

export type AgreementFilter = { state: string | null; waiting: boolean; after: string | null };

/** Reads a list's address: state, whether only what waits for us, and the place to go on from. */
export const filterOf = (query: URLSearchParams): AgreementFilter => ({
  state: AGREEMENT_STATES.find((state) => state === query.get("state")) ?? null,
  waiting: query.get("waiting") === "1",
  after: query.get("after"),
});

/**
 * One page of an organization's agreements, what is due soonest first. Goes in: who looks, the filter with the key after
 * which to go on. Comes out: at most twenty rows and the next key. Bounded, by an index of the parties' table.
 */
export const agreementsList = async (ctx: MemberCtx, filter: AgreementFilter) => {
  const organizationId = ctx.actor.organizationId;
  const [dueKey, agreementId] = (filter.after ?? "").split("~");
  const rows = await read.agreementParty.findMany({
    where: {
      organizationId,
      state: filter.state ?? { not: "unsent" },
      ...(filter.waiting ? { waiting: 1 } : {}),
      ...(dueKey && agreementId
        ? { OR: [{ dueKey: { gt: dueKey } }, { dueKey, agreementId: { gt: agreementId } }] }
        : {}),
    },
    orderBy: [{ dueKey: "asc" }, { agreementId: "asc" }],
    take: PAGE + 1,
    include: {
      agreement: {
        select: {
          id: true,
          title: true,
          kind: true,
          state: true,
          endsOn: true,
          parties: { select: { organizationId: true }, take: 4, orderBy: { position: "asc" } },
        },
      },
    },
  });
  const page = rows.slice(0, PAGE);
  const ids = page.map((row) => row.agreementId);
  const others = page.flatMap((row) => row.agreement.parties.map((party) => party.organizationId));
  const [healths, organizations] = await Promise.all([
    read.agreementHealth.findMany({
      where: { agreementId: { in: ids } },
      select: { agreementId: true, score: true, state: true },
    }),
    read.organization.findMany({
      where: { id: { in: [...new Set(others)] } },
      select: { id: true, name: true, shortName: true },
    }),
  ]);
  const last = page.at(-1);
  return {
    rows: page.map((row) => ({
      id: row.agreementId,
      title: row.agreement.title,
      kind: row.agreement.kind,
      state: row.agreement.state,
      due: row.dueKey.startsWith("9999") ? null : row.dueKey,
      waiting: row.waiting === 1,
      with: row.agreement.parties
        .filter((party) => party.organizationId !== organizationId)
        .map((party) => organizations.find((one) => one.id === party.organizationId)?.name ?? "")
        .join("、"),
      health: healths.find((one) => one.agreementId === row.agreementId) ?? null,
    })),
    next: rows.length > PAGE && last ? `${last.dueKey}~${last.agreementId}` : null,
  };
};

/** How many agreements an organization has in each state: the numbers beside the filters. At most 11 groups. */
export const agreementCounts = async (organizationId: string) => {
  const grouped = await read.agreementParty.groupBy({
    by: ["state"],
    where: { organizationId, state: { not: "unsent" } },
    _count: { _all: true },
  });
  return Object.fromEntries(grouped.map((one) => [one.state, one._count._all]));
};
