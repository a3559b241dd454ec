import type { ReadClient } from "~/platform/db/client.server";
import type { Tx } from "~/platform/db/gate.server";
import type { EquivalenceType, TableLine } from "./rules/convert";

/** Lines of one version at most. House rule; asked for when a line is added. */
export const MOST_LINES = 150;

/** A signed version with its lines: what a conversion rests on. */
export type TableInForce = {
  tableId: string;
  versionId: string;
  ordinal: number;
  /** the first day it counts */
  inForceFrom: string;
  /** checked by anybody at /verify/<code> */
  code: string | null;
  lines: TableLine[];
};

type Row = Awaited<ReturnType<Tx["equivalenceLine"]["findMany"]>>[number];

export const tableLine = (row: Row): TableLine => ({
  sourceCode: row.sourceCode,
  sourceName: row.sourceName,
  sourceCenti: row.sourceCenti,
  type: row.type as EquivalenceType,
  destinationCode: row.destinationCode,
  destinationName: row.destinationName,
  destinationCenti: row.destinationCenti,
  majorCode: row.majorCode,
  minimumCenti: row.minimumCenti,
  shareBp: row.shareBp,
});

/**
 * The version of the equivalence table (学分互认表) that is in force on a civil date. Goes in: a reading client or a
 * transaction, the sending and the receiving school, the day. Comes out: the latest version both schools had signed by then
 * and that counts from that day or earlier, with its lines; null where there was none. A version signed later never shows.
 */
export const tableInForce = async (
  reader: ReadClient | Tx,
  from: string,
  to: string,
  day: string,
): Promise<TableInForce | null> => {
  const client = reader as ReadClient;
  const table = await client.equivalenceTable.findUnique({
    where: { fromSchoolId_toSchoolId: { fromSchoolId: from, toSchoolId: to } },
  });
  if (!table) return null;
  const version = await client.equivalenceVersion.findFirst({
    where: { tableId: table.id, state: "signed", inForceFrom: { lte: day } },
    orderBy: [{ inForceFrom: "desc" }, { ordinal: "desc" }],
  });
  if (!version) return null;
  const rows = await client.equivalenceLine.findMany({
    where: { versionId: version.id },
    orderBy: [{ sourceCode: "asc" }, { majorCode: "asc" }],
    take: MOST_LINES,
  });
  return {
    tableId: table.id,
    versionId: version.id,
    ordinal: version.ordinal,
    inForceFrom: version.inForceFrom ?? version.validFrom,
    code: version.code,
    lines: rows.map(tableLine),
  };
};
