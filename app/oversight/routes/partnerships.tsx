import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { requireMember } from "~/identity/session.server";
import { throwRefusal } from "~/platform/http/respond.server";
import { languageOf } from "~/platform/i18n/language";
import { EmptyState } from "~/ui/EmptyState";
import { PageHeader } from "~/ui/PageHeader";
import { Pagination } from "~/ui/Pagination";
import { Section } from "~/ui/Section";
import { Tabs } from "~/ui/Tabs";
import { translatorFor } from "~/words/translator.server";
import { useWords } from "~/words/use-words";
import { PartnershipList } from "../components/PartnershipList";
import { PartnershipMap, PlacesTable } from "../components/PartnershipMap";
import { maySupervise } from "../policy";
import { partnershipFilter, partnershipsPage, SHOWN_HEALTH } from "../queries/partnerships-page.server";

export const loader = async ({ request, context }: LoaderFunctionArgs) => {
  const ctx = await requireMember(request, context);
  const sees = maySupervise(ctx.actor);
  if (!sees.ok) throwRefusal(sees.refusal);
  const filter = partnershipFilter(new URL(request.url).searchParams);
  return {
    title: translatorFor(languageOf(request.headers)).room("alerts")("partnerships.metaTitle"),
    filter,
    healths: SHOWN_HEALTH,
    ...(await partnershipsPage(ctx.actor.organizationId, filter)),
  };
};

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: page?.title }];

const VIEWS = ["list", "map"] as const;

type Asked = { health: string | null; region: string | null; view: string; after?: string };

const address = (asked: Asked, path = "/oversight/partnerships"): string => {
  const params = new URLSearchParams();
  if (asked.view === "map") params.set("view", "map");
  if (asked.health) params.set("health", asked.health);
  if (asked.region) params.set("region", asked.region);
  if (asked.after) params.set("after", asked.after);
  return params.size > 0 ? `${path}?${params}` : path;
};

/** Hollow partnerships (合作虚化) first, as a list or a map, with the reasons, the silent side and what restores it. */
export default function Partnerships() {
  const t = useWords("alerts");
  const cards = useWords("cards");
  const page = useLoaderData<typeof loader>();
  const { filter, healths, place, within, totals, places, items, next } = page;
  const { health, region, view } = filter;
  const here = { health, region, view };
  const all = totals.hollow + totals.watch + totals.sound + totals.young;
  const ofPlace = (code: string, one?: string) => address({ ...here, region: code, health: one ?? health });
  return (
    <>
      <PageHeader
        title={t("partnerships.title")}
        subtitle={t("partnerships.subtitle")}
        trail={[{ href: "/oversight", label: t("home.title") }]}
      />
      <p className="mt-4">
        {within ?? place} · {t("partnerships.counts", totals)}{" "}
        {within && <a href={address({ ...here, region: null })}>{cards("map.all")}</a>}
      </p>
      <p className="meta">{t("partnerships.told")}</p>
      <nav className="row mt-3" aria-label={cards("map.view")}>
        {VIEWS.map((one) => (
          <a
            key={one}
            className="min-h-11 content-center"
            href={address({ ...here, view: one })}
            aria-current={one === view ? "page" : undefined}
          >
            {one === view ? <b>{cards(`map.${one}`)}</b> : cards(`map.${one}`)}
          </a>
        ))}
        <a className="min-h-11 content-center" href="/oversight/consortia">
          {cards("consortia.title")}
        </a>
      </nav>
      <Tabs
        label={t("partnerships.filter")}
        tabs={[
          {
            href: address({ ...here, health: null }),
            label: t("partnerships.all"),
            current: health === null,
            count: all,
          },
          ...healths.map((one) => ({
            href: address({ ...here, health: one }),
            label: t(`partnerships.health.${one}`),
            current: health === one,
            count: totals[one],
          })),
        ]}
      />
      {view === "map" && (
        <div className="grid gap-6 py-5 lg:grid-cols-2">
          <PartnershipMap places={places} href={ofPlace} health={health ?? "hollow"} here={region} />
          <Section id="map-places" title={t("partnerships.places")}>
            <PlacesTable places={places} healths={healths} href={ofPlace} />
          </Section>
        </div>
      )}
      <div className={view === "map" ? "" : "cols"}>
        <div>
          <h2 className={view === "map" ? "ruled" : "sr-only"}>{t("partnerships.title")}</h2>
          <PartnershipList items={items} />
          {items.length === 0 && (
            <EmptyState title={t("partnerships.none")} level={3}>
              <p>{t("partnerships.noneText")}</p>
            </EmptyState>
          )}
          <Pagination
            {...(filter.after ? { firstHref: address(here) } : {})}
            {...(next ? { nextHref: address({ ...here, after: next }) } : {})}
          />
        </div>
        {view === "list" && (
          <aside>
            <Section
              id="places"
              title={t("partnerships.places")}
              aside={<a href={address(here, "/oversight/partnerships.csv")}>{t("partnerships.csv")}</a>}
            >
              <PlacesTable places={places} healths={healths} href={ofPlace} />
            </Section>
          </aside>
        )}
      </div>
    </>
  );
}
