import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { requireStaff } from "~/marketplace/staff.server";
import { languageOf } from "~/platform/i18n/language";
import { EmptyState } from "~/ui/EmptyState";
import { PageHeader } from "~/ui/PageHeader";
import { Pagination } from "~/ui/Pagination";
import { translatorFor } from "~/words/translator.server";
import { useWords } from "~/words/use-words";
import { AlertList } from "../components/AlertList";
import { alertFilter, ownRectifications } from "../queries/alerts.server";

export const loader = async ({ request, context }: LoaderFunctionArgs) => {
  const ctx = await requireStaff(request, context);
  const filter = alertFilter(new URL(request.url).searchParams);
  return {
    title: translatorFor(languageOf(request.headers)).room("alerts")("own.metaTitle"),
    after: filter.after,
    ...(await ownRectifications(ctx, filter)),
  };
};

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: page?.title }];

/** What an organization was ordered to put right. */
export default function Rectifications() {
  const t = useWords("alerts");
  const { items, next, after } = useLoaderData<typeof loader>();
  return (
    <>
      <PageHeader title={t("own.title")} subtitle={t("own.subtitle")} />
      <h2 className="sr-only">{t("own.title")}</h2>
      <AlertList items={items} base="/rectifications" />
      {items.length === 0 && (
        <EmptyState title={t("own.none")} level={3}>
          <p>{t("own.noneText")}</p>
        </EmptyState>
      )}
      <Pagination
        {...(after ? { firstHref: "/rectifications" } : {})}
        {...(next ? { nextHref: `/rectifications?after=${encodeURIComponent(next)}` } : {})}
      />
    </>
  );
}
