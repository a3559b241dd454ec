import type { MemberCtx } from "~/identity/actor";
import { read } from "~/platform/db/client.server";
import type { Language } from "~/platform/i18n/words";
import { recogniseColumns } from "~/platform/sheets/columns";
import { type OutTable, writeCsv, writeXlsx } from "~/platform/sheets/write-sheet.server";
import { translatorFor } from "~/words/translator.server";
import { rosterProgrammes } from "../roster-judge.server";
import { openSheet, readReport } from "../roster-store.server";
import { ROSTER_COLUMNS, ROSTER_FIELDS } from "../rules/roster-columns";
import type { RosterIssue } from "../rules/roster-row";

/**
 * An uploaded roster as an XLSX file to mend: the rows as they stand, wrong cells tinted, a last column that says what is
 * wrong and what to do. It can be uploaded again as it is. Null for another school's, and once applied or discarded.
 */
export const rosterErrorFile = async (
  ctx: MemberCtx,
  importId: string,
  language: Language,
): Promise<{ name: string; bytes: Uint8Array } | null> => {
  const stored = await read.rosterImport.findFirst({
    where: { id: importId, organizationId: ctx.actor.organizationId },
  });
  if (!stored?.sheetSealed) return null;
  const t = translatorFor(language);
  const sheet = openSheet(stored.sheetSealed);
  const { places } = recogniseColumns(sheet.headers, ROSTER_COLUMNS);
  const byLine = new Map<number, RosterIssue[]>();
  for (const issue of readReport(stored.report).issues) {
    byLine.set(issue.line, [...(byLine.get(issue.line) ?? []), issue]);
  }
  const rows = sheet.rows.map((row) => {
    const issues = byLine.get(row.line) ?? [];
    const errors = new Set(
      issues.filter((one) => one.severity === "error").map((one) => one.field && places[one.field]),
    );
    const said = issues.map((one) => {
      const field = one.field ? t.any(`students.field.${one.field}`) : "";
      return `${field}: ${t.any(`students.roster.problem.${one.key}`, one.values)}`;
    });
    const cells = row.cells.map((text, column) => ({ text, wrong: errors.has(column) }));
    return [...cells, said.join("; "), String(row.line)];
  });
  const table: OutTable = {
    name: t.any("students.roster.sheetName"),
    headers: [...sheet.headers, t.any("students.roster.problemColumn"), t.any("students.roster.lineColumn")],
    rows,
  };
  return { name: t.any("students.roster.errorFile"), bytes: await writeXlsx([table]) };
};

/** An empty roster to fill in, with the school's own programmes in its example row. */
export const rosterTemplate = async (
  ctx: MemberCtx,
  language: Language,
  format: "xlsx" | "csv",
): Promise<{ name: string; body: string | Uint8Array }> => {
  const t = translatorFor(language);
  const [programme] = await rosterProgrammes(read, ctx.actor.organizationId);
  const year = Number(ctx.clock.now().toISOString().slice(0, 4)) - 1;
  const headers = ROSTER_COLUMNS.map((column) => t.any(`students.field.${column.field}`));
  const example = ROSTER_FIELDS.map((field) =>
    t.any(`students.roster.example.${field}`, {
      programme: programme?.name ?? "",
      year,
      birthYear: year - 16,
    }),
  );
  const name = t.any("students.roster.templateFile");
  if (format === "csv") return { name: `${name}.csv`, body: writeCsv({ headers, rows: [example] }) };
  const table = { name: t.any("students.roster.sheetName"), headers, rows: [example] };
  const note = t.any("students.roster.templateNote");
  return { name: `${name}.xlsx`, body: await writeXlsx([{ ...table, note }]) };
};
