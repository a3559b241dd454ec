import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { fieldErrors } from "~/identity/components/field-errors";
import { requireMember } from "~/identity/session.server";
import { parseForm, refusedState } from "~/platform/http/form.server";
import { errorFor, shown } from "~/platform/http/form-state";
import { answerRefusal, throwRefusal } from "~/platform/http/respond.server";
import { languageOf } from "~/platform/i18n/language";
import { newId } from "~/platform/id";
import { notFound } from "~/platform/result";
import { Button } from "~/ui/Button";
import { FormErrors } from "~/ui/form/FormErrors";
import { HiddenField } from "~/ui/form/HiddenField";
import { SelectField } from "~/ui/form/SelectField";
import { TextArea } from "~/ui/form/TextArea";
import { Notice } from "~/ui/Notice";
import { PageHeader } from "~/ui/PageHeader";
import { translatorFor } from "~/words/translator.server";
import { useTranslator, useWords } from "~/words/use-words";
import { reportSuspicion } from "../commands/report-suspicion.server";
import { maySeeWork } from "../policy";
import { organizationProfile } from "../queries/organization-profile.server";
import { SUSPICION_REASONS } from "../rules/trust-terms";
import { suspicionForm } from "../trust-schema";

export const loader = async ({ request, params, context }: LoaderFunctionArgs) => {
  const ctx = await requireMember(request, context);
  const seen = maySeeWork(ctx.actor);
  if (!seen.ok) throwRefusal(seen.refusal);
  const about = await organizationProfile(params.id ?? "", null);
  if (!about || about.movedTo !== null || about.id === ctx.actor.organizationId)
    return throwRefusal(notFound().refusal);
  const { name } = about;
  return {
    title: translatorFor(languageOf(request.headers)).room("trust")("report.title", { name }),
    done: new URL(request.url).searchParams.has("done"),
    submissionKey: newId(),
    about: { id: about.id, name },
  };
};

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: page?.title }];

export const action = async ({ request, params, context }: ActionFunctionArgs) => {
  const ctx = await requireMember(request, context);
  const seen = maySeeWork(ctx.actor);
  if (!seen.ok) return throwRefusal(seen.refusal);
  const organizationId = params.id ?? "";
  const parsed = parseForm(await request.formData(), suspicionForm);
  if (!parsed.ok) return data({ state: parsed.state }, { status: 422 });
  const reported = await reportSuspicion(ctx, { organizationId, ...parsed.value });
  if (reported.ok) return redirect(`/organizations/${organizationId}/report?done=1`, 303);
  if (reported.refusal.code === "not_found") return throwRefusal(reported.refusal);
  return answerRefusal(reported.refusal, { state: refusedState(reported.refusal, parsed.typed) });
};

/** A partner tells the operator what seems wrong with an organization. */
export default function ReportOrganization() {
  const t = useWords("trust");
  const words = useWords("organizations");
  const { any } = useTranslator();
  const { title, about, done, submissionKey } = useLoaderData<typeof loader>();
  const state = useActionData<typeof action>()?.state ?? null;
  const labels = { reasonCode: t("report.reasonLabel"), text: t("report.text") };
  return (
    <>
      <PageHeader
        title={title}
        subtitle={t("report.subtitle")}
        trail={[
          { href: "/organizations", label: words("list.title") },
          { href: `/organizations/${about.id}`, label: about.name },
        ]}
      />
      {done && !state ? (
        <div className="mt-5 grid gap-3">
          <Notice tone="ok">{t("report.done")}</Notice>
          <p>
            <a href={`/organizations/${about.id}`}>{t("report.back")}</a>
          </p>
        </div>
      ) : (
        <form method="post" className="form mt-5 max-w-[640px]">
          {state && (
            <FormErrors
              errors={fieldErrors(state, labels, any)}
              message={any(state.message.key, state.message.values)}
            />
          )}
          <HiddenField name="submissionKey" value={submissionKey} />
          <SelectField
            name="reasonCode"
            label={t("report.reasonLabel")}
            options={SUSPICION_REASONS.map((value) => ({ value, label: t(`report.reason.${value}`) }))}
            defaultValue={shown(state, "reasonCode")}
            error={errorFor(state, "reasonCode", any)}
            required
          />
          <TextArea
            name="text"
            label={t("report.text")}
            hint={t("report.textHint")}
            rows={6}
            maxLength={2000}
            defaultValue={shown(state, "text")}
            error={errorFor(state, "text", any)}
            required
          />
          <div className="form-end">
            <Button>{t("report.submit")}</Button>
          </div>
        </form>
      )}
    </>
  );
}
