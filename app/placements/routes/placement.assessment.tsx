import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { requirePerson } from "~/identity/session.server";
import { refusedState, typedFrom } from "~/platform/http/form.server";
import { answerRefusal, throwRefusal } from "~/platform/http/respond.server";
import { invalidField, notFound } from "~/platform/result";
import { EmptyState } from "~/ui/EmptyState";
import { FormErrors } from "~/ui/form/FormErrors";
import { Notice } from "~/ui/Notice";
import { useTranslator, useWords } from "~/words/use-words";
import { answerAssessment } from "../commands/answer-assessment.server";
import { decideAssessment } from "../commands/decide-assessment.server";
import { scorePlacement } from "../commands/score-placement.server";
import { AnswerForm, DecideForm, ScoreForm } from "../components/AssessmentForms";
import { AssessmentResult, AssessmentSheet } from "../components/AssessmentSheet";
import { assessmentTab } from "../queries/assessment-tab.server";

export const loader = async ({ request, params, context }: LoaderFunctionArgs) => {
  const { actor, clock } = await requirePerson(request, context);
  const tab = await assessmentTab(actor, params.id ?? "", clock.now());
  if (!tab) return throwRefusal({ code: "not_found", key: "errors.notFound" });
  return { tab };
};

export const action = async ({ request, params, context }: ActionFunctionArgs) => {
  const ctx = await requirePerson(request, context);
  const id = params.id ?? "";
  const tab = await assessmentTab(ctx.actor, id, ctx.clock.now());
  if (!tab) return throwRefusal(notFound().refusal);
  const form = await request.formData();
  const text = (name: string, most = 1000) => String(form.get(name) ?? "").slice(0, most);
  const version = Number(text("version", 12)) || 0;
  const run = () => {
    switch (text("intent", 20)) {
      case "score":
        return scorePlacement(ctx, id, {
          version,
          note: text("note"),
          scores: Object.fromEntries(tab.parts.map(({ key }) => [key, text(`score-${key}`, 5).trim()])),
          levels: Object.fromEntries(tab.competences.map(({ name }, at) => [name, text(`level-${at}`, 20)])),
        });
      case "decide":
        return decideAssessment(ctx, id, version);
      default: {
        const answer = (["agrees", "disagrees"] as const).find((one) => one === text("answer", 20));
        return answer
          ? answerAssessment(ctx, id, { version, answer, reason: text("reason") })
          : invalidField("answer", "errors.required");
      }
    }
  };
  const outcome = await run();
  if (!outcome.ok)
    return answerRefusal(outcome.refusal, { state: refusedState(outcome.refusal, typedFrom(form)) });
  return redirect(`/placements/${id}/assessment`, 303);
};

/** The assessment: points of school and unit, competences, days and hours, the student's word, the grade. */
export default function PlacementAssessment() {
  const t = useWords("outcomes");
  const { any } = useTranslator();
  const { tab } = useLoaderData<typeof loader>();
  const state = useActionData<typeof action>()?.state ?? null;
  const labelOf = (field: string) =>
    tab.parts.find((part) => field === `score-${part.key}`)?.name ??
    tab.competences.find((_, at) => field === `level-${at}`)?.name ??
    t(field === "reason" ? "assess.reason" : "assess.yourAnswer");
  if (!["completed", "assessed", "certified"].includes(tab.state)) {
    return (
      <EmptyState level={2} title={t("assess.early")}>
        <p>{t("assess.earlyText")}</p>
      </EmptyState>
    );
  }
  return (
    <>
      {state && (
        <FormErrors
          message={any(state.message.key, state.message.values)}
          errors={state.fields.map((one) => ({
            field: one.field,
            label: labelOf(one.field),
            message: any(one.key, one.values),
          }))}
        />
      )}
      {tab.step !== "done" && (
        <Notice tone="wait">{t(`assess.step.${tab.step}`, { date: tab.lastAnswerDay ?? "" })}</Notice>
      )}
      <div className="cols">
        <div className="stack">
          <DecideForm tab={tab} />
          <AnswerForm tab={tab} state={state} />
          <AssessmentSheet tab={tab} />
          <ScoreForm tab={tab} state={state} />
        </div>
        <aside className="stack">
          <div>
            <h2 className="text-lg">{t("assess.result")}</h2>
            <AssessmentResult tab={tab} />
          </div>
        </aside>
      </div>
    </>
  );
}
