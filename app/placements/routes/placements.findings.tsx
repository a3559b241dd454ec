import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { requirePerson } from "~/identity/session.server";
import { throwRefusal } from "~/platform/http/respond.server";
import { languageOf } from "~/platform/i18n/language";
import { DataTable } from "~/ui/DataTable";
import { EmptyState } from "~/ui/EmptyState";
import { PageHeader } from "~/ui/PageHeader";
import { StateBadge } from "~/ui/StateBadge";
import { translatorFor } from "~/words/translator.server";
import { useTranslator, useWords } from "~/words/use-words";
import { findingsList } from "../queries/findings-list.server";

export const loader = async ({ request, context }: LoaderFunctionArgs) => {
  const { actor } = await requirePerson(request, context);
  const list = await findingsList(actor);
  if (!list) return throwRefusal({ code: "forbidden", key: "errors.forbidden" });
  return { title: translatorFor(languageOf(request.headers)).room("findings")("title"), list };
};

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

/** What the weekly evaluation found and is still open: the sentence, its article, since when, who must act. */
export default function Findings() {
  const t = useWords("findings");
  const { any, language } = useTranslator();
  const { title, list } = useLoaderData<typeof loader>();
  const say = (text: { zh: string; en: string }) => (language === "en" ? text.en : text.zh);
  return (
    <>
      <PageHeader
        title={title}
        subtitle={
          <>
            {t(`lead.${list.as}`)} {list.evaluated && t("evaluated", { monday: list.evaluated })}
          </>
        }
      />
      {list.as === "authority" && (
        <p className="my-3">
          <a href="/placements/figures">{any("life.figures.title")}</a>
        </p>
      )}
      <DataTable
        caption={title}
        captionHidden
        rows={list.rows}
        rowKey={(row) => row.id}
        empty={<EmptyState level={2} title={t("empty")} />}
        columns={[
          {
            key: "what",
            label: t("what"),
            lead: true,
            cell: (row) => (
              <>
                <StateBadge
                  tone={row.verdict === "block" ? "bad" : "wait"}
                  word={any(`ui.verdict.${row.verdict}`)}
                />{" "}
                {say(row.message)}
                <div className="note">
                  {row.rule} · {say(row.article)} · {say(row.fix)}
                </div>
              </>
            ),
          },
          {
            key: "who",
            label: t("whose"),
            cell: (row) => (
              <>
                {row.placementId && row.student ? (
                  <a href={`/placements/${row.placementId}`}>{row.student}</a>
                ) : (
                  row.school
                )}
                <div className="note">{row.host}</div>
              </>
            ),
          },
          {
            key: "since",
            label: t("since"),
            cell: (row) => (
              <>
                <span className="num">{row.openedOn}</span>
                {row.level > 0 && <div className="note">{any(`findings.level.l${row.level}`)}</div>}
              </>
            ),
          },
          { key: "act", label: t("act"), cell: (row) => any(`findings.who.${row.who}`) },
        ]}
      />
    </>
  );
}
