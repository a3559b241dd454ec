import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { parseForm, refusedState, typedFrom } from "~/platform/http/form.server";
import { errorFor, shown } from "~/platform/http/form-state";
import { localPath } from "~/platform/http/local-path";
import { takePoint } from "~/platform/http/rate-limit.server";
import { answerRefusal } from "~/platform/http/respond.server";
import { languageOf } from "~/platform/i18n/language";
import { systemClock } from "~/platform/time/clock";
import { Button } from "~/ui/Button";
import { FormErrors } from "~/ui/form/FormErrors";
import { HiddenField } from "~/ui/form/HiddenField";
import { TextField } from "~/ui/form/TextField";
import { PageHeader } from "~/ui/PageHeader";
import { translatorFor } from "~/words/translator.server";
import { useTranslator, useWords } from "~/words/use-words";
import { enter } from "../admission.server";
import { enterCode } from "../commands/enter-code.server";
import { fieldErrors } from "../components/field-errors";
import { lookAtLink } from "../links.server";
import { codeForm } from "../schema";
import { anonymousCtx, personOf } from "../session.server";
import { stepOf } from "../sign-in-cookies.server";

const HOME = "/workspace";

const startAgain = (returnTo: string) => redirect(`/login?returnTo=${encodeURIComponent(returnTo)}`, 303);

export const loader = async ({ request, context }: LoaderFunctionArgs) => {
  const returnTo = localPath(new URL(request.url).searchParams.get("returnTo"), HOME);
  if (await personOf(request, context)) throw redirect(returnTo, 303);
  const ticket = stepOf(request);
  if (!ticket || !(await lookAtLink(ticket, "second_step", systemClock.now()))) throw startAgain(returnTo);
  return { title: translatorFor(languageOf(request.headers)).room("identity")("code.title"), returnTo };
};

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: page?.title }];

export const action = async ({ request, context }: ActionFunctionArgs) => {
  const form = await request.formData();
  const { code: _code, ...typed } = typedFrom(form);
  const limited = await takePoint("signIn", context.ip);
  if (limited) return answerRefusal(limited, { state: refusedState(limited, typed) });
  const returnTo = localPath(form.get("returnTo"), HOME);
  const ticket = stepOf(request);
  if (!ticket) throw startAgain(returnTo);
  const parsed = parseForm(form, codeForm);
  if (!parsed.ok) return data({ state: { ...parsed.state, typed } }, { status: 422 });
  const outcome = await enterCode(anonymousCtx(context), { ticket, ...parsed.value });
  if (outcome.ok) return enter(request, context, outcome.value, returnTo);
  if (outcome.refusal.code === "not_found") throw startAgain(returnTo);
  return answerRefusal(outcome.refusal, { state: refusedState(outcome.refusal, typed) });
};

/** The second step of signing in: the authenticator's code, or a recovery code. */
export default function LoginCode() {
  const t = useWords("identity");
  const { any } = useTranslator();
  const { returnTo } = useLoaderData<typeof loader>();
  const state = useActionData<typeof action>()?.state;
  const label = t("code.field");
  return (
    <div className="max-w-[440px]">
      <PageHeader title={t("code.title")} subtitle={t("code.text")} />
      <form method="post" className="form mt-6">
        <FormErrors
          errors={fieldErrors(state, { code: label }, any)}
          {...(state ? { message: any(state.message.key, state.message.values) } : {})}
        />
        <HiddenField name="returnTo" value={shown(state, "returnTo", returnTo) ?? returnTo} />
        <TextField
          name="code"
          label={label}
          hint={t("code.hint")}
          autoComplete="one-time-code"
          maxLength={40}
          spellCheck={false}
          required
          autoFocus
          error={errorFor(state, "code", any)}
        />
        <div className="form-end">
          <Button>{t("code.submit")}</Button>
          <a href={`/login?returnTo=${encodeURIComponent(returnTo)}`}>{t("code.again")}</a>
        </div>
      </form>
      <p className="meta mt-6">{t("code.lost")}</p>
    </div>
  );
}
