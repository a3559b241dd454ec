import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { mayWrite } from "~/identity/actor";
import { requireStaff } from "~/marketplace/staff.server";
import { ImportUpload } from "~/organizations/components/ImportUpload";
import { headerOf } from "~/organizations/import-template.server";
import { receiveImport } from "~/organizations/import-upload.server";
import { refusedState } from "~/platform/http/form.server";
import { answerRefusal, throwRefusal } from "~/platform/http/respond.server";
import { languageOf } from "~/platform/i18n/language";
import { recentImports } from "~/platform/imports/import-page.server";
import { DataTable } from "~/ui/DataTable";
import { EmptyState } from "~/ui/EmptyState";
import { LinkButton } from "~/ui/LinkButton";
import { Money } from "~/ui/Money";
import { PageHeader } from "~/ui/PageHeader";
import { Section } from "~/ui/Section";
import { Stat, StatRow } from "~/ui/Stat";
import { translatorFor } from "~/words/translator.server";
import { useTranslator, useWords } from "~/words/use-words";
import { PayProblems } from "../components/PayProblems";
import { PAY_IMPORT } from "../pay-import.server";
import { payMonth } from "../queries/pay-month.server";
import { PAY_COLUMNS } from "../rules/pay-columns";

export const loader = async ({ request, context }: LoaderFunctionArgs) => {
  const { actor, clock } = await requireStaff(request, context, ["school", "enterprise"]);
  const now = clock.now();
  const page = await payMonth(actor, new URL(request.url).searchParams.get("month"), now);
  if (!page) return throwRefusal({ code: "forbidden", key: "errors.forbidden" });
  const language = languageOf(request.headers);
  return {
    title: translatorFor(language).room("pay")("board.title", { month: page.month }),
    page,
    now: now.toISOString(),
    required: PAY_COLUMNS.filter((def) => def.required)
      .map((def) => headerOf(def, language))
      .join("、"),
    recent: page.mayImport ? await recentImports(actor.organizationId, "pay") : [],
  };
};

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export const action = async ({ request, context }: ActionFunctionArgs) => {
  const ctx = await requireStaff(request, context, ["school", "enterprise"]);
  if (!mayWrite(ctx.actor)) return throwRefusal({ code: "forbidden", key: "errors.forbidden" });
  const started = await receiveImport(request, ctx, PAY_IMPORT);
  if (started.ok) return redirect(`/organization/imports/${started.value.id}`, 303);
  return answerRefusal(started.refusal, { state: refusedState(started.refusal, {}) });
};

/** One month's pay of everybody: what is owed and paid, what is wrong first; a whole list at once below. */
export default function MonthOfPay() {
  const t = useWords("pay");
  const { any } = useTranslator();
  const { title, page, now, required, recent } = useLoaderData<typeof loader>();
  const state = useActionData<typeof action>()?.state ?? null;
  const { rows } = page;
  return (
    <>
      <PageHeader
        trail={[{ href: "/placements", label: any("placements.title") }]}
        title={title}
        subtitle={t("board.lead")}
        action={
          page.mayImport && (
            <LinkButton href="#import" look="ghost">
              {t("board.import")}
            </LinkButton>
          )
        }
      />
      <nav className="row my-4" aria-label={t("board.which")}>
        <a href={`/placements/pay?month=${page.before}`}>← {page.before}</a>
        {page.after && <a href={`/placements/pay?month=${page.after}`}>{page.after} →</a>}
      </nav>
      <StatRow>
        <Stat label={t("board.wrong")} value={page.wrong} />
        <Stat label={t("board.entered")} value={`${page.entered} / ${rows.length}`} />
        <Stat label={t("agreed")} value={<Money fen={page.owedFen} />} />
        <Stat label={t("paid")} value={<Money fen={page.paidFen} />} />
      </StatRow>
      <div className="my-6">
        <DataTable
          caption={title}
          captionHidden
          rows={rows}
          rowKey={(row) => row.id}
          empty={
            <EmptyState level={2} title={t("board.empty")}>
              <p>{t("none")}</p>
            </EmptyState>
          }
          columns={[
            {
              key: "student",
              label: t("board.student"),
              lead: true,
              cell: (row) => (
                <>
                  <a href={`/placements/${row.id}/pay`}>{row.student}</a>
                  <div className="note">
                    <span className="num">{row.number}</span> · {row.other}
                  </div>
                </>
              ),
            },
            {
              key: "agreed",
              label: t("agreed"),
              numeric: true,
              cell: (row) => (
                <>
                  <Money fen={row.agreedFen} />
                  <div className="note num">{t("due", { on: row.dueOn })}</div>
                </>
              ),
            },
            {
              key: "paid",
              label: t("paid"),
              numeric: true,
              cell: (row) => (row.paidFen === null ? "—" : <Money fen={row.paidFen} />),
            },
            {
              key: "word",
              label: t("word"),
              cell: (row) => (row.receipt ? any(`pay.receipt.${row.receipt}`) : "—"),
            },
            {
              key: "state",
              label: t("state"),
              cell: (row) => <PayProblems problems={row.problems} entered={row.paidFen !== null} />,
            },
          ]}
        />
      </div>
      {page.more && <p className="note">{t("board.more", { count: rows.length })}</p>}
      {page.mayImport && (
        <Section id="import" title={t("board.import")}>
          <ImportUpload
            kind="pay"
            required={required}
            state={state}
            recent={recent}
            now={now}
            templates={
              <>
                <LinkButton look="ghost" icon="download" href="/placements/pay/template" download>
                  XLSX
                </LinkButton>
                <LinkButton look="quiet" icon="download" href="/placements/pay/template?format=csv" download>
                  CSV
                </LinkButton>
              </>
            }
          />
        </Section>
      )}
    </>
  );
}
