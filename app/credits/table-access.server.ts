import type { Acting, MemberCtx } from "~/identity/actor";
import { agreementCarries } from "~/pathways/rules/pairing";
import type { ReadClient } from "~/platform/db/client.server";
import type { Tx } from "~/platform/db/gate.server";
import { reject, stale } from "~/platform/decide.server";
import { isId } from "~/platform/id";
import { refuseCreditWork } from "./policy";

export type TableRow = NonNullable<Awaited<ReturnType<Tx["equivalenceTable"]["findUnique"]>>>;
export type VersionRow = NonNullable<Awaited<ReturnType<Tx["equivalenceVersion"]["findUnique"]>>>;

/** The table of the actor's school, on either side; null where to them there is none. */
export const ownTable = async (
  reader: ReadClient | Tx,
  actor: Pick<Acting, "organizationId">,
  id: string,
): Promise<TableRow | null> => {
  if (!isId(id)) return null;
  const { organizationId } = actor;
  return (reader as ReadClient).equivalenceTable.findFirst({
    where: { id, OR: [{ fromSchoolId: organizationId }, { toSchoolId: organizationId }] },
  });
};

/** The table and its open version for a command. Rejects a foreign table, a role that may not, and no open version. */
export const openVersionOf = async (
  tx: Tx,
  ctx: MemberCtx,
  tableId: string,
  states: readonly string[],
): Promise<{ table: TableRow; version: VersionRow; side: "from" | "to" }> => {
  const table = await ownTable(tx, ctx.actor, tableId);
  if (!table) return reject({ code: "not_found", key: "errors.notFound" });
  const refusal = refuseCreditWork(ctx.actor);
  if (refusal) return reject(refusal);
  const version = await tx.equivalenceVersion.findUnique({ where: { openKey: tableId } });
  if (!version || !states.includes(version.state)) {
    return reject({ code: "conflict", key: "credits.errors.notOpen" });
  }
  return { table, version, side: table.fromSchoolId === ctx.actor.organizationId ? "from" : "to" };
};

/** Writes a version with the version that was shown; rejects a stale one. */
export const writeVersion = async (
  tx: Tx,
  id: string,
  shown: number,
  data: Parameters<Tx["equivalenceVersion"]["updateMany"]>[0]["data"],
): Promise<void> => {
  const { count } = await tx.equivalenceVersion.updateMany({
    where: { id, version: shown },
    data: { ...data, version: { increment: 1 } },
  });
  if (count === 0) stale();
};

/**
 * The school–school agreement a table of two schools rests on, running on a civil date. Goes in: the agreement's id and the
 * acting school. Comes out: the other school and the agreement's last day; null where it is not theirs or does not run.
 */
export const restingAgreement = async (
  reader: ReadClient | Tx,
  agreementId: string,
  organizationId: string,
  on: string,
): Promise<{ otherId: string; endsOn: string } | null> => {
  const agreement = await (reader as ReadClient).agreement.findFirst({
    where: { id: agreementId, parties: { some: { organizationId } } },
    include: { parties: { select: { organizationId: true }, take: 10 } },
  });
  if (!agreement) return null;
  const parties = agreement.parties.map((one) => one.organizationId);
  const otherId = parties.find((id) => id !== organizationId);
  if (!otherId || !agreementCarries({ ...agreement, parties }, [organizationId, otherId], on)) return null;
  return { otherId, endsOn: agreement.endsOn };
};
