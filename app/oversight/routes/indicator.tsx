import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { requireMember } from "~/identity/session.server";
import { throwRefusal } from "~/platform/http/respond.server";
import { languageOf } from "~/platform/i18n/language";
import { DataTable } from "~/ui/DataTable";
import { EmptyState } from "~/ui/EmptyState";
import { PageHeader } from "~/ui/PageHeader";
import { Pagination } from "~/ui/Pagination";
import { Section } from "~/ui/Section";
import { absoluteText } from "~/ui/when";
import { useTranslator, useWords } from "~/words/use-words";
import { FigureFacts } from "../components/FigureFacts";
import { figureText, fractionText } from "../components/figure-text";
import { YearLinks } from "../components/YearLinks";
import { maySeeFigures } from "../policy";
import { indicatorPage } from "../queries/indicator-page.server";

export const loader = async ({ request, params, context }: LoaderFunctionArgs) => {
  const ctx = await requireMember(request, context);
  const sees = maySeeFigures(ctx.actor);
  if (!sees.ok) throwRefusal(sees.refusal);
  const page = await indicatorPage(ctx, params.id ?? "", new URL(request.url).searchParams);
  if (!page) return throwRefusal({ code: "not_found", key: "errors.notFound" });
  const { zh, en } = page.indicator.title;
  return { title: languageOf(request.headers) === "en" ? en : zh, page };
};

export const meta: MetaFunction<typeof loader> = ({ data: found }) => [{ title: found?.title }];

type Page = Awaited<ReturnType<typeof loader>>["page"];

const Parts = ({ page }: { page: Page }) => {
  const t = useWords("indicators");
  const { unit } = page.indicator;
  return (
    <Section id="parts" title={t("page.parts")}>
      <DataTable
        caption={t("page.parts")}
        captionHidden
        rows={page.parts}
        rowKey={({ code }) => code}
        columns={[
          { key: "place", label: t("column.place"), lead: true, cell: ({ name }) => name },
          {
            key: "value",
            label: t("column.value"),
            numeric: true,
            cell: ({ figure }) => figureText(figure, unit, t),
          },
          {
            key: "fraction",
            label: t("column.fraction"),
            numeric: true,
            cell: ({ figure }) => fractionText(figure) || "—",
          },
        ]}
      />
    </Section>
  );
};

const Organizations = ({ page }: { page: Page }) => {
  const t = useWords("indicators");
  const { id, unit } = page.indicator;
  const here = `/oversight/indicators/${id}?year=${page.year}`;
  return (
    <Section id="organizations" title={t("page.organizations")}>
      <DataTable
        caption={t("page.organizations")}
        captionHidden
        rows={page.organizations}
        rowKey={(row) => row.id}
        columns={[
          {
            key: "organization",
            label: t("column.organization"),
            lead: true,
            cell: (row) => (
              <a href={`/oversight/indicators/${id}/rows?year=${page.year}&organization=${row.id}`}>
                {row.name}
              </a>
            ),
          },
          { key: "place", label: t("column.place"), cell: ({ place }) => place },
          {
            key: "value",
            label: t("column.value"),
            numeric: true,
            cell: ({ figure }) => figureText(figure, unit, t),
          },
          {
            key: "fraction",
            label: t("column.fraction"),
            numeric: true,
            cell: ({ figure }) => fractionText(figure) || "—",
          },
        ]}
      />
      <Pagination
        {...(page.after ? { firstHref: here } : {})}
        {...(page.next ? { nextHref: `${here}&after=${encodeURIComponent(page.next)}` } : {})}
      />
    </Section>
  );
};

/** One figure opened: numerator, denominator, what is left out, the date, places, organizations and their rows. */
export default function IndicatorFigure() {
  const t = useWords("indicators");
  const { language } = useTranslator();
  const { page, title } = useLoaderData<typeof loader>();
  const { indicator, figure } = page;
  const awaited = indicator.supply === "imported";
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
      <p className="meta mt-3">{t("asOf", { when: absoluteText(page.asOf, language) })}</p>
      <div className="stack mt-5">
        <Section id="figure" title={t("page.figure")}>
          <FigureFacts indicator={indicator} figure={figure} />
          {page.own && !awaited && (
            <p className="mt-3">
              <a
                href={`/oversight/indicators/${indicator.id}/rows?year=${page.year}&organization=${page.own}`}
              >
                {t("page.ownRows")}
              </a>
            </p>
          )}
        </Section>
        {(awaited || figure.state === "none") && (
          <EmptyState title={t(awaited ? "state.awaited" : "page.noParts")} level={2}>
            <p>{t(awaited ? "page.awaitedText" : "page.noPartsText")}</p>
          </EmptyState>
        )}
        {page.parts.length > 0 && <Parts page={page} />}
        {page.organizations.length > 0 && <Organizations page={page} />}
      </div>
    </>
  );
}
