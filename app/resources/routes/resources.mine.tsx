import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { mayWrite } from "~/identity/actor";
import { requireStaff } from "~/marketplace/staff.server";
import { languageOf } from "~/platform/i18n/language";
import { DataTable } from "~/ui/DataTable";
import { EmptyState } from "~/ui/EmptyState";
import { LinkButton } from "~/ui/LinkButton";
import { PageHeader } from "~/ui/PageHeader";
import { Section } from "~/ui/Section";
import { translatorFor } from "~/words/translator.server";
import { useTranslator, useWords } from "~/words/use-words";
import { ResourceTabs } from "../components/ResourceTabs";
import { SHARING } from "../policy";
import { myResources } from "../queries/my-resources.server";

export const loader = async ({ request, context }: LoaderFunctionArgs) => {
  const ctx = await requireStaff(request, context, SHARING);
  return {
    title: translatorFor(languageOf(request.headers)).room("resources")("mine.title"),
    shares: mayWrite(ctx.actor),
    ...(await myResources(ctx)),
  };
};

export const meta: MetaFunction<typeof loader> = ({ data: found }) => [{ title: found?.title }];

const hours = (minutes: number): string => (minutes / 60).toFixed(1);
const percent = (bp: number): string => `${(bp / 100).toFixed(0)}%`;

/** What the own organization shares, how well it is used, and the hours its teachers gave and took. */
export default function MyResources() {
  const t = useWords("resources");
  const { any } = useTranslator();
  const page = useLoaderData<typeof loader>();
  const add = <LinkButton href="/resources/new">{t("mine.add")}</LinkButton>;
  const empty = page.resources.length === 0;
  return (
    <>
      <PageHeader title={t("mine.title")} action={page.shares && !empty ? add : undefined} />
      <ResourceTabs current="mine" />
      <div className="stack mt-5">
        <DataTable
          caption={t("mine.caption", { since: page.since })}
          rows={page.resources}
          rowKey={(row) => row.id}
          empty={
            <EmptyState level={2} title={t("mine.none")} action={page.shares ? add : undefined}>
              <p>{t("mine.noneText")}</p>
            </EmptyState>
          }
          columns={[
            {
              key: "name",
              label: t("mine.name"),
              lead: true,
              cell: (row) => (
                <>
                  <a href={`/resources/${row.id}/manage`}>{row.title}</a>
                  <span className="note block">
                    {any(`resources.kind.${row.kind}`)} · {any(`resources.manage.state.${row.state}`)}
                  </span>
                </>
              ),
            },
            {
              key: "coming",
              label: t("mine.coming"),
              cell: (row) => t("mine.comingValue", { booked: row.booked, coming: row.coming }),
            },
            {
              key: "hours",
              label: t("mine.hours"),
              cell: ({ use }) =>
                use.hoursBp === null
                  ? t("mine.noHours")
                  : t("mine.hoursValue", {
                      used: hours(use.usedMinutes),
                      offered: hours(use.offeredMinutes),
                      share: percent(use.hoursBp),
                    }),
            },
            {
              key: "seats",
              label: t("mine.seats"),
              cell: ({ use }) => t("mine.seatsValue", { taken: use.taken, seats: use.seats, came: use.came }),
            },
          ]}
        />
        <Section id="ledger" title={t("mine.ledger")}>
          {page.hours.length === 0 ? (
            <p className="mt-3 meta">{t("mine.ledgerNone")}</p>
          ) : (
            <DataTable
              caption={t("mine.ledger")}
              captionHidden
              rows={page.hours}
              rowKey={(row) => row.partnerId}
              columns={[
                { key: "partner", label: t("mine.partner"), lead: true, cell: (row) => row.partner },
                {
                  key: "lent",
                  label: t("mine.lent"),
                  numeric: true,
                  cell: (row) => t("mine.hoursUnit", { hours: hours(row.lentMinutes) }),
                },
                {
                  key: "borrowed",
                  label: t("mine.borrowed"),
                  numeric: true,
                  cell: (row) => t("mine.hoursUnit", { hours: hours(row.borrowedMinutes) }),
                },
              ]}
            />
          )}
        </Section>
      </div>
    </>
  );
}
