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
import type { Result } from "~/platform/result";
import { Button } from "~/ui/Button";
import { FormErrors } from "~/ui/form/FormErrors";
import { HiddenField } from "~/ui/form/HiddenField";
import { TextField } from "~/ui/form/TextField";
import { PageHeader } from "~/ui/PageHeader";
import { translatorFor } from "~/words/translator.server";
import { useTranslator, useWords } from "~/words/use-words";
import { signIn } from "../commands/sign-in.server";
import { signInAsPersona } from "../commands/sign-in-as-persona.server";
import { fieldErrors } from "../components/field-errors";
import { PersonaList } from "../components/PersonaList";
import { demoPersonas } from "../queries/demo-personas.server";
import { signInForm } from "../schema";
import { anonymousCtx, closeSession, openSession, personOf } from "../session.server";

const HOME = "/workspace";

export const loader = async ({ request, context }: LoaderFunctionArgs) => {
  const returnTo = localPath(new URL(request.url).searchParams.get("returnTo"), HOME);
  if (await personOf(request, context)) throw redirect(returnTo, 303);
  return {
    title: translatorFor(languageOf(request.headers)).room("identity")("signIn.title"),
    returnTo,
    personas: await demoPersonas(),
  };
};

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: page?.title }];

export const action = async ({ request, context }: ActionFunctionArgs) => {
  const form = await request.formData();
  const { password: _password, ...typed } = typedFrom(form);
  const limited = await takePoint("signIn", context.ip);
  if (limited) return answerRefusal(limited, { state: refusedState(limited, typed) });
  const ctx = anonymousCtx(context);
  let outcome: Result<{ personId: string }>;
  if (form.get("intent") === "persona") {
    outcome = await signInAsPersona(ctx, { email: String(form.get("email") ?? "") });
  } else {
    const parsed = parseForm(form, signInForm);
    if (!parsed.ok) return data({ state: { ...parsed.state, typed } satisfies FormState }, { status: 422 });
    outcome = await signIn(ctx, parsed.value);
  }
  if (!outcome.ok) return answerRefusal(outcome.refusal, { state: refusedState(outcome.refusal, typed) });
  await closeSession(request);
  return redirect(localPath(form.get("returnTo"), HOME), {
    status: 303,
    headers: { "Set-Cookie": await openSession(outcome.value.personId, context) },
  });
};

/** Sign in; in the demo also as one of its people with one click. */
export default function Login() {
  const t = useWords("identity");
  const { any } = useTranslator();
  const { returnTo, personas } = useLoaderData<typeof loader>();
  const state = useActionData<typeof action>()?.state;
  const labels = { email: t("field.email"), password: t("field.password") };
  const going = shown(state, "returnTo", returnTo) ?? returnTo;
  return (
    <div className="grid gap-10 lg:grid-cols-[minmax(0,440px)_minmax(0,1fr)] lg:gap-16">
      <div>
        <PageHeader title={t("signIn.title")} />
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
