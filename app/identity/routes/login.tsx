import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { parseForm, refusedState, typedFrom } from "~/platform/http/form.server";
import { errorFor, type FormState, shown } from "~/platform/http/form-state";
import { localPath } from "~/platform/http/local-path";
import { takePoint } from "~/platform/http/rate-limit.server";
import { answerRefusal } from "~/platform/http/respond.server";
import { languageOf } from "~/platform/i18n/language";
import { Button } from "~/ui/Button";
import { FormErrors } from "~/ui/form/FormErrors";
import { HiddenField } from "~/ui/form/HiddenField";
import { TextField } from "~/ui/form/TextField";
import { Notice } from "~/ui/Notice";
import { PageHeader } from "~/ui/PageHeader";
import { translatorFor } from "~/words/translator.server";
import { useTranslator, useWords } from "~/words/use-words";
import { admit, enter } from "../admission.server";
import { signIn } from "../commands/sign-in.server";
import { signInAsPersona } from "../commands/sign-in-as-persona.server";
import { fieldErrors } from "../components/field-errors";
import { PersonaList } from "../components/PersonaList";
import { demoPersonas } from "../queries/demo-personas.server";
import { signInForm } from "../schema";
import { anonymousCtx, personOf } from "../session.server";

const HOME = "/workspace";

export const loader = async ({ request, context }: LoaderFunctionArgs) => {
  const query = new URL(request.url).searchParams;
  const returnTo = localPath(query.get("returnTo"), HOME);
  if (await personOf(request, context)) throw redirect(returnTo, 303);
  return {
    title: translatorFor(languageOf(request.headers)).room("identity")("signIn.title"),
    returnTo,
    disowned: query.has("disowned"),
    personas: await demoPersonas(),
  };
};

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: page?.title }];

export const action = async ({ request, context }: ActionFunctionArgs) => {
  const form = await request.formData();
  const { password: _password, ...typed } = typedFrom(form);
  const limited = await takePoint("signIn", context.ip);
  if (limited) return answerRefusal(limited, { state: refusedState(limited, typed) });
  const goingTo = localPath(form.get("returnTo"), HOME);
  if (form.get("intent") === "persona") {
    const persona = await signInAsPersona({ email: String(form.get("email") ?? "") });
    if (!persona.ok) return answerRefusal(persona.refusal, { state: refusedState(persona.refusal, typed) });
    return enter(request, context, { ...persona.value, by: "persona" }, goingTo);
  }
  const parsed = parseForm(form, signInForm);
  if (!parsed.ok) return data({ state: { ...parsed.state, typed } satisfies FormState }, { status: 422 });
  const outcome = await signIn(anonymousCtx(context), parsed.value);
  if (!outcome.ok) return answerRefusal(outcome.refusal, { state: refusedState(outcome.refusal, typed) });
  return admit(request, context, { ...outcome.value, by: "password" }, goingTo);
};

/** Sign in; in the demo also as one of its people with one click. */
export default function Login() {
  const t = useWords("identity");
  const { any } = useTranslator();
  const { returnTo, personas, disowned } = useLoaderData<typeof loader>();
  const state = useActionData<typeof action>()?.state;
  const labels = { email: t("field.email"), password: t("field.password") };
  const going = shown(state, "returnTo", returnTo) ?? returnTo;
  return (
    <div className="grid gap-10 lg:grid-cols-[minmax(0,440px)_minmax(0,1fr)] lg:gap-16">
      <div>
        <PageHeader title={t("signIn.title")} />
        {disowned && !state && (
          <div className="mt-5">
            <Notice tone="ok">{t("signIns.disowned")}</Notice>
          </div>
        )}
        <form method="post" className="form mt-6">
          <FormErrors
            errors={fieldErrors(state, labels, any)}
            {...(state ? { message: any(state.message.key, state.message.values) } : {})}
          />
          <HiddenField name="returnTo" value={going} />
          <TextField
            name="email"
            type="email"
            label={labels.email}
            autoComplete="username"
            inputMode="email"
            maxLength={254}
            required
            defaultValue={shown(state, "email")}
            error={errorFor(state, "email", any)}
          />
          <TextField
            name="password"
            type="password"
            label={labels.password}
            autoComplete="current-password"
            maxLength={200}
            required
            error={errorFor(state, "password", any)}
          />
          <div className="form-end">
            <Button>{t("signIn.submit")}</Button>
            <a href="/password/forgotten">{t("signIn.forgotten")}</a>
          </div>
        </form>
        <p className="meta mt-6">
          {t("signIn.noAccount")} <a href="/register">{t("signIn.register")}</a>
        </p>
        <p className="meta mt-1">{t("signIn.invited")}</p>
      </div>
      {personas && <PersonaList personas={personas} returnTo={going} />}
    </div>
  );
}
