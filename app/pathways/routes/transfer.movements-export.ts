import type { LoaderFunctionArgs } from "@remix-run/node";
import { mayWrite } from "~/identity/actor";
import { throwRefusal } from "~/platform/http/respond.server";
import { languageOf } from "~/platform/i18n/language";
import { sheetDownload, writeCsv, writeXlsx } from "~/platform/sheets/write-sheet.server";
import { civilDate } from "~/platform/time/clock";
import { translatorFor } from "~/words/translator.server";
import { movementRows } from "../queries/movements-page.server";
import { columnsFor, HEADINGS, type MovementField, REGISTRIES } from "../rules/movement-columns";
import { requireTransferStaff } from "../transfer-door.server";

/** The moves of the own school or region for a registry, as CSV or XLSX, in the columns asked for. */
export const loader = async ({ request, context }: LoaderFunctionArgs) => {
  const ctx = await requireTransferStaff(request, context);
  if (!mayWrite(ctx.actor)) return throwRefusal({ code: "forbidden", key: "transfers.errors.role" });
  const query = new URL(request.url).searchParams;
  const registry = REGISTRIES.find((one) => one === query.get("registry")) ?? "vocational";
  const columns = columnsFor(registry, query.getAll("columns"));
  const { any, language } = translatorFor(languageOf(request.headers));
  const side = language === "en" ? "en" : "zh";
  const cell = (row: Record<MovementField, string>, field: MovementField): string => {
    if (field === "sex") return any(`students.sex.${row.sex}`);
    if (field === "direction") return any(`transferRules.direction.${row.direction}`);
    if (field === "grade") return any(`transferRules.grade.${row.grade}`);
    if (field === "changeType") {
      return row.changeType === "returned"
        ? any("transfers.movements.cause.returned")
        : any(`transfers.movements.change.${row.changeType}`);
    }
    return row[field];
  };
  const table = {
    name: any("transfers.movements.title"),
    headers: columns.map((field) => HEADINGS[field][side]),
    rows: (await movementRows(ctx)).map((row) => columns.map((field) => cell(row, field))),
  };
  const name = `${table.name}-${civilDate(ctx.clock.now())}`;
  return query.get("as") === "xlsx"
    ? sheetDownload(`${name}.xlsx`, await writeXlsx([table]))
    : sheetDownload(`${name}.csv`, writeCsv(table));
};
