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
import { errorFor, shown } from "~/platform/http/form-state";
import { answerRefusal, throwRefusal } from "~/platform/http/respond.server";
import { languageOf } from "~/platform/i18n/language";
import { Button } from "~/ui/Button";
import { EmptyState } from "~/ui/EmptyState";
import { HiddenField } from "~/ui/form/HiddenField";
import { TextArea } from "~/ui/form/TextArea";
import { Notice } from "~/ui/Notice";
import { PageHeader } from "~/ui/PageHeader";
import { Pagination } from "~/ui/Pagination";
import { Section } from "~/ui/Section";
import { absoluteText } from "~/ui/when";
import { useTranslator, useWords } from "~/words/use-words";
import { cardReasonForm } from "../card-schema";
import { openCardRows } from "../commands/open-card-rows.server";
import { DemandTable, RecordTable } from "../components/CardRowTables";
import { mayOrder, mayReadCards } from "../policy";
import { cardRowsPage } from "../queries/card-rows-page.server";

export const loader = async ({ request, params, context }: LoaderFunctionArgs) => {
  const ctx = await requireMember(request, context);
  const reads = mayReadCards(ctx.actor);
  if (!reads.ok) throwRefusal(reads.refusal);
  const page = await cardRowsPage(ctx, params.id ?? "", new URL(request.url).searchParams);
  if (!page) return throwRefusal({ code: "not_found", key: "errors.notFound" });
  const { zh, en } = page.measure.title;
  return { title: languageOf(request.headers) === "en" ? en : zh, page };
};

export const meta: MetaFunction<typeof loader> = ({ data: found }) => [{ title: found?.title }];

export const action = async ({ request, params, context }: ActionFunctionArgs) => {
  const ctx = await requireMember(request, context);
  const allowed = mayOrder(ctx.actor);
  if (!allowed.ok) return throwRefusal(allowed.refusal);
  const form = await request.formData();
  const parsed = parseForm(form, cardReasonForm);
  if (!parsed.ok) return data({ state: parsed.state }, { status: 422 });
  const id = params.id ?? "";
  const done = await openCardRows(ctx, id, parsed.value);
  if (!done.ok) {
    if (done.refusal.code === "not_found") return throwRefusal(done.refusal);
    return answerRefusal(done.refusal, { state: refusedState(done.refusal, typedFrom(form)) });
  }
  const query = new URLSearchParams({ measure: parsed.value.measure, access: done.value.accessId });
  return redirect(`/oversight/cards/${id}/rows?${query}`, 303);
};

/** The records behind one measure of a card; those of students of another organization only for a reason on record. */
export default function CardRows() {
  const t = useWords("cards");
  const { any, language } = useTranslator();
  const { page, title } = useLoaderData<typeof loader>();
  const state = useActionData<typeof action>()?.state;
  const { measure, rows, places } = page;
  const here = (after?: string): string => {
    const query = new URLSearchParams({ measure: measure.id });
    if (page.access) query.set("access", page.access);
    if (after) query.set("after", after);
    return `/oversight/cards/${page.id}/rows?${query}`;
  };
  const school = { school: page.school };
  return (
    <>
      <PageHeader
        title={title ?? ""}
        trail={[
          { href: "/oversight/cards", label: t("title") },
          { href: `/oversight/cards/${page.id}`, label: page.name },
        ]}
        subtitle={t("rows.subtitle", { ...school, programme: page.name, year: page.year })}
      />
      {state && <Notice tone="bad">{any(state.message.key, state.message.values)}</Notice>}
      <p className="mt-4 max-w-3xl">{language === "en" ? measure.definition.en : measure.definition.zh}</p>
      {!page.locked && (
        <p className="meta mt-2">
          {t("rows.asOf", { date: absoluteText(page.computedOn, language) })}{" "}
          {t(page.same ? "rows.same" : "rows.changed")}
        </p>
      )}
      <div className="mt-5">
        {page.locked && (
          <Section id="reason-needed" title={t("rows.lockedTitle")}>
            <p className="mt-3">{t("rows.lockedText", school)}</p>
            <form method="post" className="form mt-3">
              <HiddenField name="measure" value={measure.id} />
              <TextArea
                name="reason"
                label={t("rows.reason")}
                hint={t("rows.reasonHint")}
                rows={3}
                maxLength={300}
                required
                defaultValue={shown(state, "reason")}
                error={errorFor(state, "reason", any)}
              />
              <div>
                <Button>{t("rows.act")}</Button>
              </div>
            </form>
          </Section>
        )}
        {!page.locked && measure.persons && !page.own && <Notice>{t("rows.open", school)}</Notice>}
        {!page.locked && rows.length === 0 && places.length === 0 && (
          <EmptyState title={t("rows.none")} level={2}>
            <p>{t("rows.noneText")}</p>
          </EmptyState>
        )}
        {rows.length > 0 && <RecordTable rows={rows} />}
        {places.length > 0 && <DemandTable places={places} />}
        <Pagination
          {...(page.after ? { firstHref: here() } : {})}
          {...(page.next ? { nextHref: here(page.next) } : {})}
        />
      </div>
    </>
  );
}
