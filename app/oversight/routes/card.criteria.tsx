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
import { newId } from "~/platform/id";
import { FormErrors } from "~/ui/form/FormErrors";
import { PageHeader } from "~/ui/PageHeader";
import { Section } from "~/ui/Section";
import { absoluteText } from "~/ui/when";
import { translatorFor } from "~/words/translator.server";
import { useTranslator, useWords } from "~/words/use-words";
import { criterionForm } from "../card-schema";
import { changeCriterion } from "../commands/change-criterion.server";
import { CardDefinitions } from "../components/CardDefinitions";
import { CriteriaTable } from "../components/CriteriaTable";
import { CriterionForm } from "../components/CriterionForm";
import { percentText } from "../components/card-words";
import { mayOrder, mayReadCards } from "../policy";
import { criteriaPage } from "../queries/criteria-page.server";
import { cardMeasure } from "../rules/cards/measures";

export const loader = async ({ request, context }: LoaderFunctionArgs) => {
  const ctx = await requireMember(request, context);
  const reads = mayReadCards(ctx.actor);
  if (!reads.ok) throwRefusal(reads.refusal);
  return {
    title: translatorFor(languageOf(request.headers)).room("cards")("criteria.metaTitle"),
    authority: ctx.actor.organization.kind === "authority",
    mayAct: mayOrder(ctx.actor).ok,
    submissionKey: newId(),
    page: await criteriaPage(ctx),
  };
};

export const meta: MetaFunction<typeof loader> = ({ data: found }) => [{ title: found?.title }];

export const action = async ({ request, context }: ActionFunctionArgs) => {
  const ctx = await requireMember(request, context);
  const allowed = mayOrder(ctx.actor);
  if (!allowed.ok) return throwRefusal(allowed.refusal);
  const form = await request.formData();
  const parsed = parseForm(form, criterionForm);
  if (!parsed.ok) return data({ state: parsed.state }, { status: 422 });
  const done = await changeCriterion(ctx, parsed.value);
  return done.ok
    ? redirect("/oversight/cards/criteria", 303)
    : answerRefusal(done.refusal, { state: refusedState(done.refusal, typedFrom(form)) });
};

const LABELS: Record<string, string> = { leastCases: "cases" };

/** The criteria in force, with their sources; an authority changes those of its region here. */
export default function Criteria() {
  const t = useWords("cards");
  const { any, language } = useTranslator();
  const { page, authority, mayAct, submissionKey } = useLoaderData<typeof loader>();
  const state = useActionData<typeof action>()?.state;
  return (
    <>
      <PageHeader
        title={t("criteria.title")}
        subtitle={t("criteria.subtitle", { place: page.place })}
        trail={[{ href: "/oversight/cards", label: t("title") }]}
      />
      {state && (
        <FormErrors
          message={any(state.message.key, state.message.values)}
          errors={state.fields.map((one) => ({
            field: one.field,
            label: any(`cards.criteria.${LABELS[one.field] ?? one.field}`),
            message: any(one.key, one.values),
          }))}
        />
      )}
      <div className="stack mt-5">
        <Section id="criteria" title={t("criteria.title")}>
          <CriteriaTable criteria={page.criteria} />
          <CardDefinitions />
        </Section>
        {mayAct && <CriterionForm state={state} today={page.today} submissionKey={submissionKey} />}
        {authority && (
          <Section id="history" title={t("criteria.history")}>
            {page.history.length === 0 && <p className="meta mt-3">{t("criteria.none")}</p>}
            <ul className="mt-3 space-y-1">
              {page.history.map((one) => (
                <li key={one.id}>
                  {t("criteria.line", {
                    measure: cardMeasure(one.criterionId)?.title[language === "en" ? "en" : "zh"] ?? "",
                    yellow: percentText(one.yellow),
                    red: percentText(one.red),
                    least: one.leastCases,
                    from: absoluteText(one.validFrom, language),
                    document: one.document,
                    by: one.personName,
                  })}
                </li>
              ))}
            </ul>
          </Section>
        )}
      </div>
    </>
  );
}
