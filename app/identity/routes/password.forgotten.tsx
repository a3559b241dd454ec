import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData } from "@remix-run/react";
import { parseForm, refusedState, typedFrom } from "~/platform/http/form.server";
import { errorFor, shown } from "~/platform/http/form-state";
import { takePoint } from "~/platform/http/rate-limit.server";
import { answerRefusal } from "~/platform/http/respond.server";
import { languageOf } from "~/platform/i18n/language";
import { Button } from "~/ui/Button";
import { FormErrors } from "~/ui/form/FormErrors";
import { TextField } from "~/ui/form/TextField";
import { LinkButton } from "~/ui/LinkButton";
import { Notice } from "~/ui/Notice";
import { PageHeader } from "~/ui/PageHeader";
import { translatorFor } from "~/words/translator.server";
import { useTranslator, useWords } from "~/words/use-words";
import { requestPasswordReset } from "../commands/request-password-reset.server";
import { fieldErrors } from "../components/field-errors";
import { forgottenForm } from "../schema";
import { anonymousCtx } from "../session.server";

export const loader = ({ request }: LoaderFunctionArgs) => ({
  title: translatorFor(languageOf(request.headers)).room("identity")("forgotten.title"),
});

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: page?.title }];

export const action = async ({ request, context }: ActionFunctionArgs) => {
  const form = await request.formData();
  const parsed = parseForm(form, forgottenForm);
  if (!parsed.ok) return data({ state: parsed.state, sent: false }, { status: 422 });
  const limited = await takePoint("mail", context.ip);
  if (limited) return answerRefusal(limited, { state: refusedState(limited, typedFrom(form)), sent: false });
  await requestPasswordReset(anonymousCtx(context), parsed.value);
  return { state: null, sent: true };
};

/** Asks for a link to choose a new password; the answer is the same whether or not the account exists. */
export default function PasswordForgotten() {
  const t = useWords("identity");
  const { any } = useTranslator();
  const answer = useActionData<typeof action>();
  if (answer?.sent) {
    return (
      <div className="max-w-[640px]">
        <PageHeader title={t("forgotten.sentTitle")} />
        <div className="mt-6">
          <Notice tone="ok">{t("forgotten.sentText")}</Notice>
        </div>
        <div className="row">
          <LinkButton href="/login">{t("forgotten.back")}</LinkButton>
          <LinkButton href="/password/forgotten" look="quiet">
            {t("forgotten.again")}
          </LinkButton>
        </div>
      </div>
    );
  }
  const state = answer?.state;
  return (
    <div className="max-w-[640px]">
      <PageHeader title={t("forgotten.title")} subtitle={t("forgotten.text")} />
      <form method="post" className="form mt-6">
        <FormErrors
          errors={fieldErrors(state, { email: t("field.email") }, any)}
          {...(state ? { message: any(state.message.key, state.message.values) } : {})}
        />
        <TextField
          name="email"
          type="email"
          label={t("field.email")}
          autoComplete="username"
          inputMode="email"
          maxLength={254}
          required
          defaultValue={shown(state, "email")}
          error={errorFor(state, "email", any)}
        />
        <div className="form-end">
          <Button>{t("forgotten.submit")}</Button>
          <a href="/login">{t("forgotten.back")}</a>
        </div>
      </form>
    </div>
  );
}
