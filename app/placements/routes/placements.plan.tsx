import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { readForm } from "~/agreements/agreement-actions.server";
import { mayWrite } from "~/identity/actor";
import { requireStaff } from "~/marketplace/staff.server";
import { parseForm, refusedState, typedFrom } from "~/platform/http/form.server";
import { answerRefusal, throwRefusal } from "~/platform/http/respond.server";
import { languageOf } from "~/platform/i18n/language";
import { newId } from "~/platform/id";
import { FormErrors } from "~/ui/form/FormErrors";
import { PageHeader } from "~/ui/PageHeader";
import { translatorFor } from "~/words/translator.server";
import { useTranslator, useWords } from "~/words/use-words";
import { recordEvidence } from "../commands/record-evidence.server";
import { savePlan } from "../commands/save-plan.server";
import { PlanForm } from "../components/PlanForm";
import { PlanPapers } from "../components/PlanPapers";
import { evidenceForm, planForm } from "../gate-schema";
import { planPage } from "../queries/plans.server";

const idOf = (params: { id?: string }) => (params.id === "new" ? null : (params.id ?? ""));

export const loader = async ({ request, params, context }: LoaderFunctionArgs) => {
  const ctx = await requireStaff(request, context, ["school"]);
  const page = await planPage(ctx, idOf(params));
  if (!page) return throwRefusal({ code: "not_found", key: "errors.notFound" });
  if (!page.plan && !mayWrite(ctx.actor)) throwRefusal({ code: "forbidden", key: "errors.forbidden" });
  const t = translatorFor(languageOf(request.headers)).room("placements");
  return {
    title: page.plan?.title ?? t("plan.new"),
    ...page,
    mayAct: mayWrite(ctx.actor),
    submissionKey: newId(),
  };
};

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export const action = async ({ request, params, context }: ActionFunctionArgs) => {
  const ctx = await requireStaff(request, context, ["school"]);
  const received = await readForm(request);
  if (!received.ok) return answerRefusal(received.refusal, { state: refusedState(received.refusal, {}) });
  const { form, file } = received.value;
  const typed = typedFrom(form);
  const planId = idOf(params);
  if (form.get("intent") === "evidence" && planId) {
    const parsed = parseForm(form, evidenceForm);
    if (!parsed.ok)
      return answerRefusal({ code: "invalid", key: "errors.checkFields" }, { state: parsed.state });
    const kept = await recordEvidence(ctx, { ...parsed.value, subject: [planId] }, file);
    if (!kept.ok) return answerRefusal(kept.refusal, { state: refusedState(kept.refusal, typed) });
    return redirect(`/placements/plans/${planId}`, 303);
  }
  const parsed = parseForm(form, planForm);
  if (!parsed.ok)
    return answerRefusal({ code: "invalid", key: "errors.checkFields" }, { state: parsed.state });
  const saved = await savePlan(ctx, planId, parsed.value);
  if (!saved.ok) return answerRefusal(saved.refusal, { state: refusedState(saved.refusal, typed) });
  return redirect(`/placements/plans/${saved.value.id}`, 303);
};

/** One internship plan: its text, and the papers that open three gates for all it covers. */
export default function PlanPage() {
  const t = useWords("placements");
  const { any } = useTranslator();
  const { plan, programmes, mayAct, submissionKey } = useLoaderData<typeof loader>();
  const state = useActionData<typeof action>()?.state ?? null;
  return (
    <>
      <PageHeader
        trail={[
          { href: "/placements", label: t("title") },
          { href: "/placements/plans", label: t("plan.title") },
        ]}
        title={plan?.title ?? t("plan.new")}
        subtitle={t("plan.pageLead")}
      />
      {state && (
        <FormErrors
          message={any(state.message.key, state.message.values)}
          errors={state.fields.map((one) => ({
            field: one.field,
            label: any(`placements.field.${one.field}`),
            message: any(one.key, one.values),
          }))}
        />
      )}
      <div className="cols">
        <PlanForm
          plan={plan}
          programmes={programmes}
          state={state}
          submissionKey={submissionKey}
          mayAct={mayAct && !plan?.papers.some((one) => one.kind === "filing" && one.evidence)}
        />
        <aside className="stack">{plan && <PlanPapers plan={plan} state={state} mayAct={mayAct} />}</aside>
      </div>
    </>
  );
}
