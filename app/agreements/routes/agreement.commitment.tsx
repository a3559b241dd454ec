import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { requireStaff } from "~/marketplace/staff.server";
import { parseForm } from "~/platform/http/form.server";
import { errorFor, shown } from "~/platform/http/form-state";
import { throwRefusal } from "~/platform/http/respond.server";
import { newId } from "~/platform/id";
import { Button } from "~/ui/Button";
import { CommitmentBar } from "~/ui/CommitmentBar";
import { DateField } from "~/ui/form/DateField";
import { FormErrors } from "~/ui/form/FormErrors";
import { HiddenField } from "~/ui/form/HiddenField";
import { NumberField } from "~/ui/form/NumberField";
import { SelectField } from "~/ui/form/SelectField";
import { TextArea } from "~/ui/form/TextArea";
import { Notice } from "~/ui/Notice";
import { PageHeader } from "~/ui/PageHeader";
import { Section } from "~/ui/Section";
import { Upload } from "~/ui/Upload";
import { useTranslator, useWords } from "~/words/use-words";
import { readForm, refusedWith } from "../agreement-actions.server";
import { decideEvidence } from "../commands/decide-evidence.server";
import { submitEvidence } from "../commands/submit-evidence.server";
import { EvidenceList } from "../components/EvidenceList";
import { commitmentPage } from "../queries/commitment-page.server";
import { UPLOAD_LIMIT } from "../rules/limits";
import { decisionForm, evidenceForm } from "../schema";

export const loader = async ({ request, params, context }: LoaderFunctionArgs) => {
  const ctx = await requireStaff(request, context);
  const page = await commitmentPage(ctx, params.id ?? "", params.cid ?? "");
  if (!page) return throwRefusal({ code: "not_found", key: "errors.notFound" });
  return { title: `${page.commitment.title} · ${page.agreement.title}`, page, submissionKey: newId() };
};

export const meta: MetaFunction<typeof loader> = ({ data: found }) => [{ title: found?.title }];

export const action = async ({ request, params, context }: ActionFunctionArgs) => {
  const ctx = await requireStaff(request, context);
  const [id, commitmentId] = [params.id ?? "", params.cid ?? ""];
  const received = await readForm(request);
  if (!received.ok) return refusedWith(received.refusal, new FormData()).refused;
  const { form, file } = received.value;
  const decision = form.get("intent") === "decide";
  const parsed = decision ? parseForm(form, decisionForm) : parseForm(form, evidenceForm);
  if (!parsed.ok) return data({ state: parsed.state }, { status: 422 });
  const outcome =
    "decision" in parsed.value
      ? await decideEvidence(ctx, id, parsed.value)
      : await submitEvidence(ctx, id, commitmentId, parsed.value, file);
  return outcome.ok
    ? redirect(`/agreements/${id}/commitments/${commitmentId}`, 303)
    : refusedWith(outcome.refusal, form).refused;
};

/** One promise: how much of it was delivered and accepted, what shows it, and what each side can do now. */
export default function CommitmentPage() {
  const t = useWords("agreements");
  const { any } = useTranslator();
  const { page, submissionKey } = useLoaderData<typeof loader>();
  const state = useActionData<typeof action>()?.state;
  const { agreement, commitment } = page;
  const { quantity, accepted, pending, unit } = commitment;
  return (
    <>
      <PageHeader
        title={`${commitment.title} ${quantity} ${unit}`}
        trail={[
          { href: "/agreements", label: t("title") },
          { href: `/agreements/${agreement.id}`, label: agreement.title },
        ]}
        subtitle={[
          t("commitment.lead", { by: commitment.by, to: commitment.to }),
          commitment.dueOn ?? t("page.noDue"),
          commitment.owner ?? t("page.noOwner"),
        ].join(" · ")}
      />
      {commitment.dropped && <Notice>{t("commitment.dropped")}</Notice>}
      {state && (
        <FormErrors
          message={any(state.message.key, state.message.values)}
          errors={state.fields.map((one) => ({
            field: one.field,
            label: any(`agreements.field.${one.field}`),
            message: any(one.key, one.values),
          }))}
        />
      )}
      <div className="my-4 max-w-2xl">
        <CommitmentBar promised={quantity} delivered={accepted + pending} accepted={accepted} unit={unit} />
        <p className="meta">
          {t("commitment.rest", { quantity: Math.max(0, quantity - accepted), unit })} ·{" "}
          {t("commitment.expected", { quantity: page.expected, unit })}
        </p>
      </div>
      <div className="stack">
        {page.owes && page.running && !commitment.dropped && (
          <Section id="submit" title={t("commitment.submit")}>
            <form
              method="post"
              encType="multipart/form-data"
              className="form mt-3"
              data-upload=""
              data-draft={`evidence-${commitment.id}`}
            >
              <HiddenField name="intent" value="submit" />
              <HiddenField name="submissionKey" value={submissionKey} />
              <div className="form-pair">
                <NumberField
                  name="quantity"
                  label={t("field.quantity")}
                  unit={unit}
                  min={1}
                  defaultValue={shown(state, "quantity")}
                  error={errorFor(state, "quantity", any)}
                />
                <DateField
                  name="happenedOn"
                  label={t("field.happenedOn")}
                  max={page.today}
                  min={page.effectiveOn ?? undefined}
                  defaultValue={shown(state, "happenedOn")}
                  error={errorFor(state, "happenedOn", any)}
                />
              </div>
              <TextArea
                name="note"
                label={t("field.evidenceNote")}
                rows={3}
                maxLength={600}
                defaultValue={shown(state, "note")}
                error={errorFor(state, "note", any)}
              />
              <Upload
                name="file"
                label={t("field.file")}
                accept=".pdf,.jpg,.jpeg,.png,.docx,.xlsx,.csv"
                types="PDF, JPG, PNG, Word, Excel, CSV"
                maxBytes={UPLOAD_LIMIT}
                error={errorFor(state, "file", any)}
              />
              {page.records.length > 0 && (
                <SelectField
                  name="record"
                  label={t("field.record")}
                  hint={t("commitment.recordHint")}
                  options={page.records.flatMap(({ label, choices }) =>
                    choices.map(({ value, text }) => ({ value, label: `${any(label)} · ${text}` })),
                  )}
                  defaultValue={shown(state, "record")}
                  error={errorFor(state, "record", any)}
                />
              )}
              <Button>{t("action.submit")}</Button>
            </form>
          </Section>
        )}
        <Section id="evidence" title={t("commitment.evidence")}>
          <EvidenceList page={page} />
        </Section>
      </div>
    </>
  );
}
