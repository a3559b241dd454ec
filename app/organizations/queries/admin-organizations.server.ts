import { read } from "~/platform/db/client.server";
import { searchPage } from "./search-organizations.sqlite.server";

const MOST = 50;
const FOUND = 30;

const SHOWN = { id: true, name: true, kind: true, state: true } as const;

const named = async (ids: readonly string[]) => {
  const rows = await read.organization.findMany({
    where: { id: { in: [...new Set(ids)] } },
    select: SHOWN,
  });
  return new Map(rows.map((row) => [row.id, row]));
};

/**
 * Organizations by a whole name, a former one, a code or an id in any state, else by the words of the public list; at
 * most thirty. Goes in: what the operator typed. Comes out: those found, the exact ones first.
 */
export const findForOperator = async (typed: string) => {
  const words = typed.trim();
  if (words === "") return [];
  const code = words.toUpperCase();
  const [exact, former] = await Promise.all([
    read.organization.findMany({
      where: {
        OR: [{ id: words }, { name: words }, { uscc: code }, { schoolCode: code }, { publicCode: code }],
      },
      take: FOUND,
      select: { id: true },
    }),
    read.formerIdentity.findMany({
      where: {
        OR: ["name", "uscc", "schoolCode"].map((field) => ({
          field,
          value: field === "name" ? words : code,
        })),
      },
      take: FOUND,
      select: { organizationId: true },
    }),
  ]);
  const near = searchPage({ words, kind: null, province: null }, null, FOUND);
  const ids = [
    ...new Set([
      ...exact.map(({ id }) => id),
      ...former.map(({ organizationId }) => organizationId),
      ...near.hits.map(({ organizationId }) => organizationId),
    ]),
  ].slice(0, FOUND);
  const organizations = await named(ids);
  return ids.flatMap((id) => organizations.get(id) ?? []);
};

const blocksIn = (state: string) =>
  read.organizationBlock.findMany({
    where: { state },
    orderBy: [{ blockedAt: "asc" }, { id: "asc" }],
    take: MOST,
    select: { id: true, organizationId: true, reasonCode: true, blockedAt: true, state: true, dueOn: true },
  });

/**
 * What waits for the operator beside verification: requests for another name or code by due date, appeals, partners'
 * reports, and who is blocked; at most fifty of each.
 */
export const trustDesk = async () => {
  const [changes, appealed, inForce, upheld, reports] = await Promise.all([
    read.identityChange.findMany({
      where: { decision: null },
      orderBy: [{ dueOn: "asc" }, { id: "asc" }],
      take: MOST,
      select: { id: true, organizationId: true, dueOn: true },
    }),
    blocksIn("appealed"),
    blocksIn("in_force"),
    blocksIn("upheld"),
    read.suspicion.findMany({
      where: { state: "open" },
      orderBy: [{ at: "asc" }, { id: "asc" }],
      take: MOST,
      select: { id: true, organizationId: true, reasonCode: true, at: true },
    }),
  ]);
  const blocks = [...appealed, ...inForce, ...upheld];
  const organizations = await named(
    [...changes, ...blocks, ...reports].map(({ organizationId }) => organizationId),
  );
  const name = (id: string) => organizations.get(id)?.name ?? "";
  return {
    changes: changes.map((row) => ({ ...row, name: name(row.organizationId) })),
    blocks: blocks.map(({ blockedAt, ...row }) => ({
      ...row,
      blockedAt: blockedAt.toISOString(),
      name: name(row.organizationId),
    })),
    reports: reports.map(({ at, ...row }) => ({
      ...row,
      at: at.toISOString(),
      name: name(row.organizationId),
    })),
  };
};

export type TrustDesk = Awaited<ReturnType<typeof trustDesk>>;
