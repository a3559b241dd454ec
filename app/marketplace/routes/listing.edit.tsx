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
import { errorFor, type FormState, shown } from "~/platform/http/form-state";
import { answerRefusal, throwRefusal } from "~/platform/http/respond.server";
import { languageOf } from "~/platform/i18n/language";
import { Button } from "~/ui/Button";
import { FormErrors } from "~/ui/form/FormErrors";
import { HiddenField } from "~/ui/form/HiddenField";
import { PageHeader } from "~/ui/PageHeader";
import { ProgressSteps } from "~/ui/ProgressSteps";
import { translatorFor } from "~/words/translator.server";
import { useTranslator, useWords } from "~/words/use-words";
import { publishListing } from "../commands/publish-listing.server";
import { saveListingStep } from "../commands/save-listing-step.server";
import { ListingCheckStep } from "../components/ListingCheckStep";
import { ListingFieldInput } from "../components/ListingFieldInput";
import { keepRefusal } from "../listing-policy";
import { publishForm, readStep } from "../listing-schema";
import { listingDraft } from "../queries/listing-draft.server";
import { STEPS, type Step } from "../rules/listing-fields";

const stepOf = (given: string | undefined): Step =>
  STEPS.find((step) => step === given) ?? throwRefusal({ code: "not_found", key: "errors.notFound" });

const draftOf = async ({ request, params, context }: LoaderFunctionArgs) => {
  const ctx = await requireMember(request, context);
  const step = stepOf(params.step);
  const translator = translatorFor(languageOf(request.headers));
  const draft = await listingDraft(params.id ?? "", ctx.actor, step, ctx.clock, translator);
  if (!draft) return throwRefusal({ code: "not_found", key: "errors.notFound" });
  const refusal = keepRefusal(ctx.actor);
  if (refusal) return throwRefusal(refusal);
  return { ctx, step, draft };
};

export const loader = async (args: LoaderFunctionArgs) => {
  const { step, draft } = await draftOf(args);
  if (draft.state !== "draft") throw redirect(`/listings/${draft.id}`, 303);
  const t = translatorFor(languageOf(args.request.headers));
  const values = {
    kind: t.any(`listings.kind.${draft.kind}`),
    direction: t.any(`listings.direction.${draft.direction}`),
  };
  return { title: t.any("listings.edit.title", values), step, draft };
};

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: page?.title }];

export const action = async (args: ActionFunctionArgs) => {
  const { ctx, step, draft } = await draftOf(args);
  const form = await args.request.formData();
  const typed = typedFrom(form);
  if (step === "check") {
    const parsed = parseForm(form, publishForm);
    if (!parsed.ok) return data({ state: parsed.state, saved: false }, { status: 422 });
    const outcome = await publishListing(ctx, draft.id, parsed.value);
    if (outcome.ok) return redirect(`/listings/${draft.id}`, 303);
    return answerRefusal(outcome.refusal, { state: refusedState(outcome.refusal, typed), saved: false });
  }
  const outcome = await saveListingStep(ctx, draft.id, {
    step,
    version: Number(typed.version),
    read: readStep(form, draft.kind, draft.direction, step),
  });
  if (!outcome.ok)
    return answerRefusal(outcome.refusal, { state: refusedState(outcome.refusal, typed), saved: false });
  const { errors, version } = outcome.value;
  if (errors.length > 0) {
    const message = { key: "listings.edit.savedWithErrors", values: { total: errors.length } };
    const state: FormState = { typed: { ...typed, version: String(version) }, message, fields: errors };
    return data({ state, saved: true }, { status: 422 });
  }
  const steps = draft.steps.map((one) => one.step);
  const next = steps[steps.indexOf(step) + 1] ?? "check";
  return redirect(typed.intent === "keep" ? "/listings/mine" : `/listings/${draft.id}/edit/${next}`, 303);
};

/** One step of a draft: its fields, saved whatever they hold; the last step checks and publishes. */
export default function ListingEdit() {
  const t = useWords("listings");
  const { any } = useTranslator();
  const { title, step, draft } = useLoaderData<typeof loader>();
  const state = useActionData<typeof action>()?.state;
  const errors = state?.fields ?? draft.errors;
  const version =
    state?.message.key === "errors.conflict"
      ? draft.version
      : (shown(state, "version", draft.version) ?? draft.version);
  const said = (name: string) =>
    errorFor(state, name, any) ??
    draft.errors.filter(({ field }) => field === name).map(({ key, values }) => any(key, values))[0];
  return (
    <>
      <PageHeader
        trail={[{ href: "/listings/mine", label: t("mine.title") }]}
        title={draft.title || title}
        subtitle={draft.title ? title : t(`stepText.${step}`)}
      />
      <div className="mt-5">
        <ProgressSteps
          steps={draft.steps.map((one) => ({
            label: t(`step.${one.step}`),
            href: `/listings/${draft.id}/edit/${one.step}`,
            state: one.step === step ? "current" : one.broken ? "wrong" : one.done ? "done" : "todo",
          }))}
        />
      </div>
      {draft.check ? (
        <>
          {state && <FormErrors errors={[]} message={any(state.message.key, state.message.values)} />}
          <ListingCheckStep
            draft={draft}
            check={draft.check}
            reason={shown(state, "reason")}
            reasonError={errorFor(state, "reason", any)}
          />
        </>
      ) : (
        <form method="post" className="form mt-5" data-guard="">
          <p className="meta">{t(`stepText.${step}`)}</p>
          <FormErrors
            errors={errors.map(({ field, key, values }) => ({
              field,
              label: any(`listings.field.${field}.label`),
              message: any(key, values),
            }))}
            {...(state ? { message: any(state.message.key, state.message.values) } : {})}
          />
          <HiddenField name="version" value={version} />
          {draft.fields.map((field) => (
            <ListingFieldInput
              key={field.name}
              field={{ ...field, stored: state ? (state.typed[field.name] ?? null) : field.stored }}
              error={said(field.name)}
              posts={draft.posts}
            />
          ))}
          <div className="form-end">
            <Button>{t("edit.saveNext")}</Button>
            <Button look="quiet" name="intent" value="keep">
              {t("edit.saveOnly")}
            </Button>
          </div>
        </form>
      )}
    </>
  );
}
