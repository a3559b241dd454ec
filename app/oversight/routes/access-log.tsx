import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { requireMember } from "~/identity/session.server";
import { throwRefusal } from "~/platform/http/respond.server";
import { languageOf } from "~/platform/i18n/language";
import { DataTable } from "~/ui/DataTable";
import { EmptyState } from "~/ui/EmptyState";
import { PageHeader } from "~/ui/PageHeader";
import { Pagination } from "~/ui/Pagination";
import { absoluteText } from "~/ui/when";
import { translatorFor } from "~/words/translator.server";
import { useTranslator, useWords } from "~/words/use-words";
import { maySeeFigures } from "../policy";
import { accessLog } from "../queries/access-log.server";
import { cardMeasure } from "../rules/cards/measures";
import { indicatorOf } from "../rules/indicators/catalogue";

export const loader = async ({ request, context }: LoaderFunctionArgs) => {
  const ctx = await requireMember(request, context);
  const sees = maySeeFigures(ctx.actor);
  if (!sees.ok) throwRefusal(sees.refusal);
  const after = new URL(request.url).searchParams.get("after");
  return {
    title: translatorFor(languageOf(request.headers)).room("indicators")("access.metaTitle"),
    after,
    ...(await accessLog(ctx, after)),
  };
};

export const meta: MetaFunction<typeof loader> = ({ data: found }) => [{ title: found?.title }];

/** Who from outside looked at rows with the organization's students, and why. */
export default function AccessLog() {
  const t = useWords("indicators");
  const { language } = useTranslator();
  const { title, items, next, after } = useLoaderData<typeof loader>();
  const titleOf = (id: string): string =>
    (indicatorOf(id) ?? cardMeasure(id.replace("card:", "")))?.title[language === "en" ? "en" : "zh"] ?? id;
  return (
    <>
      <PageHeader
        title={title}
        trail={[{ href: "/oversight/indicators", label: t("title") }]}
        subtitle={t("access.subtitle")}
      />
      <div className="mt-5">
        {items.length === 0 && (
          <EmptyState title={t("access.none")} level={2}>
            <p>{t("access.noneText")}</p>
          </EmptyState>
        )}
        {items.length > 0 && (
          <DataTable
            caption={t("access.title")}
            captionHidden
            rows={items}
            rowKey={({ id }) => id}
            columns={[
              {
                key: "reader",
                label: t("column.reader"),
                lead: true,
                cell: (row) => `${row.readerName} · ${row.readerOrgName}`,
              },
              {
                key: "what",
                label: t("column.what"),
                cell: (row) => `${titleOf(row.indicatorId)} · ${row.period}`,
              },
              { key: "reason", label: t("column.reason"), cell: ({ reason }) => reason },
              { key: "rows", label: t("column.rows"), numeric: true, cell: ({ rows }) => rows },
              { key: "at", label: t("column.at"), cell: ({ at }) => absoluteText(at, language) },
            ]}
          />
        )}
        <Pagination
          {...(after ? { firstHref: "/organization/access-log" } : {})}
          {...(next ? { nextHref: `/organization/access-log?after=${next}` } : {})}
        />
      </div>
    </>
  );
}
