import type { Database } from "better-sqlite3";
import { rawReader, read } from "../db/client.server";
import type { ImportCause, ImportRowView, ImportState, ImportView, LineFinding } from "./import-kind";

const ROWS_SHOWN = 30;
const CAUSES_SHOWN = 12;

const WRONG = ["bad", "refused"];

type CauseRow = { field: string; key: string; rows: number; example: string };

const causesOf = (id: string): ImportCause[] => {
  const rows = (rawReader() as Database)
    .prepare(
      `SELECT f.value ->> 'field' AS field, f.value ->> 'key' AS key, COUNT(*) AS rows, MIN(f.value) AS example
       FROM ImportRow AS r, json_each(r.findings) AS f
       WHERE r.importId = ? AND r.state IN ('bad', 'refused') GROUP BY 1, 2 ORDER BY 3 DESC LIMIT ${CAUSES_SHOWN}`,
    )
    .all(id) as CauseRow[];
  return rows.map(({ example, ...row }) => ({ ...row, example: JSON.parse(example) as LineFinding }));
};

const rowView = (row: { line: number; cells: string; findings: string | null }): ImportRowView => ({
  line: row.line,
  cells: JSON.parse(row.cells) as Record<string, string>,
  findings: JSON.parse(row.findings ?? "[]") as LineFinding[],
});

/**
 * An import as its page shows it. Goes in: the organization, the id, and the line after which wrong rows are listed. Comes
 * out: state, counts, the twelve commonest causes and thirty wrong rows; null for another organization's.
 */
export const importPage = async (
  organizationId: string,
  id: string,
  after: number,
): Promise<ImportView | null> => {
  const found = await read.import.findFirst({ where: { id, organizationId } });
  if (!found) return null;
  const settled = found.state !== "receiving" && found.state !== "checking";
  const rows = settled
    ? await read.importRow.findMany({
        where: { importId: id, state: { in: WRONG }, line: { gt: after } },
        orderBy: { line: "asc" },
        take: ROWS_SHOWN + 1,
      })
    : [];
  const { good, bad, created, updated, unchanged, refused } = found;
  return {
    id,
    kind: found.kind,
    fileName: found.fileName,
    state: found.state as ImportState,
    version: found.version,
    fields: JSON.parse(found.fields) as ImportView["fields"],
    notes: JSON.parse(found.notes) as ImportView["notes"],
    counts: { rows: found.rows, good, bad, created, updated, unchanged, refused },
    stopped: found.stopped,
    options: JSON.parse(found.options) as Record<string, string>,
    causes: settled ? causesOf(id) : [],
    wrong: rows.slice(0, ROWS_SHOWN).map(rowView),
    next: rows.length > ROWS_SHOWN ? (rows[ROWS_SHOWN - 1]?.line ?? null) : null,
  };
};

/** Every wrong row of an import (at most as many as a file may have), for download; null for another organization's. */
export const wrongRowsOf = async (organizationId: string, id: string) => {
  const found = await read.import.findFirst({ where: { id, organizationId } });
  if (!found) return null;
  const rows = await read.importRow.findMany({
    where: { importId: id, state: { in: WRONG } },
    orderBy: { line: "asc" },
    take: 20_000,
  });
  return {
    fileName: found.fileName,
    fields: JSON.parse(found.fields) as ImportView["fields"],
    rows: rows.map(rowView),
  };
};

/** The newest imports of an organization of one kind (at most five). */
export const recentImports = async (organizationId: string, kind: string) => {
  const rows = await read.import.findMany({
    where: { organizationId, kind, state: { not: "discarded" } },
    orderBy: { createdAt: "desc" },
    take: 5,
  });
  return rows.map(({ id, fileName, state, createdAt, rows: total, bad }) => ({
    id,
    fileName,
    state: state as ImportState,
    at: createdAt.toISOString(),
    rows: total,
    bad,
  }));
};
