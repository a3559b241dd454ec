import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { throwRefusal } from "~/platform/http/respond.server";
import { languageOf } from "~/platform/i18n/language";
import { DataTable } from "~/ui/DataTable";
import { EmptyState } from "~/ui/EmptyState";
import { LinkButton } from "~/ui/LinkButton";
import { PageHeader } from "~/ui/PageHeader";
import { Pagination } from "~/ui/Pagination";
import { StateBadge, type Tone } from "~/ui/StateBadge";
import { translatorFor } from "~/words/translator.server";
import { useTranslator, useWords } from "~/words/use-words";
import { CreditTabs } from "../components/CreditTabs";
import { requireSchoolStaff } from "../credit-forms.server";
import { refuseCreditWork } from "../policy";
import { conversionsList } from "../queries/conversions-list.server";

export const loader = async ({ request, context }: LoaderFunctionArgs) => {
  const ctx = await requireSchoolStaff(request, context);
  const refusal = refuseCreditWork(ctx.actor);
  if (refusal) return throwRefusal(refusal);
  return {
    title: translatorFor(languageOf(request.headers)).room("credits")("conversions.title"),
    ...(await conversionsList(ctx, new URL(request.url).searchParams.get("after"))),
  };
};

export const meta: MetaFunction<typeof loader> = ({ data: found }) => [{ title: found?.title }];

const TONES: Record<string, Tone> = { open: "wait", confirmed: "ok", cancelled: "neutral" };

/** Students who come to the school: whose credits wait, and whose are recognised. */
export default function Conversions() {
  const t = useWords("credits");
  const { any } = useTranslator();
  const { title, rows, next } = useLoaderData<typeof loader>();
  return (
    <>
      <PageHeader
        title={title}
        subtitle={t("conversions.subtitle")}
        trail={[{ href: "/credits", label: t("title") }]}
      />
      <CreditTabs current="conversions" side="school" />
      <div className="stack mt-5">
        <DataTable
          caption={title}
          captionHidden
          rows={rows}
          rowKey={(row) => row.id}
          empty={
            <EmptyState
              level={2}
              title={t("conversions.none")}
              action={<LinkButton href="/transfers">{t("conversion.transfer")}</LinkButton>}
            >
              <p>{t("conversions.noneText")}</p>
            </EmptyState>
          }
          columns={[
            {
              key: "student",
              label: t("conversions.student"),
              lead: true,
              cell: (row) => (
                <>
                  <a href={`/credits/transfers/${row.id}`}>{row.name}</a>
                  <span className="note num block">{row.reference}</span>
                </>
              ),
            },
            { key: "from", label: t("conversions.from"), cell: (row) => row.from },
            {
              key: "state",
              label: t("conversions.state"),
              cell: (row) => (
                <div>
                  <StateBadge
                    tone={TONES[row.state] ?? "neutral"}
                    word={any(`credits.conversions.${row.state}`)}
                  />
                  {row.due && row.state === "open" && <span className="note num block">{row.due}</span>}
                </div>
              ),
            },
          ]}
        />
        <Pagination {...(next ? { nextHref: `/credits/transfers?after=${next}` } : {})} />
      </div>
    </>
  );
}
