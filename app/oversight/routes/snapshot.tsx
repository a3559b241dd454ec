import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { requireMember } from "~/identity/session.server";
import { throwRefusal } from "~/platform/http/respond.server";
import { languageOf } from "~/platform/i18n/language";
import { newId } from "~/platform/id";
import { DataTable } from "~/ui/DataTable";
import { Facts } from "~/ui/Facts";
import { PageHeader } from "~/ui/PageHeader";
import { Section } from "~/ui/Section";
import { absoluteText } from "~/ui/when";
import { translatorFor } from "~/words/translator.server";
import { useTranslator, useWords } from "~/words/use-words";
import { CopyButton } from "../components/CopyButton";
import { figureText, fractionText } from "../components/figure-text";
import { maySeeFigures } from "../policy";
import { snapshotPage } from "../queries/snapshot-page.server";
import { INDICATOR_TABLES } from "../rules/indicators/indicator";

export const loader = async ({ request, params, context }: LoaderFunctionArgs) => {
  const ctx = await requireMember(request, context);
  const sees = maySeeFigures(ctx.actor);
  if (!sees.ok) throwRefusal(sees.refusal);
  const page = await snapshotPage(ctx, params.id ?? "");
  if (!page) return throwRefusal({ code: "not_found", key: "errors.notFound" });
  const t = translatorFor(languageOf(request.headers)).room("indicators");
  return {
    title: t("snapshot.metaTitle", { year: page.content.year }),
    submissionKey: newId(),
    page,
  };
};

export const meta: MetaFunction<typeof loader> = ({ data: found }) => [{ title: found?.title }];

/** Figures as they were frozen: read from the snapshot alone, whatever the records say by now. */
export default function Snapshot() {
  const t = useWords("indicators");
  const { language } = useTranslator();
  const { page, title, submissionKey } = useLoaderData<typeof loader>();
  const { content } = page;
  return (
    <>
      <PageHeader
        title={title}
        trail={[{ href: `/oversight/indicators?year=${content.year}`, label: t("title") }]}
        subtitle={t("subtitle", { place: content.place, year: content.year })}
      />
      <div className="cols">
        <div className="stack">
          {INDICATOR_TABLES.map((table) => (
            <Section key={table} id={table} title={t(`table.${table}`)}>
              <DataTable
                caption={t(`table.${table}`)}
                captionHidden
                rows={content.figures.filter((figure) => figure.table === table)}
                rowKey={({ indicatorId }) => indicatorId}
                columns={[
                  {
                    key: "indicator",
                    label: t("column.indicator"),
                    lead: true,
                    cell: (figure) => (language === "en" ? figure.title.en : figure.title.zh),
                  },
                  {
                    key: "value",
                    label: t("column.value"),
                    numeric: true,
                    cell: (figure) => figureText(figure, figure.unit, t),
                  },
                  {
                    key: "fraction",
                    label: t("column.fraction"),
                    numeric: true,
                    cell: (figure) => fractionText(figure) || "—",
                  },
                ]}
              />
            </Section>
          ))}
        </div>
        <aside>
          <Section id="kept" title={t("snapshot.title")}>
            <Facts
              facts={[
                {
                  label: t("column.at"),
                  value: t("snapshot.taken", {
                    when: absoluteText(page.takenAt, language),
                    name: page.takenByName,
                  }),
                },
                {
                  label: t("column.supply"),
                  value: t("snapshot.asOf", { when: absoluteText(content.asOf, language) }),
                },
                {
                  label: t("snapshot.hash"),
                  value: (
                    <>
                      <code className="num break-all text-sm">{page.sha256}</code>
                      <br />
                      {t(page.fits ? "snapshot.fits" : "snapshot.broken")}
                    </>
                  ),
                },
                {
                  label: t("snapshot.downloads"),
                  value: (
                    <span className="row">
                      <CopyButton kind="snapshot" subjectId={page.id} submissionKey={submissionKey} />
                      <a href={`/oversight/snapshots/${page.id}/report.xlsx`}>{t("snapshot.xlsx")}</a>
                      <a href={`/oversight/snapshots/${page.id}/report.csv`}>{t("snapshot.csv")}</a>
                    </span>
                  ),
                },
              ]}
            />
          </Section>
        </aside>
      </div>
    </>
  );
}
