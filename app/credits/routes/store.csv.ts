import type { LoaderFunctionArgs } from "@remix-run/node";
import { languageOf } from "~/platform/i18n/language";
import { sheetDownload, writeCsv } from "~/platform/sheets/write-sheet.server";
import { translatorFor } from "~/words/translator.server";
import { reconciliation } from "../queries/reconciliation.server";
import { daysAsked } from "../queries/store-page.server";
import { requireStoreStaff } from "../store-door.server";

const COLUMNS = [
  "deposit",
  "sequence",
  "order",
  "student",
  "transfer",
  "receivedAt",
  "hash",
  "converted",
  "collectedAt",
  "collectedBy",
  "elsewhere",
] as const;

/** The reconciliation of the intermediate store as CSV: one row a deposit. */
export const loader = async ({ request, context }: LoaderFunctionArgs) => {
  const ctx = await requireStoreStaff(request, context);
  const days = daysAsked(new URL(request.url).searchParams, ctx.clock.now());
  const t = translatorFor(languageOf(request.headers)).room("creditStore");
  const { items } = await reconciliation(ctx.actor.organizationId, days);
  const rows = items.map((item) => [
    item.deposit,
    String(item.sequence),
    t(`order.${item.order as "latest"}`),
    item.student ?? "",
    item.transfer ?? "",
    item.receivedAt,
    item.hash,
    item.converted ? t("report.yes") : t("report.no"),
    item.collectedAt ?? "",
    item.collectedBy ?? "",
    item.elsewhere.join("、"),
  ]);
  const headers = COLUMNS.map((column) => t(`column.${column}`));
  return sheetDownload(`${t("file")}-${days.from}-${days.to}.csv`, writeCsv({ headers, rows }));
};
