import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { parseForm } from "~/platform/http/form.server";
import { languageOf } from "~/platform/i18n/language";
import { Button } from "~/ui/Button";
import { DataTable } from "~/ui/DataTable";
import { EmptyState } from "~/ui/EmptyState";
import { CheckboxGroup } from "~/ui/form/CheckboxGroup";
import { SelectField } from "~/ui/form/SelectField";
import { PageHeader } from "~/ui/PageHeader";
import { Section } from "~/ui/Section";
import { translatorFor } from "~/words/translator.server";
import { useTranslator, useWords } from "~/words/use-words";
import { decideClaim } from "../commands/decide-claim.server";
import { ClaimDecision } from "../components/ClaimDecision";
import { RefusedForm } from "../components/RefusedForm";
import { TransferTabs } from "../components/TransferTabs";
import { movementsPage } from "../queries/movements-page.server";
import { HEADINGS, MOVEMENT_FIELDS, REGISTRIES } from "../rules/movement-columns";
import { claimForm } from "../schema";
import { refusedForm, unreadForm } from "../transfer-actions.server";
import { requireTransferStaff } from "../transfer-door.server";

export const loader = async ({ request, context }: LoaderFunctionArgs) => {
  const ctx = await requireTransferStaff(request, context);
  return {
    title: translatorFor(languageOf(request.headers)).room("transfers")("movements.title"),
    page: await movementsPage(ctx),
  };
};

export const meta: MetaFunction<typeof loader> = ({ data: found }) => [{ title: found?.title }];

export const action = async ({ request, context }: ActionFunctionArgs) => {
  const ctx = await requireTransferStaff(request, context, ["authority"]);
  const form = await request.formData();
  const parsed = parseForm(form, claimForm);
  if (!parsed.ok) return unreadForm(parsed.state);
  const done = await decideClaim(ctx, parsed.value);
  return done.ok ? redirect("/transfers/movements", 303) : refusedForm(done.refusal, form);
};

/** Where people are registered, where they study, whose diploma; the export for both registries; double registrations. */
export default function TransferMovements() {
  const t = useWords("transfers");
  const { any, language } = useTranslator();
  const side = language === "en" ? "en" : "zh";
  const { page } = useLoaderData<typeof loader>();
  const state = useActionData<typeof action>()?.state;
  return (
    <>
      <PageHeader
        title={t("movements.title")}
        subtitle={t("movements.subtitle")}
        trail={[{ href: "/transfers", label: t("title") }]}
      />
      <TransferTabs current="movements" side={page.authority ? "authority" : "school"} />
      <div className="stack mt-5">
        <RefusedForm state={state} />
        {page.claims.length > 0 && (
          <Section id="claims" title={t("movements.claims")}>
            {page.claims.map((claim) => (
              <ClaimDecision key={claim.id} claim={claim} authority={page.authority} />
            ))}
          </Section>
        )}
        <DataTable
          caption={t("movements.caption")}
          captionHidden
          rows={page.rows}
          rowKey={(row) => row.id}
          empty={
            <EmptyState level={2} title={t("movements.none")}>
              <p>{t("movements.noneText")}</p>
            </EmptyState>
          }
          columns={[
            {
              key: "name",
              label: t("list.student"),
              lead: true,
              cell: (row) =>
                row.transferId ? <a href={`/transfers/${row.transferId}`}>{row.name}</a> : row.name,
            },
            { key: "registered", label: t("page.registered"), cell: (row) => row.registered },
            { key: "studying", label: t("page.studying"), cell: (row) => row.studying },
            { key: "diploma", label: t("page.diploma"), cell: (row) => row.diploma },
            {
              key: "dates",
              label: t("windows.dates"),
              cell: (row) => <span className="num">{`${row.fromOn} – ${row.untilOn ?? ""}`}</span>,
            },
            {
              key: "cause",
              label: t("field.reason"),
              cell: (row) => any(`transfers.movements.cause.${row.cause}`),
            },
          ]}
        />
        <Section id="export" title={t("movements.export")}>
          <form method="get" action="/transfers/movements/export" className="form mt-3 max-w-3xl">
            <SelectField
              name="registry"
              label={t("movements.export")}
              empty={false}
              defaultValue="vocational"
              options={REGISTRIES.map((one) => ({ value: one, label: t(`movements.registry.${one}`) }))}
            />
            <CheckboxGroup
              name="columns"
              label={t("movements.columns")}
              hint={t("movements.columnsHint")}
              inline
              options={MOVEMENT_FIELDS.map((field) => ({ value: field, label: HEADINGS[field][side] }))}
            />
            <div className="row">
              <Button look="ghost" name="as" value="csv" icon="download">
                {t("movements.csv")}
              </Button>
              <Button look="ghost" name="as" value="xlsx" icon="download">
                {t("movements.xlsx")}
              </Button>
            </div>
          </form>
        </Section>
      </div>
    </>
  );
}
