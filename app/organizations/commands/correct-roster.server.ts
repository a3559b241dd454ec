import type { MemberCtx } from "~/identity/actor";
import { read } from "~/platform/db/client.server";
import { decide, stale } from "~/platform/decide.server";
import { notFound, type Result, refuse } from "~/platform/result";
import { recogniseColumns } from "~/platform/sheets/columns";
import type { Sheet } from "~/platform/sheets/sheet";
import { civilDate } from "~/platform/time/clock";
import { judgeRoster } from "../roster-judge.server";
import { openSheet, readReport, reportData, sealSheet } from "../roster-store.server";
import { ROSTER_COLUMNS } from "../rules/roster-columns";
import type { RosterCorrection } from "../rules/roster-corrections";
import { mayImportRoster } from "../student-policy";

const corrected = (sheet: Sheet, cells: readonly RosterCorrection[], drop: readonly number[]): Sheet => {
  const { places } = recogniseColumns(sheet.headers, ROSTER_COLUMNS);
  const dropped = new Set(drop);
  const typed = new Map(
    cells.flatMap(({ line, field, text }) => {
      const column = places[field];
      return column === undefined ? [] : [[`${line}:${column}`, text.trim()] as const];
    }),
  );
  return {
    ...sheet,
    rows: sheet.rows
      .filter((row) => !dropped.has(row.line))
      .map((row) => ({
        line: row.line,
        cells: row.cells.map((cell, column) => typed.get(`${row.line}:${column}`) ?? cell),
      })),
    marks: sheet.marks.filter((one) => {
      const now = typed.get(`${one.line}:${one.column}`);
      const before = sheet.rows.find((row) => row.line === one.line)?.cells[one.column];
      return !dropped.has(one.line) && (now === undefined || now === before);
    }),
  };
};

/**
 * Corrects cells of an uploaded roster and judges it again; the roll is not touched. Goes in: the import with its version,
 * cells by line and field, lines to leave out. Comes out: how many rows are still wrong. Refuses who does not keep the roll
 * (forbidden), another school's import (not found), one that is applied or discarded or was corrected meanwhile (conflict).
 */
export const correctRoster = async (
  ctx: MemberCtx,
  input: {
    importId: string;
    version: number;
    cells: readonly RosterCorrection[];
    drop: readonly number[];
  },
): Promise<Result<{ wrongRows: number }>> => {
  const allowed = mayImportRoster(ctx.actor);
  if (!allowed.ok) return allowed;
  const { organizationId } = ctx.actor;
  const stored = await read.rosterImport.findFirst({ where: { id: input.importId, organizationId } });
  if (!stored) return notFound();
  if (stored.state !== "checked" || !stored.sheetSealed)
    return refuse("conflict", "students.errors.importOver");
  const sheet = corrected(openSheet(stored.sheetSealed), input.cells, input.drop);
  const judged = await judgeRoster(read, organizationId, sheet, civilDate(ctx.clock.now()));
  const count = readReport(stored.report).corrected + input.cells.length + input.drop.length;
  const data = { sheetSealed: sealSheet(sheet), ...reportData(sheet, judged, count) };
  return decide(async (tx) => {
    const written = await tx.rosterImport.updateMany({
      where: { id: stored.id, version: input.version, state: "checked" },
      data: { ...data, version: { increment: 1 } },
    });
    if (written.count === 0) return stale();
    return { wrongRows: data.wrongRows };
  });
};
