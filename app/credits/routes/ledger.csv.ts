import type { LoaderFunctionArgs } from "@remix-run/node";
import { requirePerson } from "~/identity/session.server";
import { throwRefusal } from "~/platform/http/respond.server";
import { languageOf } from "~/platform/i18n/language";
import { notFound } from "~/platform/result";
import { sheetDownload, writeCsv } from "~/platform/sheets/write-sheet.server";
import { translatorFor } from "~/words/translator.server";
import { creditText } from "../credit-text";
import { ownLedger } from "../queries/own-ledger.server";

/** A learner's ledger as CSV, for the learner or a guardian. */
export const loader = async ({ request, context }: LoaderFunctionArgs) => {
  const ctx = await requirePerson(request, context);
  const page = await ownLedger(ctx, new URL(request.url).searchParams.get("student"));
  if (!page) return throwRefusal(notFound().refusal);
  const { any, room } = translatorFor(languageOf(request.headers));
  const t = room("credits");
  const rows = page.ledger.lines.map((line) => [
    line.earnedOn,
    line.voided ? t("ledger.voided") : t(`side.${line.act}`),
    any(`credits.source.${line.source}`),
    line.exam ? t("examItem", { name: any(`credits.exam.${line.exam}`) }) : line.name,
    creditText(line.creditsCenti),
    line.hours === null ? "" : String(line.hours),
    line.grade ?? "",
    line.basis.map((one) => any(one.key, { ...one.values })).join(""),
  ]);
  const headers = [
    t("ledger.on"),
    t("ledger.act"),
    t("field.source"),
    t("ledger.item"),
    t("ledger.credits"),
    t("field.hours"),
    t("field.grade"),
    t("ledger.basis"),
  ];
  return sheetDownload(`${t("ledger.file")}.csv`, writeCsv({ headers, rows }));
};
