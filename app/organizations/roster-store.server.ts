import { z } from "zod";
import { openField, sealField } from "~/platform/crypto/fields.server";
import type { Sheet } from "~/platform/sheets/sheet";
import type { RosterJudgement } from "./rules/roster-check";
import type { RosterIssue } from "./rules/roster-row";

/** Issues kept of one import; the number of wrong rows is always exact. */
const MOST_ISSUES = 2_000;

const sheetShape = z.object({
  headers: z.array(z.string()),
  headerLine: z.number(),
  rows: z.array(z.object({ line: z.number(), cells: z.array(z.string()) })),
  marks: z.array(
    z.object({ line: z.number(), column: z.number(), mark: z.enum(["formula", "noValue", "lostDigits"]) }),
  ),
  otherSheets: z.array(z.string()),
});

/** What the dry run found, without any text of the sheet but its headers. */
export type RosterReport = {
  fields: string[];
  missing: string[];
  unknown: string[];
  repeated: string[];
  otherSheets: string[];
  issues: RosterIssue[];
  moreIssues: number;
  corrected: number;
};

/** The uploaded sheet as it is kept until it is applied or thrown away: sealed as a whole, it is full of personal data. */
export const sealSheet = (sheet: Sheet): string => sealField("rosterImport.sheet", JSON.stringify(sheet));

export const openSheet = (sealed: string): Sheet =>
  sheetShape.parse(JSON.parse(openField("rosterImport.sheet", sealed)));

/** A judgement as the columns of the import's row. */
export const reportData = (sheet: Sheet, judged: RosterJudgement, corrected: number) => {
  const { places, missing, unknown, repeated } = judged.columns;
  const report: RosterReport = {
    fields: Object.keys(places),
    missing,
    unknown: unknown.map((one) => one.header.slice(0, 40)),
    repeated: repeated.map((one) => one.header.slice(0, 40)),
    otherSheets: sheet.otherSheets,
    issues: judged.issues.slice(0, MOST_ISSUES),
    moreIssues: Math.max(0, judged.issues.length - MOST_ISSUES),
    corrected,
  };
  return { report: JSON.stringify(report), rows: sheet.rows.length, wrongRows: judged.wrongLines.length };
};

export const readReport = (stored: string): RosterReport => JSON.parse(stored) as RosterReport;
