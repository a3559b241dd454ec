import type { MemberCtx } from "~/identity/actor";
import { read } from "~/platform/db/client.server";
import { recogniseColumns } from "~/platform/sheets/columns";
import { openSheet, readReport } from "../roster-store.server";
import type { RosterState } from "../rules/roster-check";
import { ROSTER_COLUMNS, type RosterField } from "../rules/roster-columns";

/** Rows that can be mended in the browser; beyond it the file is the better place. */
const MOST_SHOWN = 50;

/** Cells that may be the wrong one of two that disagree: both can be mended. */
const BESIDE: Readonly<Record<string, RosterField[]>> = {
  birthDateDiffers: ["idNumber"],
  sexDiffers: ["idNumber"],
  numberTaken: ["name", "birthDate"],
};

/**
 * What the dry run of one of the own school's rosters found: columns, counts, and the first fifty wrong rows with the cells
 * at fault as they stand. Null for another school's. Fields of a wrong row without a column of their own cannot be mended here.
 */
export const rosterReport = async (ctx: MemberCtx, importId: string) => {
  const { organizationId } = ctx.actor;
  const stored = await read.rosterImport.findFirst({ where: { id: importId, organizationId } });
  if (!stored) return null;
  const report = readReport(stored.report);
  const errors = report.issues.filter((issue) => issue.severity === "error");
  const sheet = stored.sheetSealed && errors.length > 0 ? openSheet(stored.sheetSealed) : null;
  const places = sheet ? recogniseColumns(sheet.headers, ROSTER_COLUMNS).places : {};
  const lines = [...new Set(errors.map((issue) => issue.line))].slice(0, MOST_SHOWN);
  const byLine = new Map(sheet?.rows.map((row) => [row.line, row.cells]));
  const textAt = (line: number, field: RosterField): string => {
    const place = places[field];
    return place === undefined ? "" : (byLine.get(line)?.[place] ?? "");
  };
  const cellsOf = (line: number) => {
    const own = errors.filter((issue) => issue.line === line);
    const beside = own.flatMap((issue) => BESIDE[issue.key] ?? []);
    const fields = [...new Set([...own.map((issue) => issue.field), ...beside])];
    return fields.map((field) => ({
      field,
      text: field ? textAt(line, field) : "",
      mendable: field !== null && places[field] !== undefined,
      problems: own
        .filter((issue) => issue.field === field)
        .map(({ key, values }) => ({ key, values: values ?? {} })),
    }));
  };
  const wrong = sheet
    ? lines.map((line) => ({
        line,
        name: textAt(line, "name"),
        studentNumber: textAt(line, "studentNumber"),
        cells: cellsOf(line).filter((cell) => cell.problems.length > 0 || cell.mendable),
      }))
    : [];
  return {
    id: stored.id,
    version: stored.version,
    state: stored.state as RosterState,
    fileName: stored.fileName,
    createdAt: stored.createdAt.toISOString(),
    stopped: stored.stopped,
    rows: stored.rows,
    wrongRows: stored.wrongRows,
    written: { created: stored.created, updated: stored.updated, unchanged: stored.unchanged },
    report: { ...report, issues: [] },
    warnings: report.issues.filter((issue) => issue.severity === "warn").slice(0, 100),
    wrong,
  };
};

export type RosterReportPage = NonNullable<Awaited<ReturnType<typeof rosterReport>>>;
export type WrongRow = RosterReportPage["wrong"][number];
