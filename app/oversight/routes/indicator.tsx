import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { requireMember } from "~/identity/session.server";
import { throwRefusal } from "~/platform/http/respond.server";
import { languageOf } from "~/platform/i18n/language";
import { EmptyState } from "~/ui/EmptyState";
import { LinkButton } from "~/ui/LinkButton";
import { PageHeader } from "~/ui/PageHeader";
import { Section } from "~/ui/Section";
import { absoluteText } from "~/ui/when";
import { useTranslator, useWords } from "~/words/use-words";
import { DefinitionChange } from "../components/DefinitionChange";
import { FigureFacts } from "../components/FigureFacts";
import { FigureOrganizations, FigurePlaces } from "../components/FigureParts";
import { YearLinks } from "../components/YearLinks";
import { maySeeFigures } from "../policy";
import { indicatorPage } from "../queries/indicator-page.server";
import { supplierOf } from "../report-policy";

export const loader = async ({ request, params, context }: LoaderFunctionArgs) => {
  const ctx = await requireMember(request, context);
  const sees = maySeeFigures(ctx.actor);
  if (!sees.ok) throwRefusal(sees.refusal);
  const page = await indicatorPage(ctx, params.id ?? "", new URL(request.url).searchParams);
  if (!page) return throwRefusal({ code: "not_found", key: "errors.notFound" });
  const { zh, en } = page.indicator.title;
  return {
    title: languageOf(request.headers) === "en" ? en : zh,
    supplies: supplierOf(ctx.actor.organization.kind),
    page,
  };
};

export const meta: MetaFunction<typeof loader> = ({ data: found }) => [{ title: found?.title }];

/** What an indicator waits for: records, or somebody who hands it in. */
const Awaited = () => {
  const t = useWords("indicators");
  const sheets = useWords("reports");
  const { page, supplies } = useLoaderData<typeof loader>();
  if (!page.supplier || page.figure.state !== "awaited")
    return page.figure.state === "none" ? (
      <EmptyState title={t("page.noParts")} level={2}>
        <p>{t("page.noPartsText")}</p>
      </EmptyState>
    ) : null;
  return (
    <EmptyState
      title={t("state.awaited")}
      level={2}
      action={
        supplies && (
          <LinkButton href={`/oversight/sheets?year=${page.year}`}>
            {sheets(supplies === page.supplier ? "origin.open" : "origin.see")}
          </LinkButton>
        )
      }
    >
      <p>
        {sheets(page.supplier === "school" ? "origin.supplierSchool" : "origin.supplierAuthority")} ·{" "}
        {sheets("origin.awaited")}
      </p>
    </EmptyState>
  );
};

/** One figure opened: numerator, denominator, what is left out, the date, places, organizations and their rows. */
export default function IndicatorFigure() {
  const t = useWords("indicators");
  const sheets = useWords("reports");
  const { language } = useTranslator();
  const { page, title } = useLoaderData<typeof loader>();
  const { indicator, figure, origin } = page;
  return (
    <>
      <PageHeader
        title={title}
        trail={[
          { href: `/oversight/indicators?table=${indicator.table}&year=${page.year}`, label: t("title") },
        ]}
        subtitle={t("subtitle", { place: page.place, year: indicator.standing ? t("rows.now") : page.year })}
      />
      {!indicator.standing && (
        <YearLinks
          year={page.year}
          years={page.years}
          href={(year) => `/oversight/indicators/${indicator.id}?year=${year}`}
        />
      )}
      {!page.supplier && (
        <p className="meta mt-3">{t("asOf", { when: absoluteText(page.asOf, language) })}</p>
      )}
      <div className="stack mt-5">
        <Section id="figure" title={t("page.figure")}>
          <FigureFacts indicator={indicator} figure={figure} />
          {page.own && !page.supplier && (
            <p className="mt-3">
              <a
                href={`/oversight/indicators/${indicator.id}/rows?year=${page.year}&organization=${page.own}`}
              >
                {t("page.ownRows")}
              </a>
            </p>
          )}
          {origin && (
            <p className="mt-3">
              {sheets("origin.title")}：
              <a href={`/oversight/sheets/${origin.sheetId}`}>
                {sheets("origin.line", { file: origin.fileName, line: origin.line })}
              </a>{" "}
              · {origin.personName} · {absoluteText(origin.confirmedAt, language)}
            </p>
          )}
          {page.definitions.length > 1 && (
            <DefinitionChange definitions={page.definitions} year={page.year} />
          )}
        </Section>
        <Awaited />
        {page.parts.length > 0 && <FigurePlaces page={page} />}
        {page.organizations.length > 0 && <FigureOrganizations page={page} />}
      </div>
    </>
  );
}
