import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { requireMember } from "~/identity/session.server";
import { throwRefusal } from "~/platform/http/respond.server";
import { languageOf } from "~/platform/i18n/language";
import { EmptyState } from "~/ui/EmptyState";
import { PageHeader } from "~/ui/PageHeader";
import { Pagination } from "~/ui/Pagination";
import { Tabs } from "~/ui/Tabs";
import { translatorFor } from "~/words/translator.server";
import { useWords } from "~/words/use-words";
import { AlertList } from "../components/AlertList";
import { maySupervise } from "../policy";
import { alertFilter, alertsInRegion } from "../queries/alerts.server";
import { ALERT_STATES } from "../rules/alert-lifecycle";

export const loader = async ({ request, context }: LoaderFunctionArgs) => {
  const ctx = await requireMember(request, context);
  const sees = maySupervise(ctx.actor);
  if (!sees.ok) throwRefusal(sees.refusal);
  const filter = alertFilter(new URL(request.url).searchParams);
  return {
    title: translatorFor(languageOf(request.headers)).room("alerts")("list.metaTitle"),
    filter,
    ...(await alertsInRegion(ctx, filter)),
  };
};

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: page?.title }];

const address = (state: string | null, after?: string): string => {
  const params = new URLSearchParams();
  if (state) params.set("state", state);
  if (after) params.set("after", after);
  return params.size > 0 ? `/oversight/alerts?${params}` : "/oversight/alerts";
};

/** The alerts of an authority's region by state. */
export default function Alerts() {
  const t = useWords("alerts");
  const { filter, items, next, counts } = useLoaderData<typeof loader>();
  return (
    <>
      <PageHeader
        title={t("list.title")}
        subtitle={t("list.subtitle")}
        trail={[{ href: "/oversight", label: t("home.title") }]}
      />
      <div className="mt-4">
        <Tabs
          label={t("list.states")}
          tabs={[
            {
              href: address(null),
              label: t("list.unclosed"),
              current: filter.state === null,
              count: counts.open + counts.ordered + counts.answered,
            },
            ...ALERT_STATES.map((state) => ({
              href: address(state),
              label: t(`state.${state}`),
              current: filter.state === state,
              count: counts[state],
            })),
          ]}
        />
      </div>
      <h2 className="sr-only">{t("list.title")}</h2>
      <AlertList items={items} base="/oversight/alerts" />
      {items.length === 0 && (
        <EmptyState title={t("list.none")} level={3}>
          <p>{t("list.noneText")}</p>
        </EmptyState>
      )}
      <Pagination
        {...(filter.after ? { firstHref: address(filter.state) } : {})}
        {...(next ? { nextHref: address(filter.state, next) } : {})}
      />
    </>
  );
}
