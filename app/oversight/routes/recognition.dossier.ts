import type { LoaderFunctionArgs } from "@remix-run/node";
import { requireStaff } from "~/marketplace/staff.server";
import { read } from "~/platform/db/client.server";
import { languageOf } from "~/platform/i18n/language";
import { sheetDownload, writeXlsx } from "~/platform/sheets/write-sheet.server";
import { yuanText } from "~/ui/amount";
import { translatorFor } from "~/words/translator.server";
import { recognitionPage } from "../queries/recognition-page.server";
import { logged, markText } from "../report-log.server";

/** The dossier of an enterprise: conditions with what is shown, its own evidence, the benefit statement. */
export const loader = async ({ request, context }: LoaderFunctionArgs) => {
  const ctx = await requireStaff(request, context, ["enterprise"]);
  const translator = translatorFor(languageOf(request.headers));
  const t = translator.room("recognition");
  const given = translator.room("reports");
  const english = translator.language === "en";
  const page = await recognitionPage(ctx);
  const amount = (criterion: { money: boolean }, value: number) =>
    criterion.money ? yuanText(value) : String(value);
  const money = new Set(page.progress.criteria.filter((one) => one.money).map(({ id }) => String(id)));
  const { organizationId, organization } = ctx.actor;
  const { regionCode } = await read.organization.findUniqueOrThrow({
    where: { id: organizationId },
    select: { regionCode: true },
  });
  const subject = {
    kind: "recognition",
    subjectId: organizationId,
    organizationId,
    regionCode,
    title: `${t("title")} ${organization.name}`,
  } as const;
  const mark = markText((await logged(ctx, subject, "xlsx")).mark, translator);
  const body = await writeXlsx([
    {
      name: t("dossier.sheet"),
      note: page.pack.verified ? mark : `${t("verifiedNote")} ${mark}`,
      headers: [
        t("dossier.criterion"),
        t("dossier.threshold"),
        t("dossier.records"),
        t("dossier.own"),
        t("dossier.met"),
      ],
      rows: page.progress.criteria.map((one) => [
        `${one.id} ${english ? one.title.en : one.title.zh}`,
        amount(one, one.threshold),
        amount(one, one.records),
        amount(one, one.own),
        t(one.met ? "dossier.yes" : "dossier.no"),
      ]),
    },
    {
      name: t("dossier.evidence"),
      note: mark,
      headers: [t("evidence.criterion"), t("evidence.amount"), t("evidence.happenedOn"), t("evidence.note")],
      rows: page.evidence.map((one) => [
        one.criterionId,
        money.has(one.criterionId) ? yuanText(one.quantity) : String(one.quantity),
        one.happenedOn,
        one.note,
      ]),
    },
    {
      name: t("benefit.title"),
      note: `${t("benefit.unverified")} ${mark}`,
      headers: [
        t("benefit.year"),
        t("benefit.investment"),
        t("benefit.surcharge"),
        t("benefit.credit"),
        t("benefit.offset"),
        t("benefit.carried"),
      ],
      rows: page.benefits.map((line) => [
        String(line.year),
        yuanText(line.investmentFen),
        yuanText(line.surchargeFen),
        yuanText(line.creditFen),
        yuanText(line.offsetFen),
        yuanText(line.carriedFen),
      ]),
    },
    {
      name: given("given.title"),
      note: `${given("given.text")} ${mark}`,
      headers: [
        given("given.year"),
        given("given.retained"),
        given("given.saved"),
        given("given.weeks"),
        given("given.hours"),
        given("given.mentors"),
        given("given.visits"),
      ],
      rows: page.givenOutside.map((line) => [
        String(line.year),
        line.retained === null || line.known === null
          ? given("given.few")
          : given("given.of", { retained: line.retained, known: line.known }),
        line.savedFen === null ? "" : yuanText(line.savedFen),
        String(line.weeks),
        String(Math.round(line.minutes / 60)),
        String(line.mentors),
        String(line.visits),
      ]),
    },
  ]);
  return sheetDownload(`${t("title")}-${ctx.actor.organization.name}-${page.today}.xlsx`, body);
};
