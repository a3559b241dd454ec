import { regionRange } from "~/catalogues/rules/regions";
import type { MemberCtx } from "~/identity/actor";
import { authorityRegionOf } from "~/pathways/transfer-access.server";
import { read } from "~/platform/db/client.server";
import { isId } from "~/platform/id";
import { civilDate } from "~/platform/time/clock";
import { coursesOn } from "../course-versions.server";
import { tableDiff } from "../rules/table-diff";
import { ownTable, type TableRow } from "../table-access.server";
import { MOST_LINES, tableLine } from "../table-in-force.server";
import { namesOf } from "./school-names.server";

/** The table for staff of either school, or for the authority whose region one of them lies in; else null. */
const readableTable = async (ctx: MemberCtx, id: string): Promise<TableRow | null> => {
  const own = await ownTable(read, ctx.actor, id);
  if (own || !isId(id)) return own;
  const region = await authorityRegionOf(read, ctx.actor);
  if (!region) return null;
  const table = await read.equivalenceTable.findUnique({ where: { id } });
  if (!table) return null;
  const range = regionRange(region);
  const inside = await read.organization.count({
    where: {
      id: { in: [table.fromSchoolId, table.toSchoolId] },
      regionCode: { gte: range.from, lt: range.before },
    },
  });
  return inside > 0 ? table : null;
};

/** How a version stands today: a signed one may be still to come, or followed by another. */
const standingOf = (
  version: { state: string; ordinal: number; inForceFrom: string | null },
  inForce: number | null,
  today: string,
): string => {
  if (version.state !== "signed") return version.state;
  if ((version.inForceFrom ?? "9999") > today) return "coming";
  return inForce !== null && version.ordinal < inForce ? "superseded" : "signed";
};

const linesOf = (versionId: string | undefined) =>
  versionId
    ? read.equivalenceLine.findMany({
        where: { versionId },
        orderBy: [{ sourceCode: "asc" }, { majorCode: "asc" }],
        take: MOST_LINES,
      })
    : [];

const signatures = async (documentId: string | null | undefined) => {
  if (!documentId) return { digest: null, signed: [] as string[] };
  const document = await read.sealedDocument.findUnique({
    where: { id: documentId },
    select: { digest: true },
  });
  const rows = await read.sealedSignature.findMany({
    where: { documentId },
    select: { signerId: true },
    take: 4,
  });
  return { digest: document?.digest ?? null, signed: rows.map((row) => row.signerId) };
};

/**
 * One equivalence table. Goes in: who looks, the id, which version (the open one, else the newest signed). Comes out: the
 * version's lines, what differs from the signed version before it, who agreed and signed, every version, and for the two
 * schools while it is edited the courses to choose from; null for anybody it does not concern.
 */
export const tablePage = async (ctx: MemberCtx, id: string, ordinal: number | null) => {
  const table = await readableTable(ctx, id);
  if (!table) return null;
  const me = ctx.actor.organizationId;
  const mine = table.fromSchoolId === me ? "from" : table.toSchoolId === me ? "to" : null;
  const today = civilDate(ctx.clock.now());
  const versions = (
    await read.equivalenceVersion.findMany({ where: { tableId: id }, orderBy: { ordinal: "desc" }, take: 60 })
  ).filter((one) => mine !== null || one.state === "signed");
  const inForce = versions.find((one) => one.state === "signed" && (one.inForceFrom ?? "9999") <= today);
  const shown =
    versions.find((one) => one.ordinal === ordinal) ??
    versions.find((one) => one.openKey !== null) ??
    inForce ??
    versions[0];
  const base = versions.find((one) => one.state === "signed" && shown && one.ordinal < shown.ordinal);
  const [lines, before, names, signing] = await Promise.all([
    linesOf(shown?.id),
    linesOf(base?.id),
    namesOf([table.fromSchoolId, table.toSchoolId]),
    signatures(shown?.documentId),
  ]);
  const editing = mine !== null && shown?.state === "draft";
  const on = shown && shown.validFrom > today ? shown.validFrom : today;
  const [sources, destinations] = editing
    ? await Promise.all([
        coursesOn(read, table.fromSchoolId, on, null),
        coursesOn(read, table.toSchoolId, on, null),
      ])
    : [[], []];
  const option = (one: { code: string; name: string; creditsCenti: number; majorCode: string }) => ({
    code: one.code,
    name: one.name,
    creditsCenti: one.creditsCenti,
    majorCode: one.majorCode,
  });
  return {
    id,
    today,
    mine,
    from: names.get(table.fromSchoolId) ?? "",
    to: names.get(table.toSchoolId) ?? "",
    agreementId: table.agreementId,
    inForce: inForce ? inForce.ordinal : null,
    open: versions.some((one) => one.openKey !== null),
    shown: shown
      ? {
          version: shown.version,
          ordinal: shown.ordinal,
          state: shown.state,
          validFrom: shown.validFrom,
          inForceFrom: shown.inForceFrom,
          code: shown.sealedAt ? shown.code : null,
          note: shown.note,
          agreedFrom: shown.agreedFromAt !== null,
          agreedTo: shown.agreedToAt !== null,
          signedFrom: signing.signed.includes(table.fromSchoolId),
          signedTo: signing.signed.includes(table.toSchoolId),
          digest: signing.digest,
        }
      : null,
    lines: lines.map((line) => ({ id: line.id, note: line.note, ...tableLine(line) })),
    diff: base
      ? { ordinal: base.ordinal, changes: tableDiff(before.map(tableLine), lines.map(tableLine)) }
      : null,
    versions: versions.map((one) => ({
      ordinal: one.ordinal,
      state: standingOf(one, inForce?.ordinal ?? null, today),
      from: one.inForceFrom ?? one.validFrom,
      code: one.sealedAt ? one.code : null,
    })),
    sources: sources.map(option),
    destinations: destinations.map(option),
  };
};

export type TablePage = NonNullable<Awaited<ReturnType<typeof tablePage>>>;
