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
import { Tabs } from "~/ui/Tabs";
import { translatorFor } from "~/words/translator.server";
import { useWords } from "~/words/use-words";
import { PartnershipList } from "../components/PartnershipList";
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

const address = (health: string | null, after?: string, path = "/oversight/partnerships"): string => {
  const params = new URLSearchParams();
  if (health) params.set("health", health);
  if (after) params.set("after", after);
  return params.size > 0 ? `${path}?${params}` : path;
};

/** Hollow partnerships (合作虚化) first, with the reasons, the silent side and what restores it. */
export default function Partnerships() {
  const t = useWords("alerts");
  const { filter, healths, place, totals, places, items, next } = useLoaderData<typeof loader>();
  const all = totals.hollow + totals.watch + totals.sound + totals.young;
  return (
    <>
      <PageHeader
        title={t("partnerships.title")}
        subtitle={t("partnerships.subtitle")}
        trail={[{ href: "/oversight", label: t("home.title") }]}
      />
      <p className="mt-4">
        {place} · {t("partnerships.counts", totals)}
      </p>
      <p className="meta">{t("partnerships.told")}</p>
      <div className="cols">
        <div>
          <Tabs
            label={t("partnerships.filter")}
            tabs={[
              {
                href: address(null),
                label: t("partnerships.all"),
                current: filter.health === null,
                count: all,
              },
              ...healths.map((health) => ({
                href: address(health),
                label: t(`partnerships.health.${health}`),
                current: filter.health === health,
                count: totals[health],
              })),
            ]}
          />
          <h2 className="sr-only">{t("partnerships.title")}</h2>
          <PartnershipList items={items} />
          {items.length === 0 && (
            <EmptyState title={t("partnerships.none")} level={3}>
              <p>{t("partnerships.noneText")}</p>
            </EmptyState>
          )}
          <Pagination
            {...(filter.after ? { firstHref: address(filter.health) } : {})}
            {...(next ? { nextHref: address(filter.health, next) } : {})}
          />
        </div>
        <aside>
          <Section
            id="places"
            title={t("partnerships.places")}
            aside={
              <a href={address(filter.health, undefined, "/oversight/partnerships.csv")}>
                {t("partnerships.csv")}
              </a>
            }
          >
            <DataTable
              caption={t("partnerships.places")}
              captionHidden
              rows={places}
              rowKey={(row) => row.code}
              columns={[
                { key: "place", label: t("partnerships.place"), lead: true, cell: (row) => row.name },
                ...healths.map((health) => ({
                  key: health,
                  label: t(`partnerships.health.${health}`),
                  numeric: true,
                  cell: (row: (typeof places)[number]) => row[health],
                })),
              ]}
            />
          </Section>
        </aside>
      </div>
    </>
  );
}
