import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { requireMember } from "~/identity/session.server";
import { parseForm } from "~/platform/http/form.server";
import { throwRefusal } from "~/platform/http/respond.server";
import { languageOf } from "~/platform/i18n/language";
import { DataTable } from "~/ui/DataTable";
import { EmptyState } from "~/ui/EmptyState";
import { PageHeader } from "~/ui/PageHeader";
import { Pagination } from "~/ui/Pagination";
import { absoluteText } from "~/ui/when";
import { translatorFor } from "~/words/translator.server";
import { useTranslator, useWords } from "~/words/use-words";
import { askCopy } from "../commands/ask-copy.server";
import { maySeeFigures } from "../policy";
import { downloadsPage } from "../queries/downloads-page.server";
import { copyForm } from "../report-schema";

export const loader = async ({ request, context }: LoaderFunctionArgs) => {
  const ctx = await requireMember(request, context);
  const sees = maySeeFigures(ctx.actor);
  if (!sees.ok) throwRefusal(sees.refusal);
  const after = new URL(request.url).searchParams.get("after");
  return {
    title: translatorFor(languageOf(request.headers)).room("reports")("downloads.metaTitle"),
    after,
    ...(await downloadsPage(ctx, after)),
  };
};

export const meta: MetaFunction<typeof loader> = ({ data: found }) => [{ title: found?.title }];

export const action = async ({ request, context }: ActionFunctionArgs) => {
  const ctx = await requireMember(request, context);
  const sees = maySeeFigures(ctx.actor);
  if (!sees.ok) return throwRefusal(sees.refusal);
  const parsed = parseForm(await request.formData(), copyForm);
  if (!parsed.ok) return data({ state: parsed.state }, { status: 422 });
  const done = await askCopy(ctx, parsed.value);
  if (!done.ok) return throwRefusal(done.refusal);
  return redirect(`/oversight/downloads/${done.value.id}`, 303);
};

/** The log of downloads: who took which report away, when, under which reference. */
export default function Downloads() {
  const t = useWords("reports");
  const figures = useWords("indicators");
  const { any, language } = useTranslator();
  const { items, next, after, region } = useLoaderData<typeof loader>();
  return (
    <>
      <PageHeader
        title={t("downloads.title")}
        trail={[{ href: "/oversight/indicators", label: figures("title") }]}
        subtitle={t(region ? "downloads.subtitleRegion" : "downloads.subtitle")}
      />
      <div className="mt-5">
        {items.length === 0 && (
          <EmptyState title={t("downloads.none")} level={2}>
            <p>{t("downloads.noneText")}</p>
          </EmptyState>
        )}
        {items.length > 0 && (
          <DataTable
            caption={t("downloads.title")}
            captionHidden
            rows={items}
            rowKey={({ id }) => id}
            columns={[
              { key: "title", label: t("downloads.report"), lead: true, cell: (row) => row.title },
              {
                key: "kind",
                label: t("downloads.kind"),
                cell: (row) => `${any(`reports.downloads.kinds.${row.kind}`)} · ${row.format.toUpperCase()}`,
              },
              {
                key: "reader",
                label: t("downloads.reader"),
                cell: (row) => `${row.readerName} · ${row.readerOrgName}`,
              },
              { key: "at", label: t("downloads.at"), cell: ({ at }) => absoluteText(at, language) },
              {
                key: "reference",
                label: t("downloads.reference"),
                cell: ({ reference }) => <code className="num">{reference}</code>,
              },
            ]}
          />
        )}
        <Pagination
          {...(after ? { firstHref: "/oversight/downloads" } : {})}
          {...(next ? { nextHref: `/oversight/downloads?after=${next}` } : {})}
        />
      </div>
    </>
  );
}
