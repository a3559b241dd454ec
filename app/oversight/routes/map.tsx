import type { HeadersFunction, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { publicPage, publicPageHeaders } from "~/platform/http/public-page.server";
import { languageOf } from "~/platform/i18n/language";
import { civilDate, systemClock } from "~/platform/time/clock";
import { EmptyState } from "~/ui/EmptyState";
import { LinkButton } from "~/ui/LinkButton";
import { Notice } from "~/ui/Notice";
import { PageHeader } from "~/ui/PageHeader";
import { Section } from "~/ui/Section";
import { Tabs } from "~/ui/Tabs";
import { translatorFor } from "~/words/translator.server";
import { useWords } from "~/words/use-words";
import { MapFilters } from "../components/MapFilters";
import { MapHow } from "../components/MapHow";
import { MapSummary } from "../components/MapSummary";
import { MapTable } from "../components/MapTable";
import { MapTiles } from "../components/MapTiles";
import { mapPage } from "../queries/map-page.server";
import { MAP_VIEWS, mapHref, readMapQuery } from "../rules/map-query";
import { ALL } from "../rules/map-shares";

export const loader = async ({ request }: LoaderFunctionArgs) => {
  const query = readMapQuery(new URL(request.url).searchParams);
  return publicPage(request, {
    title: translatorFor(languageOf(request.headers)).room("map")("metaTitle"),
    query,
    page: await mapPage(query, civilDate(systemClock.now())),
  });
};

export const headers: HeadersFunction = publicPageHeaders;

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: page?.title }];

/** 资源匹配数字地图: supply, demand and what is missing, from the country down to the county. */
export default function ResourceMap() {
  const t = useWords("map");
  const { query, page } = useLoaderData<typeof loader>();
  const place = page.trail.at(-1)?.name;
  const anything = page.total.programmes + page.total.slots + page.total.needs + page.total.bases > 0;
  return (
    <>
      <PageHeader
        title={place ? `${t("title")} · ${place}` : t("title")}
        subtitle={t("subtitle")}
        {...(place
          ? {
              trail: [
                { href: mapHref(query, { region: null }), label: t("country") },
                ...page.trail
                  .slice(0, -1)
                  .map(({ code, name }) => ({ href: mapHref(query, { region: code }), label: name })),
              ],
            }
          : {})}
      />
      <div className="mt-5">
        <MapFilters
          query={query}
          categories={page.categories}
          familyName={page.familyName}
          industries={page.industries}
        />
        {query.industry !== ALL && <Notice>{t("filter.industryNote")}</Notice>}
      </div>
      <MapSummary page={page} query={query} />
      <div
        className={
          page.tiles.length > 0 ? "mt-4 grid gap-x-10 gap-y-6 lg:grid-cols-[440px_minmax(0,1fr)]" : "mt-4"
        }
      >
        {page.tiles.length > 0 && (
          <div>
            <Tabs
              label={t("view.label")}
              tabs={MAP_VIEWS.map((view) => ({
                href: mapHref(query, { view }),
                label: t(`view.${view}`),
                current: view === query.view,
              }))}
            />
            <div className="mt-4">
              <MapTiles page={page} query={query} />
            </div>
          </div>
        )}
        <Section
          id="parts"
          title={t(`table.title.${page.level}`)}
          aside={
            <span className="row">
              <span>{t("table.download")}</span>
              <a href={mapHref(query, {}, "/map/export.csv")}>{t("table.csv")}</a>
              <a href={mapHref(query, {}, "/map/export.xlsx")}>{t("table.xlsx")}</a>
            </span>
          }
        >
          {anything ? (
            <MapTable page={page} query={query} />
          ) : (
            <EmptyState
              title={t("nothing.title")}
              level={3}
              action={
                <LinkButton href={mapHref(query, { region: null, family: ALL, industry: ALL })}>
                  {t("country")}
                </LinkButton>
              }
            >
              <p>{t("nothing.text")}</p>
            </EmptyState>
          )}
        </Section>
      </div>
      <MapHow days={page.days} family={query.family} />
    </>
  );
}
