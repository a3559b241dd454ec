import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { requireStaff } from "~/marketplace/staff.server";
import { languageOf } from "~/platform/i18n/language";
import { DataTable } from "~/ui/DataTable";
import { EmptyState } from "~/ui/EmptyState";
import { PageHeader } from "~/ui/PageHeader";
import { Pagination } from "~/ui/Pagination";
import { StateBadge, type Tone } from "~/ui/StateBadge";
import { translatorFor } from "~/words/translator.server";
import { useTranslator, useWords } from "~/words/use-words";
import { ResourceTabs } from "../components/ResourceTabs";
import { useResourceTexts } from "../components/use-resource-texts";
import { SHARING } from "../policy";
import { bookingsList } from "../queries/bookings-list.server";

export const loader = async ({ request, context }: LoaderFunctionArgs) => {
  const ctx = await requireStaff(request, context, SHARING);
  const query = new URL(request.url).searchParams;
  const side = query.get("side") === "received" ? "received" : "made";
  return {
    title: translatorFor(languageOf(request.headers)).room("resources")(`bookings.${side}`),
    side: side as "made" | "received",
    ...(await bookingsList(ctx, side, query.get("after"))),
  };
};

export const meta: MetaFunction<typeof loader> = ({ data: found }) => [{ title: found?.title }];

const TONES: Record<string, Tone> = { booked: "act", held: "ok", cancelled: "neutral" };

/** Bookings the own organization made, or those others made with it. */
export default function Bookings() {
  const t = useWords("resources");
  const { any } = useTranslator();
  const { when } = useResourceTexts();
  const { title, side, bookings, next } = useLoaderData<typeof loader>();
  return (
    <>
      <PageHeader title={title} />
      <ResourceTabs current={side} />
      <div className="stack mt-5">
        <DataTable
          caption={title}
          captionHidden
          rows={bookings}
          rowKey={(row) => row.id}
          empty={
            <EmptyState level={2} title={t("bookings.none")}>
              <p>{side === "made" ? t("bookings.noneMade") : t("bookings.noneReceived")}</p>
            </EmptyState>
          }
          columns={[
            {
              key: "group",
              label: t("bookings.group"),
              lead: true,
              cell: (row) => (
                <>
                  <a href={`/resources/bookings/${row.id}`}>{row.group}</a>
                  <span className="note block">{t("bookings.people", { people: row.people })}</span>
                </>
              ),
            },
            { key: "resource", label: t("bookings.resource"), cell: (row) => row.title },
            { key: "when", label: t("bookings.when"), cell: when },
            { key: "other", label: t("bookings.other"), cell: (row) => row.other },
            {
              key: "state",
              label: t("bookings.state"),
              cell: (row) => (
                <StateBadge tone={TONES[row.state] ?? "neutral"} word={any(`resources.state.${row.state}`)} />
              ),
            },
          ]}
        />
        <Pagination nextHref={next ? `?side=${side}&after=${next}` : undefined} />
      </div>
    </>
  );
}
