import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { mayWrite } from "~/identity/actor";
import { requirePerson } from "~/identity/session.server";
import { languageOf } from "~/platform/i18n/language";
import { DataTable } from "~/ui/DataTable";
import { EmptyState } from "~/ui/EmptyState";
import { LinkButton } from "~/ui/LinkButton";
import { PageHeader } from "~/ui/PageHeader";
import { Pagination } from "~/ui/Pagination";
import { translatorFor } from "~/words/translator.server";
import { useTranslator, useWords } from "~/words/use-words";
import { PathwayState } from "../components/PathwayState";
import { pathwaysList } from "../queries/pathways-list.server";
import { kindOf } from "../rules/kinds";

export const loader = async ({ request, context }: LoaderFunctionArgs) => {
  const { actor } = await requirePerson(request, context);
  const list = await pathwaysList(actor, new URL(request.url).searchParams.get("after"));
  const { organization } = actor;
  return {
    title: translatorFor(languageOf(request.headers)).room("articulation")("title"),
    list: { ...list, rows: list.rows.map((row) => ({ ...row, kindTitle: kindOf(row.kind).title })) },
    founds: organization?.kind === "school" && mayWrite({ organization }) && organization.verified,
  };
};

export const meta: MetaFunction<typeof loader> = ({ data: found }) => [{ title: found?.title }];

const EMPTY = {
  school: "noneSchool",
  partner: "nonePartner",
  authority: "noneAuthority",
  person: "nonePerson",
} as const;

/** Pathways somebody may see: those a school leads or takes part in, an authority's region, a student's own. */
export default function Pathways() {
  const t = useWords("articulation");
  const { any, language } = useTranslator();
  const { list, founds } = useLoaderData<typeof loader>();
  const found = (
    <LinkButton href="/pathways/new" icon="plus">
      {t("list.new")}
    </LinkButton>
  );
  return (
    <>
      <PageHeader title={t("title")} subtitle={t("subtitle")} action={founds ? found : undefined} />
      <p className="mt-3">
        <a href="/pathways/open">{t("list.open")}</a>
      </p>
      <div className="stack mt-5">
        <div>
          <DataTable
            caption={t("list.caption")}
            captionHidden
            rows={list.rows}
            rowKey={(row) => row.id}
            empty={
              <EmptyState
                level={2}
                title={t("list.none")}
                action={founds ? found : <LinkButton href="/pathways/open">{t("list.open")}</LinkButton>}
              >
                <p>{t(`list.${EMPTY[list.side]}`)}</p>
              </EmptyState>
            }
            columns={[
              {
                key: "name",
                label: t("list.name"),
                lead: true,
                cell: (row) => (
                  <>
                    <a href={`/pathways/${row.id}`}>{row.title}</a>
                    <span className="note block">
                      {row.kindTitle[language === "en" ? "en" : "zh"]}
                      {row.founded && ` · ${t("list.ours")}`}
                    </span>
                  </>
                ),
              },
              {
                key: "route",
                label: t("list.route"),
                cell: (row) =>
                  row.stages.map((stage) => (
                    <span key={stage.level} className="block">
                      {stage.school || "–"}
                      <span className="meta">
                        {" "}
                        {stage.majorName} · {t("years", { years: stage.years })}
                      </span>
                    </span>
                  )),
              },
              {
                key: "seats",
                label: t("list.seats"),
                numeric: true,
                cell: (row) => row.stages.map((stage) => stage.quota || "–").join(" → "),
              },
              { key: "state", label: t("list.state"), cell: (row) => <PathwayState state={row.state} /> },
              {
                key: "turn",
                label: t("list.turn"),
                cell: (row) => (row.turn === "nobody" ? "–" : any(`articulation.turn.${row.turn}`)),
              },
            ]}
          />
          <Pagination {...(list.next ? { nextHref: `/pathways?after=${list.next}` } : {})} />
        </div>
      </div>
    </>
  );
}
