import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { parseForm, refusedState } from "~/platform/http/form.server";
import { errorFor } from "~/platform/http/form-state";
import { takePoint } from "~/platform/http/rate-limit.server";
import { answerRefusal } from "~/platform/http/respond.server";
import { languageOf } from "~/platform/i18n/language";
import { systemClock } from "~/platform/time/clock";
import { Button } from "~/ui/Button";
import { EmptyState } from "~/ui/EmptyState";
import { FormErrors } from "~/ui/form/FormErrors";
import { TextField } from "~/ui/form/TextField";
import { LinkButton } from "~/ui/LinkButton";
import { PageHeader } from "~/ui/PageHeader";
import { translatorFor } from "~/words/translator.server";
import { useTranslator, useWords } from "~/words/use-words";
import { admit } from "../admission.server";
import { resetPassword } from "../commands/reset-password.server";
import { fieldErrors } from "../components/field-errors";
import { lookAtLink } from "../links.server";
import { resetForm } from "../schema";
import { anonymousCtx } from "../session.server";

export const loader = async ({ request, params }: LoaderFunctionArgs) => {
  const t = translatorFor(languageOf(request.headers)).room("identity");
  const alive = (await lookAtLink(params.token ?? "", "reset", systemClock.now())) !== null;
  return data({ title: t(alive ? "reset.title" : "reset.deadTitle"), alive }, { status: alive ? 200 : 404 });
};

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: page?.title }];

export const action = async ({ request, params, context }: ActionFunctionArgs) => {
  const limited = await takePoint("signIn", context.ip);
  if (limited) return answerRefusal(limited, { state: refusedState(limited, {}) });
  const parsed = parseForm(await request.formData(), resetForm);
  if (!parsed.ok) return data({ state: { ...parsed.state, typed: {} } }, { status: 422 });
  const outcome = await resetPassword(anonymousCtx(context), { token: params.token ?? "", ...parsed.value });
  if (!outcome.ok) return answerRefusal(outcome.refusal, { state: refusedState(outcome.refusal, {}) });
  return admit(request, context, { ...outcome.value, by: "link" }, "/workspace");
};

/** Chooses a new password by the mailed link. */
export default function PasswordReset() {
  const t = useWords("identity");
  const { any } = useTranslator();
  const { alive } = useLoaderData<typeof loader>();
  const state = useActionData<typeof action>()?.state;
  if (!alive) {
    return (
      <EmptyState
        level={1}
        title={t("reset.deadTitle")}
        action={<LinkButton href="/password/forgotten">{t("reset.deadAction")}</LinkButton>}
      >
        <p>{t("reset.deadText")}</p>
      </EmptyState>
    );
  }
  const label = t("field.newPassword");
  return (
    <div className="max-w-[640px]">
      <PageHeader title={t("reset.title")} subtitle={t("reset.text")} />
      <form method="post" className="form mt-6">
        <FormErrors
          errors={fieldErrors(state, { password: label }, any)}
          {...(state ? { message: any(state.message.key, state.message.values) } : {})}
        />
        <TextField
          name="password"
          type="password"
          label={label}
          hint={t("passwordHint")}
          autoComplete="new-password"
          maxLength={200}
          required
          error={errorFor(state, "password", any)}
        />
        <div className="form-end">
          <Button>{t("reset.submit")}</Button>
        </div>
      </form>
    </div>
  );
}
