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
import { errorFor } from "~/platform/http/form-state";
import { answerRefusal, throwRefusal } from "~/platform/http/respond.server";
import { languageOf } from "~/platform/i18n/language";
import { newId } from "~/platform/id";
import { Button } from "~/ui/Button";
import { DataTable } from "~/ui/DataTable";
import { EmptyState } from "~/ui/EmptyState";
import { HiddenField } from "~/ui/form/HiddenField";
import { RadioGroup } from "~/ui/form/RadioGroup";
import { Notice } from "~/ui/Notice";
import { PageHeader } from "~/ui/PageHeader";
import { Pagination } from "~/ui/Pagination";
import { Section } from "~/ui/Section";
import { absoluteText } from "~/ui/when";
import { translatorFor } from "~/words/translator.server";
import { useTranslator, useWords } from "~/words/use-words";
import { assembleDossier } from "../commands/assemble-dossier.server";
import { dossiersPage } from "../queries/dossiers-page.server";
import { mayAssemble, maySeeDossiers } from "../report-policy";
import { dossierForm } from "../report-schema";

export const loader = async ({ request, context }: LoaderFunctionArgs) => {
  const ctx = await requireMember(request, context);
  const sees = maySeeDossiers(ctx.actor);
  if (!sees.ok) throwRefusal(sees.refusal);
  const after = new URL(request.url).searchParams.get("after");
  return {
    title: translatorFor(languageOf(request.headers)).room("reports")("dossier.metaTitle"),
    mayAct: mayAssemble(ctx.actor).ok,
    submissionKey: newId(),
    after,
    page: await dossiersPage(ctx, after),
  };
};

export const meta: MetaFunction<typeof loader> = ({ data: found }) => [{ title: found?.title }];

export const action = async ({ request, context }: ActionFunctionArgs) => {
  const ctx = await requireMember(request, context);
  const allowed = mayAssemble(ctx.actor);
  if (!allowed.ok) return throwRefusal(allowed.refusal);
  const form = await request.formData();
  const parsed = parseForm(form, dossierForm);
  if (!parsed.ok) return data({ state: parsed.state }, { status: 422 });
  const done = await assembleDossier(ctx, parsed.value);
  if (!done.ok) return answerRefusal(done.refusal, { state: refusedState(done.refusal, typedFrom(form)) });
  return redirect(`/oversight/dossiers/${done.value.id}`, 303);
};

/** 申报材料: dossiers assembled from the organization's own records. */
export default function Dossiers() {
  const t = useWords("reports");
  const figures = useWords("indicators");
  const { any, language } = useTranslator();
  const { page, mayAct, submissionKey, after } = useLoaderData<typeof loader>();
  const state = useActionData<typeof action>()?.state;
  return (
    <>
      <PageHeader
        title={t("dossier.list")}
        trail={[{ href: "/oversight/indicators", label: figures("title") }]}
        subtitle={t("dossier.subtitle")}
      />
      {state && <Notice tone="bad">{any(state.message.key, state.message.values)}</Notice>}
      <div className="cols">
        <Section id="dossiers" title={t("dossier.assembled")}>
          <DataTable
            caption={t("dossier.assembled")}
            captionHidden
            rows={page.items}
            rowKey={({ id }) => id}
            empty={
              <EmptyState title={t("dossier.none")}>
                <p>{t("dossier.noneText")}</p>
              </EmptyState>
            }
            columns={[
              {
                key: "kind",
                label: t("dossier.kind"),
                lead: true,
                cell: ({ id, kind }) => (
                  <a href={`/oversight/dossiers/${id}`}>{t(`dossier.kinds.${kind}`)}</a>
                ),
              },
              { key: "asOf", label: t("dossier.asOf"), cell: ({ asOf }) => absoluteText(asOf, language) },
              { key: "by", label: t("dossier.by"), cell: ({ byName }) => byName },
              {
                key: "missing",
                label: t("dossier.missing"),
                numeric: true,
                cell: ({ missing }) => missing,
              },
            ]}
          />
          <Pagination
            {...(after ? { firstHref: "/oversight/dossiers" } : {})}
            {...(page.next ? { nextHref: `/oversight/dossiers?after=${page.next}` } : {})}
          />
        </Section>
        {mayAct && (
          <aside>
            <Section id="assemble" title={t("dossier.assemble")}>
              <form method="post" className="form mt-3">
                <HiddenField name="submissionKey" value={submissionKey} />
                <RadioGroup
                  name="kind"
                  label={t("dossier.kind")}
                  required
                  defaultValue={page.packs[0]?.kind ?? null}
                  error={errorFor(state, "kind", any)}
                  options={page.packs.map(({ kind, sections }) => ({
                    value: kind,
                    label: t(`dossier.kinds.${kind}`),
                    hint: sections.map((one) => (language === "en" ? one.en : one.zh)).join(" · "),
                  }))}
                />
                <div>
                  <Button>{t("dossier.act")}</Button>
                </div>
              </form>
            </Section>
          </aside>
        )}
      </div>
    </>
  );
}
