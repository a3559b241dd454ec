import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { mayWrite } from "~/identity/actor";
import { requireStaff } from "~/marketplace/staff.server";
import { DOCUMENT_KINDS } from "~/platform/files/sniff";
import { parseForm, refusedState, typedFrom } from "~/platform/http/form.server";
import { errorFor, shown } from "~/platform/http/form-state";
import { answerRefusal, throwRefusal } from "~/platform/http/respond.server";
import { receiveForm, UPLOAD_LIMIT_BYTES } from "~/platform/http/upload.server";
import { languageOf } from "~/platform/i18n/language";
import { newId } from "~/platform/id";
import { Button } from "~/ui/Button";
import { FormErrors } from "~/ui/form/FormErrors";
import { HiddenField } from "~/ui/form/HiddenField";
import { TextArea } from "~/ui/form/TextArea";
import { PageHeader } from "~/ui/PageHeader";
import { Section } from "~/ui/Section";
import { StateBadge } from "~/ui/StateBadge";
import { Timeline } from "~/ui/Timeline";
import { Upload } from "~/ui/Upload";
import { translatorFor } from "~/words/translator.server";
import { useTranslator, useWords } from "~/words/use-words";
import { answerAlert } from "../commands/answer-alert.server";
import { AlertFacts } from "../components/AlertFacts";
import { AlertReplies } from "../components/AlertReplies";
import { ALERT_TONES, alertEntries } from "../components/alert-words";
import { alertPage } from "../queries/alert-page.server";
import { answerForm } from "../schema";

export const loader = async ({ request, params, context }: LoaderFunctionArgs) => {
  const ctx = await requireStaff(request, context);
  const page = await alertPage(ctx, params.id ?? "", "owner");
  if (!page) return throwRefusal({ code: "not_found", key: "errors.notFound" });
  const rule = translatorFor(languageOf(request.headers)).any(`alerts.rule.${page.ruleId}`);
  return {
    title: `${rule} · ${page.title}`,
    now: ctx.clock.now().toISOString(),
    page,
    mayAnswer: mayWrite(ctx.actor),
    submissionKey: newId(),
    maxBytes: UPLOAD_LIMIT_BYTES,
  };
};

export const meta: MetaFunction<typeof loader> = ({ data: found }) => [{ title: found?.title }];

export const action = async ({ request, params, context }: ActionFunctionArgs) => {
  const ctx = await requireStaff(request, context);
  const id = params.id ?? "";
  const multipart = (request.headers.get("Content-Type") ?? "").startsWith("multipart/");
  const received = multipart ? await receiveForm(request, DOCUMENT_KINDS, 1) : null;
  if (received && !received.ok) {
    return answerRefusal(received.refusal, { state: refusedState(received.refusal, {}) });
  }
  const form = received ? received.value.form : await request.formData();
  const parsed = parseForm(form, answerForm);
  if (!parsed.ok) return data({ state: parsed.state }, { status: 422 });
  const result = await answerAlert(ctx, id, parsed.value, received?.value.files[0] ?? null);
  if (result.ok) return redirect(`/rectifications/${id}`, 303);
  if (result.refusal.code === "not_found") return throwRefusal(result.refusal);
  return answerRefusal(result.refusal, { state: refusedState(result.refusal, typedFrom(form)) });
};

/** One order as the organization sees it that must answer. */
export default function AlertForOwner() {
  const t = useWords("alerts");
  const translator = useTranslator();
  const { page, now, mayAnswer, submissionKey, maxBytes } = useLoaderData<typeof loader>();
  const state = useActionData<typeof action>()?.state;
  const { any } = translator;
  return (
    <>
      <PageHeader
        title={page.title}
        trail={[{ href: "/rectifications", label: t("own.title") }]}
        subtitle={any(`alerts.rule.${page.ruleId}`)}
        state={<StateBadge tone={ALERT_TONES[page.state]} word={t(`state.${page.state}`)} />}
      />
      {state && (
        <FormErrors
          message={any(state.message.key, state.message.values)}
          errors={state.fields.map((one) => ({
            field: one.field,
            label: any(`alerts.page.${one.field === "file" ? "answerFile" : "answerText"}`),
            message: any(one.key, one.values),
          }))}
        />
      )}
      <div className="cols">
        <div className="stack">
          <AlertFacts page={page} />
          {mayAnswer && page.state === "ordered" && (
            <Section id="answer" title={t("page.answer")}>
              <form
                method="post"
                encType="multipart/form-data"
                className="form mt-3"
                data-upload=""
                data-draft={`answer-${page.id}`}
              >
                <HiddenField name="intent" value="answer" />
                <HiddenField name="version" value={page.version} />
                <HiddenField name="submissionKey" value={submissionKey} />
                <TextArea
                  name="text"
                  label={t("page.answerText")}
                  rows={5}
                  maxLength={2000}
                  required
                  defaultValue={shown(state, "text")}
                  error={errorFor(state, "text", any)}
                />
                <Upload
                  name="file"
                  label={t("page.answerFile")}
                  accept=".pdf,.jpg,.jpeg,.png,.docx,.xlsx,.csv"
                  types="PDF, JPG, PNG, Word, Excel, CSV"
                  maxBytes={maxBytes}
                  error={errorFor(state, "file", any)}
                />
                <div>
                  <Button>{t("page.answerAct")}</Button>
                </div>
              </form>
            </Section>
          )}
          <AlertReplies page={page} now={now} />
        </div>
        <aside>
          <Section id="history" title={t("page.history")}>
            <Timeline entries={alertEntries(page, translator)} now={now} />
          </Section>
        </aside>
      </div>
    </>
  );
}
