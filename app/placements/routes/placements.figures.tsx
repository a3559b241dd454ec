import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { requireMember } from "~/identity/session.server";
import type { OpenPart } from "~/matching/rules/completion-share";
import { throwRefusal } from "~/platform/http/respond.server";
import { languageOf } from "~/platform/i18n/language";
import { notFound } from "~/platform/result";
import { Button } from "~/ui/Button";
import { DataTable } from "~/ui/DataTable";
import { EmptyState } from "~/ui/EmptyState";
import { SelectField } from "~/ui/form/SelectField";
import { PageHeader } from "~/ui/PageHeader";
import { translatorFor } from "~/words/translator.server";
import { useTranslator, useWords } from "~/words/use-words";
import { figuresPage } from "../queries/figures-page.server";
import type { SeenCount } from "../rules/programme-figures";

export const loader = async ({ request, context }: LoaderFunctionArgs) => {
  const { actor } = await requireMember(request, context);
  const { kind, role } = actor.organization;
  if ((kind !== "school" && kind !== "authority") || role === "student")
    return throwRefusal({ code: "forbidden", key: "errors.forbidden" });
  const page = await figuresPage(actor, new URL(request.url).searchParams.get("school"));
  if (!page) return throwRefusal(notFound().refusal);
  return { title: translatorFor(languageOf(request.headers)).room("life")("figures.title"), page };
};

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

/** What became of a school's placements, programme by programme. */
export default function Figures() {
  const t = useWords("life");
  const { any } = useTranslator();
  const { page } = useLoaderData<typeof loader>();
  const seen = (count: SeenCount) => (count === null ? t("figures.few") : count);
  const of = (part: OpenPart) =>
    part.hidden ? t("figures.hidden") : part.whole === 0 ? "—" : `${part.part} / ${part.whole}`;
  return (
    <>
      <PageHeader
        trail={[
          page.inside
            ? { href: "/placements", label: any("placements.title") }
            : { href: "/oversight", label: t("figures.oversight") },
        ]}
        title={t("figures.title")}
        subtitle={page.school?.name ?? ""}
      />
      {!page.inside && (
        <form method="get" className="row items-end my-4">
          <SelectField
            name="school"
            label={t("figures.school")}
            empty={false}
            defaultValue={page.school?.id}
            options={page.schools.map(({ id, name }) => ({ value: id, label: name }))}
          />
          <Button look="ghost">{t("figures.show")}</Button>
        </form>
      )}
      <div className="mt-6">
        <DataTable
          caption={t("figures.title")}
          captionHidden
          rows={page.figures}
          rowKey={(row) => row.programmeId}
          empty={
            <EmptyState level={2} title={t("figures.empty")}>
              <p>{t("figures.emptyText")}</p>
            </EmptyState>
          }
          columns={[
            {
              key: "programme",
              label: t("figures.programme"),
              lead: true,
              cell: (row) => (
                <>
                  {row.name}
                  <div className="note">{t("figures.running", { count: seen(row.running) })}</div>
                </>
              ),
            },
            {
              key: "completed",
              label: t("figures.completed"),
              numeric: true,
              cell: (row) => (
                <>
                  {of(row.completed)}
                  {row.sharePercent !== null && (
                    <div className="note">{t("figures.drawn", { percent: row.sharePercent })}</div>
                  )}
                </>
              ),
            },
            {
              key: "breaks",
              label: t("figures.breaks"),
              cell: (row) =>
                row.breaks.length === 0
                  ? "—"
                  : row.breaks.map(({ reason, count }) => (
                      <div key={reason}>
                        {any(`placements.reasonCode.${reason}`)} <span className="num">{seen(count)}</span>
                      </div>
                    )),
            },
            { key: "changed", label: t("figures.changed"), numeric: true, cell: (row) => seen(row.changed) },
            { key: "missed", label: t("figures.missed"), numeric: true, cell: (row) => seen(row.missed) },
            { key: "pay", label: t("figures.pay"), numeric: true, cell: (row) => seen(row.payFindings) },
            { key: "retained", label: t("figures.retained"), numeric: true, cell: (row) => of(row.retained) },
            { key: "matched", label: t("figures.matched"), numeric: true, cell: (row) => of(row.matched) },
          ]}
        />
      </div>
      <p className="note mt-4">{t(page.inside ? "figures.howInside" : "figures.howOutside")}</p>
    </>
  );
}
