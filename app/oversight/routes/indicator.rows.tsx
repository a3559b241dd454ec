import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { requireMember } from "~/identity/session.server";
import { parseForm, refusedState, typedFrom } from "~/platform/http/form.server";
import { answerRefusal, throwRefusal } from "~/platform/http/respond.server";
import { languageOf } from "~/platform/i18n/language";
import { EmptyState } from "~/ui/EmptyState";
import { Notice } from "~/ui/Notice";
import { PageHeader } from "~/ui/PageHeader";
import { Pagination } from "~/ui/Pagination";
import { useTranslator, useWords } from "~/words/use-words";
import { openRows } from "../commands/open-rows.server";
import { ReasonForm } from "../components/ReasonForm";
import { RowTable } from "../components/RowTable";
import { maySeeFigures } from "../policy";
import { indicatorRowsPage } from "../queries/indicator-rows-page.server";
import { reasonForm } from "../schema";

export const loader = async ({ request, params, context }: LoaderFunctionArgs) => {
  const ctx = await requireMember(request, context);
  const sees = maySeeFigures(ctx.actor);
  if (!sees.ok) throwRefusal(sees.refusal);
  const page = await indicatorRowsPage(ctx, params.id ?? "", new URL(request.url).searchParams);
  if (!page) return throwRefusal({ code: "not_found", key: "errors.notFound" });
  const { zh, en } = page.indicator.title;
  return { title: languageOf(request.headers) === "en" ? en : zh, page };
};

export const meta: MetaFunction<typeof loader> = ({ data: found }) => [{ title: found?.title }];

export const action = async ({ request, params, context }: ActionFunctionArgs) => {
  const ctx = await requireMember(request, context);
  const sees = maySeeFigures(ctx.actor);
  if (!sees.ok) return throwRefusal(sees.refusal);
  const form = await request.formData();
  const parsed = parseForm(form, reasonForm);
  if (!parsed.ok) return data({ state: parsed.state }, { status: 422 });
  const { organization, year, reason } = parsed.value;
  const indicatorId = params.id ?? "";
  const done = await openRows(ctx, { indicatorId, organizationId: organization, year, reason });
  if (!done.ok) {
    if (done.refusal.code === "not_found") return throwRefusal(done.refusal);
    return answerRefusal(done.refusal, { state: refusedState(done.refusal, typedFrom(form)) });
  }
  const query = new URLSearchParams({ year, organization, access: done.value.accessId });
  return redirect(`/oversight/indicators/${indicatorId}/rows?${query}`, 303);
};

/** The records behind one organization's figure; those about students of others only for a reason on record. */
export default function IndicatorRows() {
  const t = useWords("indicators");
  const { any } = useTranslator();
  const { page, title } = useLoaderData<typeof loader>();
  const state = useActionData<typeof action>()?.state;
  const { indicator, organization } = page;
  const here = (after?: string): string => {
    const query = new URLSearchParams({ year: page.year, organization: organization.id });
    if (page.access) query.set("access", page.access);
    if (after) query.set("after", after);
    return `/oversight/indicators/${indicator.id}/rows?${query}`;
  };
  return (
    <>
      <PageHeader
        title={t("rows.title")}
        trail={[
          { href: `/oversight/indicators?table=${indicator.table}&year=${page.year}`, label: t("title") },
          { href: `/oversight/indicators/${indicator.id}?year=${page.year}`, label: title ?? "" },
        ]}
        subtitle={t("rows.subtitle", {
          organization: organization.name,
          year: indicator.standing ? t("rows.now") : page.year,
        })}
      />
      {state && <Notice tone="bad">{any(state.message.key, state.message.values)}</Notice>}
      <div className="mt-5">
        {page.locked && <ReasonForm page={page} state={state} />}
        {!page.locked && indicator.persons && !organization.own && (
          <Notice>{t("rows.open", { organization: organization.name })}</Notice>
        )}
        {!page.locked && page.rows.length === 0 && (
          <EmptyState title={t("rows.none")} level={2}>
            <p>{t("rows.noneText")}</p>
          </EmptyState>
        )}
        {page.rows.length > 0 && <RowTable indicator={indicator} rows={page.rows} />}
        <Pagination
          {...(page.after ? { firstHref: here() } : {})}
          {...(page.next ? { nextHref: here(page.next) } : {})}
        />
      </div>
    </>
  );
}
