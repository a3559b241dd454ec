import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { requirePerson } from "~/identity/session.server";
import { languageOf } from "~/platform/i18n/language";
import { civilDate } from "~/platform/time/clock";
import { DataTable } from "~/ui/DataTable";
import { DueDate } from "~/ui/DueDate";
import { EmptyState } from "~/ui/EmptyState";
import { LinkButton } from "~/ui/LinkButton";
import { PageHeader } from "~/ui/PageHeader";
import { Pagination } from "~/ui/Pagination";
import { Section } from "~/ui/Section";
import { Tabs } from "~/ui/Tabs";
import { translatorFor } from "~/words/translator.server";
import { useTranslator, useWords } from "~/words/use-words";
import { TransferState } from "../components/TransferState";
import { TransferTabs } from "../components/TransferTabs";
import { TABS, transfersList } from "../queries/transfers-list.server";
import { openWindows } from "../queries/windows-page.server";

export const loader = async ({ request, context }: LoaderFunctionArgs) => {
  const ctx = await requirePerson(request, context);
  const query = new URL(request.url).searchParams;
  const now = ctx.clock.now();
  const tab = TABS.find((one) => one === query.get("tab")) ?? "running";
  const [list, open] = await Promise.all([
    transfersList(ctx.actor, tab, query.get("after")),
    openWindows(ctx.actor.organizationId, civilDate(now)),
  ]);
  return {
    title: translatorFor(languageOf(request.headers)).room("transfers")("title"),
    tabs: [...TABS],
    tab,
    list,
    open,
    now: now.toISOString(),
  };
};

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: page?.title }];

const EMPTY = { person: "emptyStudent", school: "emptySchool", authority: "emptyAuthority" } as const;

/** Transfers somebody may see: a family its own, a school both directions, an authority its region. */
export default function Transfers() {
  const t = useWords("transfers");
  const { any } = useTranslator();
  const { list, tab, tabs, open, now } = useLoaderData<typeof loader>();
  const begins = list.side !== "authority";
  const action = begins ? (
    <LinkButton href="/transfers/new" icon="plus">
      {t("list.new")}
    </LinkButton>
  ) : (
    <LinkButton href="/transfers/windows">{t("windows.open")}</LinkButton>
  );
  return (
    <>
      <PageHeader title={t("title")} subtitle={t("list.subtitle")} action={action} />
      <TransferTabs current="list" side={list.side} />
      <div className="stack mt-5">
        <Section id="open" title={t("list.open")} aside={<a href="/transfers/rules">{t("list.rules")}</a>}>
          {open.length === 0 ? (
            <p className="meta mt-3">{t("list.openNone")}</p>
          ) : (
            <ul className="mt-3 grid gap-1">
              {open.map((window) => (
                <li key={window.id}>
                  {t("list.openLine", {
                    direction: any(`transferRules.direction.${window.direction}`),
                    grade: any(`transferRules.grade.${window.grade}`),
                    opens: window.opensOn,
                    closes: window.closesOn,
                  })}{" "}
                  <DueDate due={window.closesOn} now={now} />
                </li>
              ))}
            </ul>
          )}
        </Section>
        <div>
          <Tabs
            label={t("list.caption")}
            tabs={tabs.map((one) => ({
              href: `/transfers?tab=${one}`,
              label: t(`list.${one}`),
              current: one === tab,
              count: list.counts[one],
            }))}
          />
          <DataTable
            caption={t("list.caption")}
            captionHidden
            rows={list.rows}
            rowKey={(row) => row.id}
            empty={
              <EmptyState title={t("list.empty")} level={2}>
                <p>{t(`list.${EMPTY[list.side]}`)}</p>
              </EmptyState>
            }
            columns={[
              {
                key: "student",
                label: t("list.student"),
                lead: true,
                cell: (row) => <a href={`/transfers/${row.id}`}>{row.name}</a>,
              },
              {
                key: "direction",
                label: t("field.direction"),
                cell: (row) => any(`transferRules.direction.${row.direction}`),
              },
              { key: "from", label: t("list.from"), cell: (row) => row.from },
              { key: "to", label: t("list.to"), cell: (row) => row.to },
              { key: "state", label: t("list.state"), cell: (row) => <TransferState state={row.state} /> },
              {
                key: "due",
                label: t("list.due"),
                cell: (row) => (row.due ? <DueDate due={row.due} now={now} /> : "–"),
              },
              {
                key: "reference",
                label: t("list.reference"),
                cell: (row) => <span className="num">{row.reference}</span>,
              },
            ]}
          />
          <Pagination {...(list.next ? { nextHref: `/transfers?tab=${tab}&after=${list.next}` } : {})} />
        </div>
      </div>
    </>
  );
}
