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
import { languageOf } from "~/platform/i18n/language";
import { Button } from "~/ui/Button";
import { ConfirmButton } from "~/ui/ConfirmButton";
import { FormErrors } from "~/ui/form/FormErrors";
import { HiddenField } from "~/ui/form/HiddenField";
import { RadioGroup } from "~/ui/form/RadioGroup";
import { TextArea } from "~/ui/form/TextArea";
import { Notice } from "~/ui/Notice";
import { PageHeader } from "~/ui/PageHeader";
import { Section } from "~/ui/Section";
import { translatorFor } from "~/words/translator.server";
import { useTranslator, useWords } from "~/words/use-words";
import { openDocumentId, refusedWith } from "../agreement-actions.server";
import { changeLife } from "../commands/change-life.server";
import { openAmendment } from "../commands/open-amendment.server";
import { actRefusal } from "../policy";
import { visibleAgreement } from "../queries/agreement-page.server";
import { PLACEMENT_PLANS } from "../rules/life";
import { lifeForm } from "../schema";

export const loader = async ({ request, params, context }: LoaderFunctionArgs) => {
  const ctx = await requireStaff(request, context);
  const seen = await visibleAgreement(ctx, params.id ?? "");
  if (!seen) return throwRefusal({ code: "not_found", key: "errors.notFound" });
  const forbidden = actRefusal(ctx.actor);
  if (forbidden) return throwRefusal(forbidden);
  const { id, title, state, endsOn, terminatesOn, version } = seen.agreement;
  const open = await openDocumentId(ctx, id);
  return {
    title: `${translatorFor(languageOf(request.headers)).room("agreements")("amend.title")} · ${title}`,
    agreement: { id, title, state, endsOn, terminatesOn, version },
    open: open !== null,
  };
};

export const meta: MetaFunction<typeof loader> = ({ data: found }) => [{ title: found?.title }];

export const action = async ({ request, params, context }: ActionFunctionArgs) => {
  const ctx = await requireStaff(request, context);
  const id = params.id ?? "";
  const form = await request.formData();
  const kind = form.get("kind");
  if (kind === "amendment" || kind === "renewal") {
    const outcome = await openAmendment(ctx, id, { kind });
    return outcome.ok ? redirect(`/agreements/${id}/edit`, 303) : refusedWith(outcome.refusal, form).refused;
  }
  const parsed = parseForm(form, lifeForm);
  if (!parsed.ok) return data({ state: parsed.state }, { status: 422 });
  const outcome = await changeLife(ctx, id, parsed.value);
  return outcome.ok ? redirect(`/agreements/${id}`, 303) : refusedWith(outcome.refusal, form).refused;
};

/** Changing what was agreed: an amendment or renewal of its own, a pause, or a notice of termination. */
export default function AmendAgreement() {
  const t = useWords("agreements");
  const { any } = useTranslator();
  const { agreement, open } = useLoaderData<typeof loader>();
  const state = useActionData<typeof action>()?.state;
  const running = ["active", "suspended"].includes(agreement.state);
  const pause = agreement.state === "active" ? "suspend" : "resume";
  return (
    <>
      <PageHeader
        title={t("amend.title")}
        trail={[
          { href: "/agreements", label: t("title") },
          { href: `/agreements/${agreement.id}`, label: agreement.title },
        ]}
      />
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
      {open && <Notice>{t("amend.open")}</Notice>}
      {!running && <Notice>{t("page.ended")}</Notice>}
      {running && (
        <div className="stack mt-6">
          {!open &&
            (["amendment", "renewal"] as const).map((kind) => (
              <Section key={kind} id={kind} title={t(`amend.${kind}`)}>
                <p className="my-3">{t(`amend.${kind}Text`, { date: agreement.endsOn })}</p>
                <form method="post">
                  <HiddenField name="kind" value={kind} />
                  <Button look={kind === "amendment" ? "primary" : "ghost"}>
                    {t(kind === "amendment" ? "action.openAmendment" : "action.openRenewal")}
                  </Button>
                </form>
              </Section>
            ))}
          <Section id="pause" title={t("amend.suspend")}>
            <p className="my-3">{t("amend.suspendText")}</p>
            <form method="post" className="form">
              <HiddenField name="action" value={pause} />
              <HiddenField name="version" value={agreement.version} />
              <TextArea
                id="pause-reason"
                name="reason"
                label={t("field.reason")}
                required
                rows={2}
                maxLength={500}
                defaultValue={shown(state, "reason")}
              />
              <Button look="ghost">{t(`action.${pause}`)}</Button>
            </form>
          </Section>
          {!agreement.terminatesOn && (
            <Section id="end" title={t("amend.terminate")}>
              <p className="my-3">{t("amend.terminateText")}</p>
              <form method="post" className="form">
                <HiddenField name="action" value="terminate" />
                <HiddenField name="version" value={agreement.version} />
                <TextArea
                  name="reason"
                  label={t("field.reason")}
                  required
                  rows={3}
                  maxLength={500}
                  defaultValue={shown(state, "reason")}
                  error={errorFor(state, "reason", any)}
                />
                <RadioGroup
                  name="placementPlan"
                  label={t("field.placementPlan")}
                  required
                  options={PLACEMENT_PLANS.map((value) => ({ value, label: t(`placementPlan.${value}`) }))}
                  defaultValue={shown(state, "placementPlan")}
                  error={errorFor(state, "placementPlan", any)}
                />
                <ConfirmButton
                  id="ask-terminate"
                  label={t("action.terminate")}
                  question={t("ask.terminate")}
                />
              </form>
            </Section>
          )}
        </div>
      )}
    </>
  );
}
