import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { languageOf } from "~/platform/i18n/language";
import { DataTable } from "~/ui/DataTable";
import { EmptyState } from "~/ui/EmptyState";
import { PageHeader } from "~/ui/PageHeader";
import { Pagination } from "~/ui/Pagination";
import { StateBadge } from "~/ui/StateBadge";
import { Tabs } from "~/ui/Tabs";
import { translatorFor } from "~/words/translator.server";
import { useTranslator, useWords } from "~/words/use-words";
import { CreditTabs } from "../components/CreditTabs";
import { MakeUpStats } from "../components/MakeUpStats";
import { MAKEUP_TONES } from "../components/OwedList";
import { useCreditWords } from "../components/use-credit-words";
import { requireSchoolStaff } from "../credit-forms.server";
import { refuseCreditWork } from "../policy";
import { makeUpList } from "../queries/makeup-list.server";
import { MAKEUP_TABS, type MakeUpTab } from "../rules/makeup";

export const loader = async ({ request, context }: LoaderFunctionArgs) => {
  const ctx = await requireSchoolStaff(request, context);
  const query = new URL(request.url).searchParams;
  const asked = query.get("tab") as MakeUpTab;
  const tab = MAKEUP_TABS.includes(asked) ? asked : "running";
  return {
    title: translatorFor(languageOf(request.headers)).room("credits")("makeup.title"),
    tab,
    may: refuseCreditWork(ctx.actor) === null,
    ...(await makeUpList(ctx, tab, query.get("after"))),
  };
};

export const meta: MetaFunction<typeof loader> = ({ data: found }) => [{ title: found?.title }];

/** What is being made up: for a coordinator the whole school, for a teacher what they tutor. */
export default function MakeUp() {
  const t = useWords("credits");
  const { any } = useTranslator();
  const { owedName } = useCreditWords();
  const { title, tab, may, counts, figures, rows, next } = useLoaderData<typeof loader>();
  return (
    <>
      <PageHeader
        title={title}
        subtitle={t("makeup.subtitle")}
        trail={[{ href: "/credits", label: t("title") }]}
      />
      <CreditTabs current="makeup" side={may ? "school" : "teacher"} />
      <div className="stack mt-5">
        {may && <MakeUpStats figures={figures} />}
        <Tabs
          label={title}
          tabs={MAKEUP_TABS.map((one) => ({
            href: `/credits/makeup?tab=${one}`,
            label: t(`makeup.tabs.${one}`),
            current: one === tab,
            count: counts[one],
          }))}
        />
        <DataTable
          caption={title}
          captionHidden
          rows={rows}
          rowKey={(row) => row.id}
          empty={
            <EmptyState level={2} title={t("makeup.none")}>
              <p>{t("makeup.noneText")}</p>
            </EmptyState>
          }
          columns={[
            {
              key: "item",
              label: t("makeup.item"),
              lead: true,
              cell: (row) => (
                <>
                  <a href={`/credits/makeup/${row.id}`}>{owedName(row)}</a>
                  <span className="note num block">{row.kind === "exam" ? "" : row.code}</span>
                </>
              ),
            },
            { key: "student", label: t("makeup.student"), cell: (row) => row.student },
            { key: "tutor", label: t("makeup.tutor"), cell: (row) => row.tutor || t("makeup.noTutor") },
            {
              key: "dates",
              label: t("makeup.dates"),
              cell: (row) => t("makeup.datesValue", { from: row.fromOn, until: row.untilOn }),
            },
            {
              key: "state",
              label: t("conversions.state"),
              cell: (row) => (
                <StateBadge
                  tone={MAKEUP_TONES[row.state] ?? "neutral"}
                  word={any(`credits.makeup.state.${row.state}`)}
                />
              ),
            },
          ]}
        />
        <Pagination {...(next ? { nextHref: `/credits/makeup?tab=${tab}&after=${next}` } : {})} />
      </div>
    </>
  );
}
