import { createHash } from "node:crypto";
import type { Ctx } from "../command";
import { read } from "../db/client.server";
import { inTransaction } from "../db/gate.server";
import { newId } from "../id";
import { type Result, refuse } from "../result";
import { type ColumnDef, recogniseColumns } from "../sheets/columns";
import { readSheet } from "../sheets/read-sheet.server";
import type { Sheet } from "../sheets/sheet";
import { breathe } from "../time/breathe.server";
import type { ImportKind, ImportOptions, LineFinding } from "./import-kind";

/** Imports an organization keeps, the oldest go first. House rule. */
const MOST_KEPT = 20;
const ROWS_AT_ONCE = 1_000;
const AT_WORK = ["receiving", "checking", "writing"];
/** An upload that was cut off is forgotten after this. */
const RECEIVING_MS = 10 * 60_000;

type Uploaded = { name: string; mediaType: string; bytes: Uint8Array };
type NewRow = { line: number; cells: string; repeats: number | null; findings: string | null };

const rowsOf = (kind: ImportKind, sheet: Sheet, places: Partial<Record<string, number>>): NewRow[] => {
  const fields = Object.entries(places) as [string, number][];
  const fieldAt = new Map(fields.map(([field, column]) => [column, field]));
  const marks = new Map<number, LineFinding[]>();
  for (const { line, column, mark } of sheet.marks) {
    const field = fieldAt.get(column);
    if (mark === "formula" || field === undefined) continue;
    marks.set(line, [...(marks.get(line) ?? []), { field, key: `sheets.mark.${mark}` }]);
  }
  const seen = new Map<string, number>();
  return sheet.rows.map(({ line, cells }) => {
    const said = Object.fromEntries(fields.map(([field, column]) => [field, (cells[column] ?? "").trim()]));
    const key = kind.keyOf(said);
    const repeats = key === null ? undefined : seen.get(key);
    if (key !== null && repeats === undefined) seen.set(key, line);
    const found = marks.get(line);
    return {
      line,
      cells: JSON.stringify(said),
      repeats: repeats ?? null,
      findings: found ? JSON.stringify(found) : null,
    };
  });
};

const storeRows = async (importId: string, rows: readonly NewRow[]): Promise<void> => {
  for (let from = 0; from < rows.length; from += ROWS_AT_ONCE) {
    const part = JSON.stringify(rows.slice(from, from + ROWS_AT_ONCE));
    await inTransaction(
      (tx) => tx.$executeRaw`INSERT INTO ImportRow (importId, line, cells, repeats, state, findings)
        SELECT ${importId}, value ->> 'line', value ->> 'cells', value ->> 'repeats', 'new', value ->> 'findings'
        FROM json_each(${part})`,
    );
    await breathe();
  }
};

const forgetOld = async (organizationId: string): Promise<void> => {
  const old = await read.import.findMany({
    where: { organizationId },
    orderBy: { createdAt: "desc" },
    skip: MOST_KEPT - 1,
    take: 100,
    select: { id: true },
  });
  if (old.length === 0) return;
  const ids = old.map(({ id }) => id);
  await inTransaction(async (tx) => {
    await tx.importRow.deleteMany({ where: { importId: { in: ids } } });
    await tx.import.deleteMany({ where: { id: { in: ids } } });
  });
};

const wrongFile = (key: string, values?: Record<string, string | number>) =>
  refuse("invalid", "errors.checkFields", {
    fields: [{ field: "file", key, ...(values ? { values } : {}) }],
  });

const titleOf = (defs: readonly ColumnDef[], field: string): string =>
  defs.find((def) => def.field === field)?.names[0] ?? field;

/**
 * Takes a spreadsheet in for checking; nothing else is changed. Goes in: the kind of rows, what was chosen beside the
 * file, and the file. Comes out: the import's id; its check runs in the background. Refuses beside the field `file` what
 * `readSheet` refuses and a table without a column that must be there; and, while another import of the organization
 * is at work, with a conflict. House rule.
 */
export const startImport = async (
  ctx: Ctx,
  kind: ImportKind,
  options: ImportOptions,
  file: Uploaded,
): Promise<Result<{ id: string }>> => {
  const organizationId = ctx.actor.organizationId ?? "";
  const at = ctx.clock.now();
  const busy = await read.import.findFirst({
    where: { organizationId, state: { in: AT_WORK } },
    orderBy: { createdAt: "desc" },
  });
  const cutOff = busy?.state === "receiving" && at.getTime() - busy.createdAt.getTime() > RECEIVING_MS;
  if (busy && !cutOff) return refuse("conflict", "imports.errors.busy");
  const defs = kind.columns(options);
  const sheet = await readSheet(file, defs);
  if (!sheet.ok) return sheet;
  const { places, missing, unknown, repeated } = recogniseColumns(sheet.value.headers, defs);
  if (missing.length > 0)
    return wrongFile("imports.errors.missingColumns", {
      columns: missing.map((field) => titleOf(defs, field)).join("、"),
    });
  const rows = rowsOf(kind, sheet.value, places);
  const id = newId(at.getTime());
  const fields = Object.entries(places as Record<string, number>)
    .sort((a, b) => a[1] - b[1])
    .map(([field, column]) => ({ field, header: sheet.value.headers[column] ?? field }));
  const notes = {
    unknown: unknown.map(({ header }) => header),
    repeated: repeated.map(({ header }) => header),
    otherSheets: sheet.value.otherSheets,
    formulas: sheet.value.marks.filter(({ mark }) => mark === "formula").length,
  };
  await forgetOld(organizationId);
  await inTransaction((tx) =>
    tx.import.create({
      data: {
        id,
        organizationId,
        kind: kind.name,
        options: JSON.stringify(options),
        fileName: file.name.slice(0, 200),
        sha256: createHash("sha256").update(file.bytes).digest("hex"),
        state: "receiving",
        fields: JSON.stringify(fields),
        notes: JSON.stringify(notes),
        rows: rows.length,
        good: 0,
        bad: 0,
        created: 0,
        updated: 0,
        unchanged: 0,
        refused: 0,
        startedBy: ctx.actor.personId ?? "",
        startedByName: ctx.actor.name,
        createdAt: at,
        version: 1,
      },
    }),
  );
  await storeRows(id, rows);
  await inTransaction((tx) => tx.import.update({ where: { id }, data: { state: "checking" } }));
  return { ok: true, value: { id } };
};
