import { readFile } from "node:fs/promises";
import { renderToBuffer } from "@react-pdf/renderer";
import { coverageOf } from "~/agreements/pdf/coverage";
import { FONT_FILE, registerFont } from "~/agreements/pdf/font.server";
import { isInTransaction } from "~/platform/db/gate.server";
import { ReportPdf, type ReportSheet } from "./ReportPdf";

let covered: Promise<(text: string) => string> | null = null;

/** Turns a yearly report into a PDF. Never inside a transaction or request: a job does it. */
export const renderReportPdf = async (sheet: ReportSheet): Promise<Buffer> => {
  if (isInTransaction()) throw new Error("a PDF inside a transaction");
  registerFont();
  covered ??= readFile(FONT_FILE).then(coverageOf);
  const drawable = await covered;
  const legible = JSON.parse(JSON.stringify(sheet), (_key, one: unknown) =>
    typeof one === "string" ? drawable(one) : one,
  ) as ReportSheet;
  return renderToBuffer(<ReportPdf sheet={legible} />);
};
