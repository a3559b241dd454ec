import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { requireStaff } from "~/marketplace/staff.server";
import { parseForm } from "~/platform/http/form.server";
import { errorFor, shown } from "~/platform/http/form-state";
import { throwRefusal } from "~/platform/http/respond.server";
import { Button } from "~/ui/Button";
import { HiddenField } from "~/ui/form/HiddenField";
import { NumberField } from "~/ui/form/NumberField";
import { SelectField } from "~/ui/form/SelectField";
import { TextArea } from "~/ui/form/TextArea";
import { TextField } from "~/ui/form/TextField";
import { Notice } from "~/ui/Notice";
import { PageHeader } from "~/ui/PageHeader";
import { useTranslator, useWords } from "~/words/use-words";
import { changePlan } from "../commands/change-plan.server";
import { EnterpriseFields, ExamFields, StageFields } from "../components/PlanFields";
import { RefusedPathwayForm } from "../components/RefusedPathwayForm";
import { refusedForm, unreadForm } from "../pathway-actions.server";
import { planPage } from "../queries/plan-page.server";
import { planForm } from "../schema";

export const loader = async ({ request, params, context }: LoaderFunctionArgs) => {
  const ctx = await requireStaff(request, context, ["school"]);
  const page = await planPage(ctx, params.id ?? "");
  if (!page) return throwRefusal({ code: "not_found", key: "errors.notFound" });
  return { title: page.title, page };
};

export const meta: MetaFunction<typeof loader> = ({ data: found }) => [{ title: found?.title }];

export const action = async ({ request, params, context }: ActionFunctionArgs) => {
  const ctx = await requireStaff(request, context, ["school"]);
  const id = params.id ?? "";
  if (!(await planPage(ctx, id))) return throwRefusal({ code: "not_found", key: "errors.notFound" });
  const form = await request.formData();
  const parsed = parseForm(form, planForm);
  if (!parsed.ok) return unreadForm(parsed.state);
  const done = await changePlan(ctx, id, parsed.value);
  return done.ok ? redirect(`/pathways/${id}`, 303) : refusedForm(done.refusal, form);
};

/** The plan of a draft: both stages, the stage examination, enterprises, the agreement. It may be saved unfinished. */
export default function PathwayPlanForm() {
  const t = useWords("articulation");
  const { any, language } = useTranslator();
  const { page } = useLoaderData<typeof loader>();
  const state = useActionData<typeof action>()?.state ?? null;
  const lang = language === "en" ? "en" : "zh";
  return (
    <>
      <PageHeader
        title={t("plan.title")}
        subtitle={`${page.kind.title[lang]} · ${page.kind.summary[lang]}`}
        trail={[
          { href: "/pathways", label: t("title") },
          { href: `/pathways/${page.id}`, label: page.title },
        ]}
      />
      {page.state !== "draft" && <Notice tone="wait">{t("errors.notDraft")}</Notice>}
      <form method="post" className="mt-5 max-w-3xl" data-guard="">
        <RefusedPathwayForm state={state} />
        <HiddenField name="version" value={page.version} />
        <div className="stack">
          <div className="form">
            <TextField
              name="title"
              label={t("field.title")}
              required
              maxLength={80}
              defaultValue={shown(state, "title", page.title)}
              error={errorFor(state, "title", any)}
            />
            <SelectField
              name="agreement"
              label={t("field.agreement")}
              hint={t("create.agreementHint")}
              options={page.choices.agreements.map((one) => ({
                value: one.id,
                label: `${one.title} (${one.endsOn})`,
              }))}
              defaultValue={shown(state, "agreement", page.agreementId)}
              error={errorFor(state, "agreement", any)}
            />
            <NumberField
              name="firstIntake"
              label={t("field.firstIntake")}
              required
              min={2015}
              max={2100}
              defaultValue={shown(state, "firstIntake", page.firstIntake)}
              error={errorFor(state, "firstIntake", any)}
            />
            <TextArea
              name="summary"
              label={t("field.summary")}
              rows={4}
              maxLength={2_000}
              defaultValue={shown(state, "summary", page.summary)}
              error={errorFor(state, "summary", any)}
            />
          </div>
          <StageFields page={page} state={state} at={0} />
          <StageFields page={page} state={state} at={1} />
          <ExamFields page={page} state={state} />
          <EnterpriseFields page={page} state={state} />
          <div>
            <Button>{t("plan.save")}</Button>
          </div>
        </div>
      </form>
    </>
  );
}
