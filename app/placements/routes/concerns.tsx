import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { requirePerson } from "~/identity/session.server";
import { throwRefusal } from "~/platform/http/respond.server";
import { languageOf } from "~/platform/i18n/language";
import { DataTable } from "~/ui/DataTable";
import { DueDate } from "~/ui/DueDate";
import { EmptyState } from "~/ui/EmptyState";
import { PageHeader } from "~/ui/PageHeader";
import { StateBadge } from "~/ui/StateBadge";
import { absoluteText } from "~/ui/when";
import { translatorFor } from "~/words/translator.server";
import { useTranslator, useWords } from "~/words/use-words";
import { concernsList } from "../queries/concerns-list.server";

export const loader = async ({ request, context }: LoaderFunctionArgs) => {
  const { actor, clock } = await requirePerson(request, context);
  const now = clock.now();
  const list = await concernsList(actor, now);
  if (!list) return throwRefusal({ code: "forbidden", key: "errors.forbidden" });
  const title = translatorFor(languageOf(request.headers)).room("concerns")("title");
  return { title, list, now: now.toISOString() };
};

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

/** 学生反映: what waits for an answer, for the school and the authority; for a host only what a school told it. */
export default function Concerns() {
  const t = useWords("concerns");
  const { any, language } = useTranslator();
  const { title, list, now } = useLoaderData<typeof loader>();
  if (list.as === "host") {
    return (
      <>
        <PageHeader title={title} subtitle={t("list.leadHost")} />
        {list.told.length === 0 && <EmptyState level={2} title={t("list.emptyHost")} />}
        <ul className="stack">
          {list.told.map((one) => (
            <li key={`${one.at}${one.school}`}>
              <b>{one.school}</b> <span className="num note">{absoluteText(one.at, language)}</span>
              <p className="whitespace-pre-line">{one.text}</p>
            </li>
          ))}
        </ul>
      </>
    );
  }
  return (
    <>
      <PageHeader title={title} subtitle={t(`list.lead.${list.as}`)} />
      <DataTable
        caption={title}
        captionHidden
        rows={list.rows}
        rowKey={(row) => row.id}
        empty={<EmptyState level={2} title={t("list.empty")} />}
        columns={[
          {
            key: "kind",
            label: t("list.kind"),
            lead: true,
            cell: (row) => <a href={`/concerns/${row.id}`}>{any(`concerns.kind.${row.kind}`)}</a>,
          },
          { key: "host", label: t("list.host"), cell: (row) => row.host },
          { key: "school", label: t("list.school"), cell: (row) => row.school },
          {
            key: "state",
            label: t("list.state"),
            cell: (row) => (
              <StateBadge
                tone={row.state === "open" ? "bad" : "ok"}
                word={any(`concerns.state.${row.state}`)}
              />
            ),
          },
          {
            key: "due",
            label: t("list.due"),
            cell: (row) =>
              row.state === "open" ? (
                <>
                  <DueDate due={row.due} now={now} />
                  <div className="note num">{absoluteText(row.due, language)}</div>
                </>
              ) : (
                "—"
              ),
          },
        ]}
      />
    </>
  );
}
