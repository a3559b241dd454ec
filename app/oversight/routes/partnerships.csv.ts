import type { LoaderFunctionArgs } from "@remix-run/node";
import { reasonText } from "~/agreements/components/sentences";
import { requireMember } from "~/identity/session.server";
import { throwRefusal } from "~/platform/http/respond.server";
import { languageOf } from "~/platform/i18n/language";
import { sheetDownload, writeCsv } from "~/platform/sheets/write-sheet.server";
import { civilDate } from "~/platform/time/clock";
import { translatorFor } from "~/words/translator.server";
import { maySupervise } from "../policy";
import { partnershipFilter, partnershipsForSheet } from "../queries/partnerships-page.server";

/** The partnerships of an authority's region as CSV, with reasons and the silent side. */
export const loader = async ({ request, context }: LoaderFunctionArgs) => {
  const ctx = await requireMember(request, context);
  const sees = maySupervise(ctx.actor);
  if (!sees.ok) throwRefusal(sees.refusal);
  const translator = translatorFor(languageOf(request.headers));
  const t = translator.room("alerts");
  const filter = partnershipFilter(new URL(request.url).searchParams);
  const items = await partnershipsForSheet(ctx.actor.organizationId, filter);
  const body = writeCsv({
    headers: [
      t("partnerships.agreement"),
      t("partnerships.parties"),
      t("partnerships.filter"),
      t("facts.score"),
      t("partnerships.reasons"),
      t("partnerships.silentSide"),
    ],
    rows: items.map((item) => [
      item.title,
      item.parties.map(({ name }) => name).join("、"),
      t(`partnerships.health.${item.health}`),
      String(item.score),
      item.down
        .map((reason) =>
          reasonText(reason, translator, (id) => item.parties.find((one) => one.id === id)?.name ?? ""),
        )
        .join("；"),
      item.silent === "both" ? t("partnerships.silentBoth") : (item.silent?.name ?? ""),
    ]),
  });
  return sheetDownload(`${t("partnerships.title")}-${civilDate(ctx.clock.now())}.csv`, body);
};
