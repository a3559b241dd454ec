import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { throwRefusal } from "~/platform/http/respond.server";
import { languageOf } from "~/platform/i18n/language";
import { DataTable } from "~/ui/DataTable";
import { EmptyState } from "~/ui/EmptyState";
import { LinkButton } from "~/ui/LinkButton";
import { PageHeader } from "~/ui/PageHeader";
import { translatorFor } from "~/words/translator.server";
import { useWords } from "~/words/use-words";
import { AnswerSlip } from "../components/AnswerSlip";
import { mayPrint } from "../policy";
import { surveySheets } from "../queries/survey-sheets.server";
import { requireSurvey } from "../survey-door.server";

export const loader = async ({ request, params, context }: LoaderFunctionArgs) => {
  const { ctx, scope } = await requireSurvey(request, context, params.id);
  const allowed = mayPrint(ctx.actor);
  if (!allowed.ok) throwRefusal(allowed.refusal);
  const { survey } = scope;
  return {
    title: translatorFor(languageOf(request.headers)).room("surveys")("sheets.title"),
    id: survey.id,
    survey: survey.title,
    closesOn: survey.closesOn,
    ...(await surveySheets(ctx, survey, new URL(request.url).searchParams.get("class"))),
  };
};

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: page?.title }];

/** The slips of a class to print, cut and hand out: one link each, no name on it. */
export default function SurveySheets() {
  const t = useWords("surveys");
  const page = useLoaderData<typeof loader>();
  const back = (
    <LinkButton look="ghost" href={`/surveys/${page.id}`}>
      {t("sheets.back")}
    </LinkButton>
  );
  return (
    <>
      <PageHeader
        title={page.className ? `${t("sheets.title")} · ${page.className}` : t("sheets.title")}
        trail={[
          { href: "/surveys", label: t("title") },
          { href: `/surveys/${page.id}`, label: page.survey },
        ]}
        subtitle={t("sheets.subtitle")}
        action={back}
      />
      {page.slips.length > 0 && (
        <>
          <p className="meta no-print mt-5">{t("sheets.how")}</p>
          <ul className="mt-5 grid grid-cols-2 max-lg:grid-cols-1 print:grid-cols-2">
            {page.slips.map((slip) => (
              <AnswerSlip key={slip.qr.path} slip={slip} title={page.survey} until={page.closesOn} />
            ))}
          </ul>
        </>
      )}
      <div className="no-print mt-8">
        <DataTable
          caption={t("sheets.classes")}
          rows={page.classes}
          rowKey={({ name }) => name}
          empty={
            <EmptyState level={2} title={t("sheets.none")} action={back}>
              <p>{t("sheets.noneText")}</p>
            </EmptyState>
          }
          columns={[
            { key: "class", label: t("sheets.className"), lead: true, cell: ({ name }) => name },
            { key: "slips", label: t("sheets.slips"), numeric: true, cell: ({ slips }) => slips },
            {
              key: "open",
              label: t("sheets.print"),
              cell: ({ name }) => <a href={`?class=${encodeURIComponent(name)}`}>{t("sheets.open")}</a>,
            },
          ]}
        />
      </div>
    </>
  );
}
