import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { mayWrite } from "~/identity/actor";
import { requireStaff } from "~/marketplace/staff.server";
import { parseForm, refusedState, typedFrom } from "~/platform/http/form.server";
import { answerRefusal, throwRefusal } from "~/platform/http/respond.server";
import { languageOf } from "~/platform/i18n/language";
import { civilDate } from "~/platform/time/clock";
import { FormErrors } from "~/ui/form/FormErrors";
import { PageHeader } from "~/ui/PageHeader";
import { translatorFor } from "~/words/translator.server";
import { useTranslator, useWords } from "~/words/use-words";
import { saveRubric } from "../commands/save-rubric.server";
import { RubricForm } from "../components/RubricForm";
import { rubricDraft } from "../queries/rubrics.server";
import { rubricForm } from "../rubric-schema";
import { ALL_MAJORS } from "../rules/assessment";

export const loader = async ({ request, context }: LoaderFunctionArgs) => {
  const { actor, clock } = await requireStaff(request, context, ["school"]);
  if (!mayWrite(actor)) throwRefusal({ code: "forbidden", key: "errors.forbidden" });
  const major = new URL(request.url).searchParams.get("major") ?? ALL_MAJORS;
  return {
    title: translatorFor(languageOf(request.headers)).room("rubrics")("newTitle"),
    draft: await rubricDraft(actor.organizationId, major),
    today: civilDate(clock.now()),
  };
};

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export const action = async ({ request, context }: ActionFunctionArgs) => {
  const ctx = await requireStaff(request, context, ["school"]);
  const form = await request.formData();
  const parsed = parseForm(form, rubricForm);
  if (!parsed.ok)
    return answerRefusal({ code: "invalid", key: "errors.checkFields" }, { state: parsed.state });
  const saved = await saveRubric(ctx, parsed.value);
  if (!saved.ok) return answerRefusal(saved.refusal, { state: refusedState(saved.refusal, typedFrom(form)) });
  return redirect("/organization/rubrics", 303);
};

const labelOf = (field: string) => {
  const line = /^parts\[(\d+)\]\.(\w+)$/.exec(field);
  return line
    ? { key: `rubrics.field.${line[2]}`, line: Number(line[1]) + 1 }
    : { key: `rubrics.field.${field}`, line: 0 };
};

/** A new version of one major's rubric; older assessments keep the one they were begun with. */
export default function NewRubric() {
  const t = useWords("rubrics");
  const { any } = useTranslator();
  const { draft, today } = useLoaderData<typeof loader>();
  const state = useActionData<typeof action>()?.state ?? null;
  return (
    <>
      <PageHeader
        trail={[{ href: "/organization/rubrics", label: t("title") }]}
        title={draft.name || t("allMajors")}
        subtitle={t("newLead")}
      />
      {state && (
        <FormErrors
          message={any(state.message.key, state.message.values)}
          errors={state.fields.map((one) => {
            const { key, line } = labelOf(one.field);
            return {
              field: one.field,
              label: line > 0 ? t("line", { line, field: any(key) }) : any(key),
              message: any(one.key, one.values),
            };
          })}
        />
      )}
      <RubricForm draft={draft} today={today} state={state} />
    </>
  );
}
