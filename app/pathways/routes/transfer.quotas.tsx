import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { parseForm } from "~/platform/http/form.server";
import { languageOf } from "~/platform/i18n/language";
import { DataTable } from "~/ui/DataTable";
import { EmptyState } from "~/ui/EmptyState";
import { PageHeader } from "~/ui/PageHeader";
import { Tag } from "~/ui/Tag";
import { translatorFor } from "~/words/translator.server";
import { useTranslator, useWords } from "~/words/use-words";
import { setQuota } from "../commands/set-quota.server";
import { QuotaForm } from "../components/QuotaForm";
import { RefusedForm } from "../components/RefusedForm";
import { TransferTabs } from "../components/TransferTabs";
import { pointText } from "../fact-text";
import { quotasPage } from "../queries/quotas-page.server";
import { quotaForm } from "../schema";
import { refusedForm, unreadForm } from "../transfer-actions.server";
import { requireTransferStaff } from "../transfer-door.server";

export const loader = async ({ request, context }: LoaderFunctionArgs) => {
  const ctx = await requireTransferStaff(request, context);
  return {
    title: translatorFor(languageOf(request.headers)).room("transfers")("quotas.title"),
    page: await quotasPage(ctx),
  };
};

export const meta: MetaFunction<typeof loader> = ({ data: found }) => [{ title: found?.title }];

export const action = async ({ request, context }: ActionFunctionArgs) => {
  const ctx = await requireTransferStaff(request, context);
  const form = await request.formData();
  const parsed = parseForm(form, quotaForm);
  if (!parsed.ok) return unreadForm(parsed.state);
  const done = await setQuota(ctx, parsed.value);
  return done.ok ? redirect("/transfers/quotas", 303) : refusedForm(done.refusal, form);
};

/** Seats, live: what is stated, what is taken, what is left, and who still applies. */
export default function TransferQuotas() {
  const t = useWords("transfers");
  const { any } = useTranslator();
  const { page } = useLoaderData<typeof loader>();
  const state = useActionData<typeof action>()?.state;
  const windowText = (window: (typeof page.windows)[number]) =>
    `${any(`transferRules.direction.${window.direction}`)} · ${pointText(window.point, any)} · ${window.closesOn}`;
  return (
    <>
      <PageHeader
        title={t("quotas.title")}
        subtitle={t("quotas.subtitle")}
        trail={[{ href: "/transfers", label: t("title") }]}
      />
      <TransferTabs current="quotas" side={page.kind === "authority" ? "authority" : "school"} />
      <div className="stack mt-5">
        <RefusedForm state={state} />
        <DataTable
          caption={t("quotas.caption")}
          captionHidden
          rows={page.quotas}
          rowKey={(row) => row.id}
          empty={
            <EmptyState level={2} title={t("quotas.none")}>
              <p>{t("quotas.noneText")}</p>
            </EmptyState>
          }
          columns={[
            {
              key: "school",
              label: t("field.school"),
              lead: true,
              cell: (row) => (
                <>
                  {row.school} · {row.major || t("new.general")}{" "}
                  {row.ranked && <Tag>{t("quotas.ranked")}</Tag>}
                </>
              ),
            },
            { key: "window", label: t("field.window"), cell: (row) => windowText(row.window) },
            { key: "seats", label: t("field.seats"), numeric: true, cell: (row) => row.seats },
            { key: "left", label: t("quotas.left"), numeric: true, cell: (row) => row.left },
            { key: "applied", label: t("quotas.applied"), numeric: true, cell: (row) => row.applied },
            {
              key: "line",
              label: t("quotas.line"),
              numeric: true,
              cell: (row) => (row.scoreLine === null ? "–" : row.scoreLine / 10),
            },
            {
              key: "act",
              label: t("quotas.assess"),
              cell: (row) =>
                row.own ? <a href={`/transfers/assessment/${row.window.id}`}>{t("act.open")}</a> : "–",
            },
          ]}
        />
        {page.windows.length > 0 && <QuotaForm page={page} state={state} windowText={windowText} />}
      </div>
    </>
  );
}
