import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { parseQuery } from "~/platform/http/form.server";
import { languageOf } from "~/platform/i18n/language";
import { civilDate, systemClock } from "~/platform/time/clock";
import { Button } from "~/ui/Button";
import { EmptyState } from "~/ui/EmptyState";
import { SelectField } from "~/ui/form/SelectField";
import { TextField } from "~/ui/form/TextField";
import { PageHeader } from "~/ui/PageHeader";
import { Pagination } from "~/ui/Pagination";
import { Section } from "~/ui/Section";
import { translatorFor } from "~/words/translator.server";
import { useTranslator, useWords } from "~/words/use-words";
import { TwoStages } from "../components/TwoStages";
import { openPathways } from "../queries/open-pathways.server";
import { kindOf, kindsOn, lengthOf } from "../rules/kinds";
import { type OpenQuery, openQuery } from "../schema";

export const loader = async ({ request }: LoaderFunctionArgs) => {
  const address = new URL(request.url);
  const parsed = parseQuery(address.searchParams, openQuery);
  const query: OpenQuery = parsed.ok ? parsed.value : {};
  const list = await openPathways(query);
  address.searchParams.set("after", list.next ?? "");
  return {
    title: translatorFor(languageOf(request.headers)).room("articulation")("open.title"),
    query,
    kinds: kindsOn(civilDate(systemClock.now())).map(({ id, title }) => ({ id, title })),
    nextHref: list.next ? address.search : undefined,
    pathways: list.pathways.map((row) => {
      const kind = kindOf(row.kind);
      return { ...row, kind: { title: kind.title, summary: kind.summary }, years: lengthOf(kind) };
    }),
  };
};

export const meta: MetaFunction<typeof loader> = ({ data: found }) => [{ title: found?.title }];

/** Ways open to whoever chooses a school: approved and taking students. Open to everybody, about nobody. */
export default function OpenPathways() {
  const t = useWords("articulation");
  const { language } = useTranslator();
  const { query, kinds, pathways, nextHref } = useLoaderData<typeof loader>();
  const lang = language === "en" ? "en" : "zh";
  return (
    <>
      <PageHeader title={t("open.title")} subtitle={t("open.subtitle")} />
      <form method="get" className="row mt-5 items-end" aria-label={t("open.filter")}>
        <SelectField
          name="kind"
          label={t("open.kind")}
          empty={t("open.all")}
          required
          options={kinds.map((one) => ({ value: one.id, label: one.title[lang] }))}
          defaultValue={query.kind}
        />
        <TextField
          name="q"
          label={t("open.q")}
          type="search"
          required
          maxLength={40}
          defaultValue={query.q}
        />
        <Button>{t("open.find")}</Button>
      </form>
      <div className="stack mt-6">
        {pathways.length === 0 && (
          <EmptyState level={2} title={t("open.none")}>
            <p>{t("open.noneText")}</p>
          </EmptyState>
        )}
        {pathways.map((row) => (
          <Section key={row.id} id={row.id} title={row.title} aside={row.kind.title[lang]}>
            <p className="meta mt-2">
              {row.kind.summary[lang]}{" "}
              {t("open.whole", {
                years: row.years,
                first: row.stages[0]?.quota ?? 0,
                second: row.stages[1]?.quota ?? 0,
              })}
            </p>
            <TwoStages stages={row.stages} />
            {row.summary && <p className="mt-3 whitespace-pre-line">{row.summary}</p>}
            {row.examDay && (
              <p className="mt-3">
                {t("open.exam", {
                  day: row.examDay,
                  parts: row.parts
                    .map((part) => t("open.part", { name: part.name, weight: part.weightBp / 100 }))
                    .join(language === "en" ? ", " : "、"),
                  pass: row.passBp / 100,
                })}
              </p>
            )}
            <p className="note">
              {t("open.first", { year: row.firstIntake })}
              {row.filingNumber && ` · ${t("open.filing", { number: row.filingNumber })}`}
            </p>
          </Section>
        ))}
        <Pagination nextHref={nextHref} />
      </div>
    </>
  );
}
