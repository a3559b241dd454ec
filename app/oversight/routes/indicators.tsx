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
import { Button } from "~/ui/Button";
import { HiddenField } from "~/ui/form/HiddenField";
import { PageHeader } from "~/ui/PageHeader";
import { Section } from "~/ui/Section";
import { Tabs } from "~/ui/Tabs";
import { absoluteText } from "~/ui/when";
import { translatorFor } from "~/words/translator.server";
import { useTranslator, useWords } from "~/words/use-words";
import { takeSnapshot } from "../commands/take-snapshot.server";
import { IndicatorTable } from "../components/IndicatorTable";
import { RecomputeLine } from "../components/RecomputeLine";
import { YearLinks } from "../components/YearLinks";
import { mayFreeze, maySeeFigures } from "../policy";
import { yearsAsked } from "../queries/indicator-figures.server";
import { indicatorsPage } from "../queries/indicators-page.server";
import { recomputeRuns } from "../queries/recompute-runs.server";
import { maySeeDossiers, supplierOf } from "../report-policy";
import { snapshotForm } from "../schema";

export const loader = async ({ request, context }: LoaderFunctionArgs) => {
  const ctx = await requireMember(request, context);
  const sees = maySeeFigures(ctx.actor);
  if (!sees.ok) throwRefusal(sees.refusal);
  return {
    title: translatorFor(languageOf(request.headers)).room("indicators")("metaTitle"),
    mayFreeze: mayFreeze(ctx.actor).ok,
    supplies: supplierOf(ctx.actor.organization.kind) !== null,
    assembles: maySeeDossiers(ctx.actor).ok,
    run: ctx.actor.isOperator ? ((await recomputeRuns(ctx.clock))[0] ?? null) : undefined,
    page: await indicatorsPage(ctx, new URL(request.url).searchParams),
  };
};

export const meta: MetaFunction<typeof loader> = ({ data: found }) => [{ title: found?.title }];

export const action = async ({ request, context }: ActionFunctionArgs) => {
  const ctx = await requireMember(request, context);
  const allowed = mayFreeze(ctx.actor);
  if (!allowed.ok) return throwRefusal(allowed.refusal);
  const parsed = parseForm(await request.formData(), snapshotForm);
  const { years } = yearsAsked(ctx, new URLSearchParams());
  if (!parsed.ok || !years.includes(parsed.value.year)) {
    return data({ refused: true }, { status: 422 });
  }
  const done = await takeSnapshot(ctx, parsed.value.year);
  if (!done.ok) return throwRefusal(done.refusal);
  return redirect(`/oversight/snapshots/${done.value.id}`, 303);
};

/** 指标: every table of figures at the reader's own scope, each opening to what it is made of. */
export default function Indicators() {
  const t = useWords("indicators");
  const home = useWords("alerts");
  const { language } = useTranslator();
  const sheets = useWords("reports");
  const { page, mayFreeze: freezes, supplies, assembles, run } = useLoaderData<typeof loader>();
  const address = (table: string, year = page.year) => `/oversight/indicators?table=${table}&year=${year}`;
  return (
    <>
      <PageHeader
        title={t("title")}
        trail={page.region ? [{ href: "/oversight", label: home("home.title") }] : []}
        subtitle={t("subtitle", { place: page.place, year: page.year })}
      />
      <YearLinks year={page.year} years={page.years} href={(year) => address(page.table, year)} />
      <p className="meta mt-3">
        {t("asOf", { when: absoluteText(page.asOf, language) })} {t("houseRule")}
        {run !== undefined && (
          <>
            {" "}
            <a href="/oversight/recomputation">
              <RecomputeLine run={run} />
            </a>
          </>
        )}
      </p>
      <div className="cols">
        <div>
          <Tabs
            label={t("tablesLabel")}
            tabs={page.tables.map(({ id, told }) => ({
              href: address(id),
              label: t(`table.${id}`),
              current: id === page.table,
              count: told,
            }))}
          />
          <h2 className="sr-only">{t(`table.${page.table}`)}</h2>
          <IndicatorTable caption={t(`table.${page.table}`)} rows={page.rows} year={page.year} />
        </div>
        <aside className="stack">
          <Section id="snapshots" title={t("snapshot.list")}>
            {page.snapshots.length === 0 && <p className="meta mt-3">{t("snapshot.none")}</p>}
            <ul className="mt-3 space-y-2">
              {page.snapshots.map(({ id, year, takenAt }) => (
                <li key={id}>
                  <a href={`/oversight/snapshots/${id}`}>
                    {t("snapshot.item", { year, when: absoluteText(takenAt, language) })}
                  </a>
                </li>
              ))}
            </ul>
            {freezes && (
              <form method="post" className="mt-3">
                <HiddenField name="year" value={page.year} />
                <Button look="ghost" small>
                  {t("snapshot.act", { year: page.year })}
                </Button>
              </form>
            )}
          </Section>
          <Section id="further" title={sheets("further")}>
            <ul className="mt-3 space-y-2">
              <li>
                <a href="/oversight/targets">{t("target.title")}</a>
              </li>
              {supplies && (
                <>
                  <li>
                    <a href={`/oversight/sheets?year=${page.year}`}>{sheets("sheets.title")}</a>
                  </li>
                  <li>
                    <a href="/oversight/bulletins">{sheets("bulletin.list")}</a>
                  </li>
                </>
              )}
              {assembles && (
                <li>
                  <a href="/oversight/dossiers">{sheets("dossier.list")}</a>
                </li>
              )}
              <li>
                <a href="/oversight/downloads">{sheets("downloads.title")}</a>
              </li>
              {!page.region && (
                <li>
                  <a href="/organization/access-log">{t("access.title")}</a>
                </li>
              )}
            </ul>
          </Section>
        </aside>
      </div>
    </>
  );
}
