import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { languageOf } from "~/platform/i18n/language";
import { Button } from "~/ui/Button";
import { DataTable } from "~/ui/DataTable";
import { EmptyState } from "~/ui/EmptyState";
import { SelectField } from "~/ui/form/SelectField";
import { TextField } from "~/ui/form/TextField";
import { LinkButton } from "~/ui/LinkButton";
import { PageHeader } from "~/ui/PageHeader";
import { Pagination } from "~/ui/Pagination";
import { translatorFor } from "~/words/translator.server";
import { useTranslator, useWords } from "~/words/use-words";
import { CreditTabs } from "../components/CreditTabs";
import { useCreditWords } from "../components/use-credit-words";
import { requireSchoolStaff } from "../credit-forms.server";
import { refuseCreditWork } from "../policy";
import { coursesPage } from "../queries/courses-page.server";

export const loader = async ({ request, context }: LoaderFunctionArgs) => {
  const ctx = await requireSchoolStaff(request, context);
  const query = new URL(request.url).searchParams;
  const asked = {
    major: query.get("major") ?? "",
    find: (query.get("find") ?? "").trim().slice(0, 40),
    after: query.get("after") ?? "",
  };
  return {
    title: translatorFor(languageOf(request.headers)).room("credits")("courses.title"),
    asked,
    may: refuseCreditWork(ctx.actor) === null,
    ...(await coursesPage(ctx, asked)),
  };
};

export const meta: MetaFunction<typeof loader> = ({ data: found }) => [{ title: found?.title }];

/** The course catalogue of the school: the newest version of every course. */
export default function Courses() {
  const t = useWords("credits");
  const { any } = useTranslator();
  const { credits } = useCreditWords();
  const { title, asked, may, majors, rows, next } = useLoaderData<typeof loader>();
  const filtered = asked.major !== "" || asked.find !== "";
  const more = new URLSearchParams({ major: asked.major, find: asked.find, after: next ?? "" });
  const add = (
    <>
      <LinkButton href="/credits/courses/import">{t("courses.import")}</LinkButton>
      <LinkButton href="/credits/courses/new" look="ghost" icon="plus">
        {t("courses.add")}
      </LinkButton>
    </>
  );
  return (
    <>
      <PageHeader
        title={title}
        subtitle={t("courses.subtitle")}
        trail={[{ href: "/credits", label: t("title") }]}
        action={may && (rows.length > 0 || filtered) ? <div className="row">{add}</div> : undefined}
      />
      <CreditTabs current="courses" side={may ? "school" : "teacher"} />
      <div className="stack mt-5">
        {(rows.length > 0 || filtered) && (
          <form method="get" className="form-pair items-end">
            {majors.length > 0 && (
              <SelectField
                name="major"
                label={t("courses.filter")}
                empty={t("courses.all")}
                options={majors.map((one) => ({ value: one.code, label: one.name }))}
                defaultValue={asked.major}
              />
            )}
            <div className="row items-end">
              <TextField name="find" label={t("courses.search")} defaultValue={asked.find} maxLength={40} />
              <Button look="ghost">{t("courses.find")}</Button>
            </div>
          </form>
        )}
        <DataTable
          caption={t("courses.title")}
          captionHidden
          rows={rows}
          rowKey={(row) => row.id}
          empty={
            <EmptyState level={2} title={t("courses.none")} action={may ? add : undefined}>
              <p>{t("courses.noneText")}</p>
            </EmptyState>
          }
          columns={[
            {
              key: "course",
              label: t("courses.course"),
              lead: true,
              cell: (row) => (
                <>
                  <a href={`/credits/courses/${row.id}`}>{row.name}</a>
                  <span className="note num block">{row.code}</span>
                </>
              ),
            },
            { key: "kind", label: t("field.kind"), cell: (row) => any(`credits.kind.${row.kind}`) },
            {
              key: "major",
              label: t("courses.filter"),
              cell: (row) =>
                majors.find((one) => one.code === row.majorCode)?.name ??
                (row.majorCode || t("courses.common")),
            },
            {
              key: "credits",
              label: t("field.credits"),
              numeric: true,
              cell: (row) => credits(row.creditsCenti),
            },
            {
              key: "hours",
              label: t("field.hours"),
              numeric: true,
              cell: (row) => t("hours", { hours: row.hours }),
            },
            {
              key: "when",
              label: t("courses.when"),
              cell: (row) => t("courses.whenValue", { grade: row.grade, term: row.term }),
            },
            {
              key: "from",
              label: t("field.version"),
              cell: (row) => (
                <div>
                  {t("courses.version", { ordinal: row.ordinal })}
                  <span className="note block">
                    {row.offered ? t("courses.from", { date: row.validFrom }) : t("courses.stopped")}
                  </span>
                </div>
              ),
            },
          ]}
        />
        <Pagination {...(next ? { nextHref: `/credits/courses?${more}` } : {})} />
      </div>
    </>
  );
}
