import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { parseForm } from "~/platform/http/form.server";
import { errorFor, shown } from "~/platform/http/form-state";
import { languageOf } from "~/platform/i18n/language";
import { newId } from "~/platform/id";
import { civilDate } from "~/platform/time/clock";
import { Button } from "~/ui/Button";
import { HiddenField } from "~/ui/form/HiddenField";
import { NumberField } from "~/ui/form/NumberField";
import { TextField } from "~/ui/form/TextField";
import { Notice } from "~/ui/Notice";
import { PageHeader } from "~/ui/PageHeader";
import { translatorFor } from "~/words/translator.server";
import { useTranslator, useWords } from "~/words/use-words";
import { enrolStudent } from "../commands/enrol-student.server";
import { RefusedForm } from "../components/RefusedForm";
import { schoolYearOf } from "../rules/term";
import { enrolForm } from "../schema";
import { refusedForm, unreadForm } from "../transfer-actions.server";
import { requireTransferStaff } from "../transfer-door.server";

export const loader = async ({ request, context }: LoaderFunctionArgs) => {
  const ctx = await requireTransferStaff(request, context, ["general_school"]);
  return {
    title: translatorFor(languageOf(request.headers)).room("transfers")("enrol.title"),
    schoolYear: schoolYearOf(civilDate(ctx.clock.now())),
    claimed: new URL(request.url).searchParams.has("claimed"),
    submissionKey: newId(),
  };
};

export const meta: MetaFunction<typeof loader> = ({ data: found }) => [{ title: found?.title }];

export const action = async ({ request, context }: ActionFunctionArgs) => {
  const ctx = await requireTransferStaff(request, context, ["general_school"]);
  const form = await request.formData();
  const parsed = parseForm(form, enrolForm);
  if (!parsed.ok) return unreadForm(parsed.state);
  const done = await enrolStudent(ctx, parsed.value);
  if (!done.ok) return refusedForm(done.refusal, form);
  return done.value.registration === "claimed"
    ? redirect("/transfers/students/new?claimed=1", 303)
    : redirect(`/transfers/new?student=${encodeURIComponent(parsed.value.studentNumber)}`, 303);
};

/** A general school puts a student on its roll, so that the student can apply. */
export default function EnrolStudent() {
  const t = useWords("transfers");
  const { any } = useTranslator();
  const { schoolYear, claimed, submissionKey } = useLoaderData<typeof loader>();
  const state = useActionData<typeof action>()?.state;
  const text = (
    name: "name" | "idNumber" | "studentNumber" | "className" | "guardianName" | "guardianPhone",
  ) => ({
    name,
    label: t(`field.${name}`),
    defaultValue: shown(state, name),
    error: errorFor(state, name, any),
  });
  return (
    <>
      <PageHeader
        title={t("enrol.title")}
        subtitle={t("enrol.subtitle")}
        trail={[
          { href: "/transfers", label: t("title") },
          { href: "/transfers/new", label: t("new.title") },
        ]}
      />
      <div className="mt-4 grid gap-3 empty:hidden">
        {claimed && <Notice tone="wait">{t("enrol.claimed")}</Notice>}
        <RefusedForm state={state} />
      </div>
      <form method="post" className="form mt-4 max-w-3xl">
        <HiddenField name="submissionKey" value={submissionKey} />
        <div className="form-pair">
          <TextField {...text("name")} required maxLength={40} />
          <TextField
            {...text("idNumber")}
            hint={t("field.idHint")}
            required
            maxLength={18}
            autoComplete="off"
          />
          <TextField {...text("studentNumber")} required maxLength={40} />
          <TextField {...text("className")} required maxLength={60} />
          <NumberField
            name="entryYear"
            label={t("field.entryYear")}
            required
            min={2000}
            max={2100}
            defaultValue={shown(state, "entryYear", schoolYear)}
            error={errorFor(state, "entryYear", any)}
          />
          <TextField {...text("guardianName")} maxLength={40} />
          <TextField {...text("guardianPhone")} type="tel" maxLength={20} />
        </div>
        <Button>{t("enrol.act")}</Button>
      </form>
    </>
  );
}
